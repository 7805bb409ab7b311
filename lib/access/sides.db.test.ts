import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { answerItem } from "@/lib/requests/answers";
import { askClarification } from "@/lib/requests/commands";
import { lifecycle, type RequestEvent } from "@/lib/requests/lifecycle";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import type { Actor } from "./actor";
import { requestPolicy } from "./policy";

/** Statements of a person whom no command stands in front of: the role lachan_app, told who acts. Gives how many rows were written. */
const write = (actor: Actor, sql: string, values: unknown[] = []) =>
  asActor(actor, async (tx) => (await statement(tx, sql, values)).count);
const refused = /not yours|row-level security|permission denied|arrow alone|done now|follows its request/;
/** Refused aloud, or nothing there to write: both leave the table as it was. */
async function writesNothing(actor: Actor, sql: string, values: unknown[] = []): Promise<void> {
  const outcome = await write(actor, sql, values).catch((error: Error) => error);
  if (outcome instanceof Error) expect(outcome.message).toMatch(refused);
  else expect(outcome).toBe(0);
}

let scene: Scene;
let prosecutor: Actor;
/** Answered in full, with money held: waits for the unit's word. */
let answered: string;
/** Acknowledged and nothing more: waits for the bank. */
let open: string;
/** Asked back: waits for the unit's reply. */
let asked: string;

beforeAll(async () => {
  scene = await setScene();
  prosecutor = await makePerson("prosecutor", scene.procuracy);
  answered = (await makeAcknowledged(scene, "ACCOUNT_FREEZE")).requestId;
  const items = await asSystem((tx) => tx.requestItem.findMany({ where: { requestId: answered } }));
  for (const item of items)
    await answerItem(scene.liaison, {
      key: randomUUID(),
      requestId: answered,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "HELD", amount: "1000000", minutesNumber: "12/BB" },
    });
  open = (await makeAcknowledged(scene)).requestId;
  const { requestId, version } = await makeAcknowledged(scene);
  await askClarification(scene.liaison, {
    key: randomUUID(),
    requestId,
    version,
    reason: "Thiếu số tài khoản.",
  });
  asked = requestId;
});
afterAll(closeDatabase);

