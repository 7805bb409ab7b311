import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { write, writesNothing } from "@/prisma/factories/sides";
import type { Actor } from "./actor";

let scene: Scene;
/** Acknowledged and nothing more: waits for the bank. */
let open: string;
beforeAll(async () => {
  scene = await setScene();
  open = (await makeAcknowledged(scene)).requestId;
});
afterAll(closeDatabase);

describe("a line of the record", () => {
  const line = `insert into event (stream, type, actor_id, actor_name, membership_id, org_id, province_code, case_id, request_id, requester_org_id, addressee_org_id, restricted, sealed_to, shared)
    values ($1, 'request.started', $2, 'Lê Văn Thành', $3, $1, '25', $4, $5, $6, $7, false, '{}', true)`;
  const of = ({ orgId, userId, membershipId }: Actor) => [orgId, userId, membershipId];

  it("names the parties of its request and no others", async () => {
    const foreign = await makeOrganisation("police");
    const parties = [scene.caseId, open, scene.police.id, scene.bank.id];
    for (const [place, value] of [
      [0, randomUUID()],
      [1, randomUUID()],
      [2, foreign.id],
      [3, foreign.id],
    ] as const)
      await expect(
        write(scene.liaison, line, [...of(scene.liaison), ...parties.with(place, value)]),
      ).rejects.toThrow(/row-level security/);
    await expect(
      write(scene.liaison, line, [...of(scene.liaison), null, null, foreign.id, null]),
    ).rejects.toThrow(/row-level security/);
  });

  it("is written in one's own membership", async () => {
    await expect(
      write(scene.liaison, line, [
        ...of({ ...scene.liaison, membershipId: scene.colleague.membershipId }),
        scene.caseId,
        open,
        scene.police.id,
        scene.bank.id,
      ]),
    ).rejects.toThrow(/row-level security/);
  });

  it("bears the name that the writer has, whatever name he gives", async () => {
    await write(scene.liaison, line, [
      ...of(scene.liaison),
      scene.caseId,
      open,
      scene.police.id,
      scene.bank.id,
    ]);
    const written = await asSystem((tx) =>
      tx.event.findFirstOrThrow({ where: { requestId: open, type: "request.started" } }),
    );
    expect(written.actorName).toBe(scene.liaison.name);
  });
});

describe("a person", () => {
  it("changes nothing of his own entry; an administrator changes no address", async () => {
    const admin = await makePerson("admin", await makeOrganisation("operator"));
    for (const set of ["suspended_at = null", "full_name = 'x'"])
      expect(
        await write(scene.liaison, `update person set ${set} where id = $1`, [scene.liaison.userId]),
      ).toBe(0);
    for (const actor of [scene.liaison, admin])
      await expect(
        write(actor, "update person set email = 'root@x' where id = $1", [actor.userId]),
      ).rejects.toThrow(/permission denied/);
  });

  it("gives himself no membership and no role, administrator or not", async () => {
    const admin = await makePerson("admin", await makeOrganisation("operator"));
    await expect(
      write(
        admin,
        "insert into membership (user_id, organisation_id, roles) values ($1, $2, '{commander}')",
        [admin.userId, scene.police.id],
      ),
    ).rejects.toThrow(/row-level security/);
    expect(
      await write(admin, "update membership set roles = '{commander}' where id = $1", [admin.membershipId]),
    ).toBe(0);
  });
});

