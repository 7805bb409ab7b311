import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { lifecycle, type RequestEvent } from "@/lib/requests/lifecycle";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, makeDraft, setScene } from "@/prisma/factories/scene";
import { type Orders, refused, setOrders, write, writesNothing } from "@/prisma/factories/sides";
import type { Actor } from "./actor";
import { requestPolicy } from "./policy";

let { scene, answered, open, asked } = {} as Orders;
beforeAll(async () => {
  ({ scene, answered, open, asked } = await setOrders());
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
    await write(
      scene.investigator,
      "update request set status = 'PENDING_SIGNATURE', submitted_at = date_trunc('milliseconds', clock_timestamp()) where id = $1",
      [requestId],
    );
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
    await expect(write(scene.liaison, insert, [open])).rejects.toThrow(refused);
  });
});