describe("the arrows of a request", () => {
  it("belong in the database to the same side and the same roles as in the policy", async () => {
    const rules = new Map<string, { side: string; roles: Set<string> }>();
    for (const [from, steps] of Object.entries(lifecycle))
      for (const [event, step] of Object.entries(steps))
        for (const to of step.to.filter((status) => status !== from)) {
          const grants = Object.entries(requestPolicy[`request.${event as RequestEvent}`]);
          const isAsked = grants.some(([, reach]) => reach === "received" || reach === "desk");
          const rule = rules.get(`${from} > ${to}`) ?? {
            side: grants.length === 0 ? "clock" : isAsked ? "answers" : "asks",
            roles: new Set(),
          };
          for (const [role] of grants) rule.roles.add(role);
          rules.set(`${from} > ${to}`, rule);
        }
    const rows = await asSystem((tx) => tx.lifecycleStep.findMany());
    expect(
      Object.fromEntries(
        rows.map((row) => [`${row.fromStatus} > ${row.toStatus}`, [row.side, row.roles.sort()]]),
      ),
    ).toEqual(
      Object.fromEntries([...rules].map(([arrow, { side, roles }]) => [arrow, [side, [...roles].sort()]])),
    );
  });

  it.each([
    ["accepts its own answer", () => answered, "status = 'ACCEPTED', closed_at = clock_timestamp()"],
    ["sends its own answer back", () => answered, "status = 'IN_PROGRESS', answered_at = null"],
    ["withdraws what it was asked", () => open, "status = 'WITHDRAWN'"],
    ["replies to its own question", () => asked, "status = 'IN_PROGRESS'"],
  ])("no desk %s", async (_, id, set) => {
    await expect(write(scene.liaison, `update request set ${set} where id = $1`, [id()])).rejects.toThrow(
      /not yours/,
    );
  });

  it.each([
    ["acknowledges, answers or refuses for the desk", "NOT_EXECUTED"],
    ["answers for the desk", "ANSWERED"],
  ])("no unit %s", async (_, status) => {
    const sql = `update request set status = '${status}', answered_at = clock_timestamp() where id = $1`;
    await expect(write(scene.commander, sql, [open])).rejects.toThrow(/not yours/);
  });

  it("an investigator does not sign, whatever the screen offers, and nobody signs in another's name", async () => {
    const { requestId } = await makeDraft(scene);
    const sign = (signer: Actor) =>
      `update request set status = 'SENT', sent_at = clock_timestamp(), content_hash = 'x', signer_id = '${signer.userId}' where id = $1`;
    await write(scene.investigator, "update request set status = 'PENDING_SIGNATURE' where id = $1", [
      requestId,
    ]);
    const colleague = await makePerson("investigator", scene.police);
    await expect(write(colleague, sign(colleague), [requestId])).rejects.toThrow(/not yours/);
    await expect(write(scene.commander, sign(colleague), [requestId])).rejects.toThrow(/another's name/);
    await expect(
      write(scene.commander, "update request set drafter_id = $2 where id = $1", [
        requestId,
        colleague.userId,
      ]),
    ).rejects.toThrow(/not yours/);
  });

  it("nobody drafts in another's name, or on a case of another unit", async () => {
    const stranger = await setScene();
    const insert = `insert into request (code, case_id, kind_code, requester_org_id, addressee_org_id, province_code, drafter_id, grounds, sealed_to)
      values (gen_random_uuid()::text, $1, 'ACCOUNT_SUSPEND', $2, $3, '25', $4, 'x', '{}')`;
    const { investigator, police, bank, caseId } = scene;
    await expect(
      write(investigator, insert, [caseId, police.id, bank.id, scene.commander.userId]),
    ).rejects.toThrow(/row-level security/);
    await expect(
      write(investigator, insert, [stranger.caseId, police.id, bank.id, investigator.userId]),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("a procuracy that was notified of an order", () => {
  it.each([
    ["an answer", "update request_item set held_amount = 0, answer = '{}' where request_id = $1"],
    ["a hold", "update hold set released_at = clock_timestamp() where request_id = $1"],
    ["the order", "update request set status = 'WITHDRAWN' where id = $1"],
    ["a clock", "update deadline set state = 'met' where request_id = $1"],
  ])("reads it and does not write %s", async (_, sql) => {
    await asSystem((tx) =>
      tx.request.update({ where: { id: answered }, data: { procuracyOrgId: scene.procuracy.id } }),
    );
    expect(await asActor(prosecutor, (tx) => tx.request.count({ where: { id: answered } }))).toBe(1);
    await writesNothing(prosecutor, sql, [answered]);
  });

  it("asks and replies to nothing", async () => {
    await asSystem((tx) =>
      tx.request.update({ where: { id: asked }, data: { procuracyOrgId: scene.procuracy.id } }),
    );
    await writesNothing(prosecutor, "update clarification set reply = 'x' where request_id = $1", [asked]);
    await writesNothing(
      prosecutor,
      "insert into clarification (request_id, question, asked_by_id) values ($1, 'x', $2)",
      [asked, prosecutor.userId],
    );
  });
});

describe("what each side writes of an order", () => {
  it.each([
    [
      "its answer's amounts",
      "update request_item set held_amount = 0, outcome = 'NOT_FOUND' where request_id = $1",
      () => open,
    ],
    ["its money", "update hold set amount = 1 where request_id = $1", () => answered],
    [
      "the end of its hold, without withdrawing",
      "update hold set released_at = clock_timestamp(), release_reason = 'lapsed' where request_id = $1",
      () => answered,
    ],
    ["who works on it", "update request set assignee_id = null where id = $1", () => open],
    ["what it found", "update request set held_amount = 0 where id = $1", () => answered],
  ])("a unit does not write the addressee's: %s", async (_, sql, id) => {
    await writesNothing(scene.commander, sql, [id()]);
  });

  it.each([
    [
      "the reply to its own question",
      "update clarification set reply = 'x', replied_by_id = $2, replied_at = clock_timestamp() where request_id = $1",
      () => asked,
    ],
    [
      "what it is asked about",
      "update request_item set display = 'x', holder_name = 'x' where request_id = $1 and $2::uuid is not null",
      () => open,
    ],
    [
      "a further item",
      "insert into request_item (request_id, target_id, position, kind, value, display) select request_id, target_id, 9, kind, value, display from request_item where request_id = $1 and $2::uuid is not null limit 1",
      () => open,
    ],
    [
      "an answer that was given",
      "update request_item set held_amount = 5, answered_by_id = $2 where request_id = $1",
      () => answered,
    ],
    [
      "how urgent it is",
      "update request set urgency = 'normal' where id = $1 and $2::uuid is not null",
      () => open,
    ],
    [
      "who else was notified",
      "update request set procuracy_org_id = addressee_org_id where id = $1 and $2::uuid is not null",
      () => open,
    ],
    [
      "who alone sees it",
      "update request set restricted = true, sealed_to = array[$2::uuid] where id = $1",
      () => open,
    ],
    [
      "its finder's lines",
      "update search_entry set label = 'x' where request_id = $1 and $2::uuid is not null",
      () => open,
    ],
  ])("a desk does not write the unit's: %s", async (_, sql, id) => {
    await writesNothing(scene.liaison, sql, [id(), scene.liaison.userId]);
  });

  it("nobody answers in another's name or yesterday", async () => {
    const set =
      "update request_item set outcome = 'NOT_FOUND', answered_at = $2, answered_by_id = $3 where request_id = $1";
    const early = new Date(Date.now() - 3_600_000);
    await expect(write(scene.liaison, set, [open, early, scene.liaison.userId])).rejects.toThrow(/not yours/);
    await expect(
      write(
        scene.liaison,
        set.replace("$2", "date_trunc('milliseconds', clock_timestamp())").replace("$3", "$2"),
        [open, scene.colleague.userId],
      ),
    ).rejects.toThrow(/not yours/);
    await expect(
      write(scene.liaison, "update request set status = 'ANSWERED', answered_at = $2 where id = $1", [
        open,
        early,
      ]),
    ).rejects.toThrow(/done now/);
  });

  it("no desk holds money on another's order, or tells of transfers there", async () => {
    const other = await setScene();
    const [item] = await asSystem((tx) => tx.requestItem.findMany({ where: { requestId: open }, take: 1 }));
    const hold = `insert into hold (case_id, request_id, item_id, holder_org_id, account, amount, disputed_amount, from_at) values ($1, $2, $3, $4, 'x', 1, 1, now())`;
    const transfer = `insert into transfer (case_id, request_id, item_id, reporter_org_id, at, amount, from_account, to_account) values ($1, $2, $3, $4, now(), 1, 'x', 'y')`;
    for (const sql of [hold, transfer])
      await expect(write(other.liaison, sql, [scene.caseId, open, item!.id, other.bank.id])).rejects.toThrow(
        /row-level security/,
      );
  });
});

describe("a time limit", () => {
  it.each([
    ["later", "due_at = due_at + interval '1 year'"],
    ["begun later", "starts_at = clock_timestamp()"],
    ["another's", "owner_org_id = requester_org_id"],
    [
      "met while it still owes the answer",
      "state = 'met', ended_at = date_trunc('milliseconds', clock_timestamp())",
    ],
    [
      "resting while nothing is asked",
      "state = 'paused', paused_at = date_trunc('milliseconds', clock_timestamp())",
    ],
    ["met an hour ago", "state = 'met', ended_at = clock_timestamp() - interval '1 hour'"],
    ["cancelled", "state = 'cancelled', ended_at = date_trunc('milliseconds', clock_timestamp())"],
  ])("is not made %s by who is bound by it", async (_, set) => {
    await expect(
      write(scene.liaison, `update deadline set ${set} where request_id = $1 and subject = 'ANSWER'`, [open]),
    ).rejects.toThrow(refused);
    await writesNothing(
      scene.liaison,
      "update request set due_at = due_at + interval '1 year' where id = $1",
      [open],
    );
  });

  it("is met in time or missed, as the clock says", async () => {
    const late = await makeAcknowledged(scene);
    await asSystem((tx) =>
      tx.deadline.updateMany({
        where: { requestId: late.requestId, subject: "ANSWER" },
        data: { dueAt: new Date("2026-01-01") },
      }),
    );
    await expect(
      write(
        scene.liaison,
        "update deadline set state = 'met', ended_at = date_trunc('milliseconds', clock_timestamp()) where request_id = $1 and subject = 'ANSWER'",
        [late.requestId],
      ),
    ).rejects.toThrow(/not yours/);
  });

  it("is not begun by a desk for itself", async () => {
    const insert = `insert into deadline (subject, label, case_id, request_id, owner_org_id, requester_org_id, province_code, kind_code, sealed_to, policy, starts_at, due_at, span_minutes)
      select 'ANSWER', label, case_id, request_id, owner_org_id, requester_org_id, province_code, kind_code, sealed_to, policy, starts_at, due_at + interval '9 days', 1
      from deadline where request_id = $1 and subject = 'ACKNOWLEDGE'`;
    await expect(write(scene.liaison, insert, [open])).rejects.toThrow(/row-level security/);
  });
});

describe("a line of the record", () => {
  const line = `insert into event (stream, type, actor_id, actor_name, membership_id, org_id, province_code, case_id, request_id, requester_org_id, addressee_org_id, restricted, sealed_to, shared)
    values ($1, 'request.accepted', $2, 'Lê Văn Thành', $3, $1, '25', $4, $5, $6, $7, false, '{}', true)`;
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
      tx.event.findFirstOrThrow({ where: { requestId: open, type: "request.accepted" } }),
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
    for (const sql of [
      "update fraud_case set reported_loss = 0 where id = $1",
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
    const tell = "insert into outbox (topic, org_ids, request_id) values ('request.signed', $1, $2)";
    expect(await write(scene.liaison, tell, [[scene.police.id, scene.bank.id], open])).toBe(1);
    await expect(write(scene.liaison, tell, [[scene.telecom.id], open])).rejects.toThrow(
      /row-level security/,
    );
    await expect(write(scene.liaison, tell, [[scene.police.id], randomUUID()])).rejects.toThrow(
      /row-level security/,
    );
  });
});