describe("a figure", () => {
  const insert = `insert into figure_delta (day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount)
    values (($1::date), $2, $3, $4, $5, $6, $7, 1, 5)`;
  const today = () => new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
  const right = () => [
    today(),
    "25",
    scene.police.id,
    scene.bank.id,
    "ACCOUNT_SUSPEND",
    "answer.held",
    scene.caseId,
  ];

  it("is counted by the desk that was asked, for who asked, where and today", async () => {
    expect(await write(scene.liaison, insert, right())).toBe(1);
    for (const [place, value] of [
      [0, "2026-01-01"],
      [1, "01"],
      [2, scene.telecom.id],
      [3, scene.telecom.id],
      [4, "SUBSCRIBER_INFO"],
      [5, "request.sent"],
      [6, randomUUID()],
    ] as const)
      await expect(write(scene.liaison, insert, right().with(place, value))).rejects.toThrow(
        /row-level security/,
      );
  });

  it("is counted by a unit for itself in its own province, and what was answered is not its to count", async () => {
    const own = [
      today(),
      "25",
      scene.police.id,
      scene.bank.id,
      "ACCOUNT_SUSPEND",
      "request.sent",
      scene.caseId,
    ];
    expect(await write(scene.investigator, insert, own)).toBe(1);
    for (const [place, value] of [
      [0, "2026-01-01"],
      [1, "01"],
      [2, scene.telecom.id],
      [5, "answer.held"],
      [6, randomUUID()],
    ] as const)
      await expect(write(scene.investigator, insert, own.with(place, value))).rejects.toThrow(
        /row-level security/,
      );
    const analyst = await makePerson("analyst", scene.police);
    await expect(write(analyst, insert, own)).rejects.toThrow(/row-level security/);
  });
});

describe("numbers, cases and notices", () => {
  it("a number is the next one, in one's own province", async () => {
    await expect(
      write(scene.commander, "update document_counter set last = last + 5 where organisation_id = $1", [
        scene.police.id,
      ]),
    ).rejects.toThrow(/one after the other/);
    await expect(
      write(scene.commander, "update code_counter set last = 0 where province_code = '25'"),
    ).rejects.toThrow(/one after the other/);
    expect(
      await write(scene.commander, "update code_counter set last = last + 1 where province_code <> '25'"),
    ).toBe(0);
  });

  it("an analyst reads a case and writes nothing into it", async () => {
    const analyst = await makePerson("analyst", scene.police);
    expect(await asActor(analyst, (tx) => tx.case.count({ where: { id: scene.caseId } }))).toBe(1);
    for (const sql of [
      "update fraud_case set status = 'CLOSED' where id = $1",
      "insert into victim (case_id, full_name) values ($1, 'x')",
      "insert into case_member (case_id, membership_id) values ($1, app.membership_id())",
      "insert into case_note (case_id, author_id, body) values ($1, app.user_id(), 'x')",
      "delete from search_entry where case_id = $1",
    ])
      await writesNothing(analyst, sql, [scene.caseId]);
  });

  it("what was reported stays, and only a commander names who works on a case", async () => {
    // A further statement adds to it; nothing takes it back.
    for (const sql of [
      "update fraud_case set reported_loss = reported_loss - 1 where id = $1",
      "update fraud_case set first_transfer_at = now() where id = $1",
      "update fraud_case set first_transfer_at = null where id = $1",
    ])
      await expect(write(scene.commander, sql, [scene.caseId])).rejects.toThrow(/what was reported stays/);
    for (const sql of [
      "update payment set amount = 1 where case_id = $1",
      "delete from victim where case_id = $1",
      "update case_note set body = 'x' where case_id = $1",
    ])
      await expect(write(scene.commander, sql, [scene.caseId])).rejects.toThrow(/permission denied/);
    const colleague = await makePerson("investigator", scene.police);
    await expect(
      write(colleague, "insert into case_member (case_id, membership_id) values ($1, $2)", [
        scene.caseId,
        colleague.membershipId,
      ]),
    ).rejects.toThrow(/row-level security/);
  });

  it("a screen is told of a request by its parties, and of nothing else", async () => {
    const tell = "insert into outbox (topic, org_ids, request_id) values ('request.answering', $1, $2)";
    expect(await write(scene.liaison, tell, [[scene.police.id, scene.bank.id], open])).toBe(1);
    await expect(write(scene.liaison, tell, [[scene.telecom.id], open])).rejects.toThrow(
      /row-level security/,
    );
    await expect(write(scene.liaison, tell, [[scene.police.id], randomUUID()])).rejects.toThrow(
      /row-level security/,
    );
  });
});
