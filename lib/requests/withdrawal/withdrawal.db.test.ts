import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { type Problem } from "@/lib/errors";
import { withdrawRequest } from "@/lib/requests/commands";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { handOver } from "@/lib/requests/handover/commands";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { listProposedWithdrawals } from "@/lib/requests/police/waiting";
import { suspectRequest } from "@/lib/requests/suspicion/commands";
import { getThread } from "@/lib/requests/thread/queries";
import { answerNext } from "@/prisma/factories/answered";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { write, writesNothing } from "@/prisma/factories/sides";
import { itemsOf, rowOf } from "@/prisma/factories/stored";
import { agreeToWithdraw, declineToWithdraw, proposeWithdrawal } from "./commands";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const key = () => randomUUID();
const reason = "Chủ tài khoản đã chứng minh không liên quan.";
const why = "Còn một khoản chuyển chưa rõ, giữ tiếp.";

async function proposed() {
  const { requestId, version } = await makeAcknowledged(scene);
  await proposeWithdrawal(scene.investigator, { key: key(), requestId, version, reason });
  const { proposal } = (await getPoliceRequest(scene.commander, requestId, "vi"))!.withdrawal;
  return { requestId, version, proposalId: proposal!.id };
}

describe("a proposed withdrawal", () => {
  it("leaves the order in force, and stands before the commander at home, on the page and in the talk of the unit alone", async () => {
    const { requestId, proposalId } = await proposed();
    expect((await rowOf(requestId)).status).toBe("ACKNOWLEDGED");
    expect((await listProposedWithdrawals(scene.commander)).rows).toMatchObject([
      { id: requestId, proposalId, reason, by: scene.investigator.name },
    ]);
    const read = (await getPoliceRequest(scene.investigator, requestId, "vi"))!;
    expect(read.withdrawal).toMatchObject({ mayPropose: false, proposal: { reason, decision: null } });
    expect((await getThread(scene.commander, requestId))!.lines).toMatchObject([
      { kind: "proposed", internal: true, body: reason },
    ]);
    const atBank = JSON.stringify([
      await getThread(scene.liaison, requestId),
      await getReceivedRequest(scene.liaison, requestId),
    ]);
    expect(atBank).not.toContain(reason);
    await declineToWithdraw(scene.commander, { key: key(), requestId, version: 1, proposalId, reason: why });
  });

  it("is agreed to in one press: withdrawn for the reason that was proposed", async () => {
    const { requestId, version, proposalId } = await proposed();
    const input = { key: key(), requestId, version, proposalId };
    const done = await agreeToWithdraw(scene.commander, input);
    expect(done.status).toBe("WITHDRAWN");
    expect(await agreeToWithdraw(scene.commander, input)).toMatchObject({ ...done });
    expect(await rowOf(requestId)).toMatchObject({ status: "WITHDRAWN", statedReason: reason });
    expect(
      await asSystem((tx) => tx.withdrawalProposal.findUniqueOrThrow({ where: { id: proposalId } })),
    ).toMatchObject({ decision: "withdrawn", decidedById: scene.commander.userId });
    expect((await getReceivedRequest(scene.liaison, requestId))!.stated).toMatchObject({ reason });
    // Its proposer reads on the request what became of it.
    expect((await getPoliceRequest(scene.investigator, requestId, "vi"))!.withdrawal).toMatchObject({
      mayPropose: false,
      proposal: { decision: "withdrawn", decidedBy: scene.commander.name },
    });
  });

  it("is declined with a reason, also when the desk went on meanwhile; its proposer reads it and may propose anew", async () => {
    const { requestId, version, proposalId } = await proposed();
    await declineToWithdraw(scene.commander, { key: key(), requestId, version: 1, proposalId, reason: why });
    const { withdrawal } = (await getPoliceRequest(scene.investigator, requestId, "vi"))!;
    expect(withdrawal).toMatchObject({
      mayPropose: true,
      proposal: { decision: "declined", answer: why, decidedBy: scene.commander.name },
    });
    expect((await rowOf(requestId)).status).toBe("ACKNOWLEDGED");
    await proposeWithdrawal(scene.investigator, { key: key(), requestId, version, reason });
  });

  it("is past deciding once the order is answered, in the command and in the database; the unit is told nothing", async () => {
    const { requestId, version, proposalId } = await proposed();
    for (const _ of (await itemsOf(requestId)).keys()) await answerNext(scene.liaison, requestId);
    expect((await rowOf(requestId)).status).toBe("ANSWERED");
    const told = () =>
      asSystem((tx) => tx.event.count({ where: { requestId, type: "request.withdrawal_declined" } }));
    await expect(
      declineToWithdraw(scene.commander, { key: key(), requestId, version, proposalId, reason: why }),
    ).rejects.toMatchObject({ code: "not-now" });
    await expect(
      write(
        scene.commander,
        `update withdrawal_proposal set decision = 'declined', decided_by_id = app.user_id(), decided_at = date_trunc('milliseconds', clock_timestamp()), answer = $2
          where id = $1`,
        [proposalId, why],
      ),
    ).rejects.toThrow(/row-level security/);
    expect(await told()).toBe(0);
  });

  it("is one at a time; a commander who withdraws by himself answers it; two who decide at once have one winner", async () => {
    const first = await proposed();
    const { requestId, version, proposalId } = first;
    await expect(
      proposeWithdrawal(scene.investigator, { key: key(), requestId, version, reason }),
    ).rejects.toMatchObject({ code: "not-now" });
    await withdrawRequest(scene.commander, { key: key(), requestId, version, reason: why });
    expect(
      await asSystem((tx) => tx.withdrawalProposal.findUniqueOrThrow({ where: { id: proposalId } })),
    ).toMatchObject({ decision: "withdrawn" });
    const other = await makePerson("commander", scene.police);
    for (let round = 0; round < 5; round++) {
      const next = await proposed();
      const results = await Promise.allSettled([
        agreeToWithdraw(scene.commander, { key: key(), ...next }),
        declineToWithdraw(other, { key: key(), ...next, reason: why }),
      ]);
      const lost = results.filter((result) => result.status === "rejected");
      expect(lost).toHaveLength(1);
      const problem = lost[0]!.reason as Problem;
      expect(["not-now", "changed-meanwhile"]).toContain(problem.code);
      expect([scene.commander.name, other.name]).toContain(problem.details.by?.name);
    }
  });

  it("is proposed by who works on it and decided by who commands, in the commands and in the database", async () => {
    const { requestId, version, proposalId } = await proposed();
    const colleague = await makePerson("investigator", scene.police);
    const stranger = (await setScene()).commander;
    for (const [who, code] of [
      [colleague, "not-allowed"],
      [scene.commander, "not-allowed"],
      [scene.liaison, "not-allowed"],
      [stranger, "not-found"],
    ] as const)
      await expect(proposeWithdrawal(who, { key: key(), requestId, version, reason })).rejects.toMatchObject({
        code,
      });
    await expect(
      agreeToWithdraw(scene.investigator, { key: key(), requestId, version, proposalId }),
    ).rejects.toMatchObject({ code: "not-allowed" });

    const insert = "insert into withdrawal_proposal (request_id, reason, proposed_by_id) values ($1, $2, $3)";
    // On an order of which nobody proposed anything yet, so that nothing but their rights stands in their way.
    const { requestId: free } = await makeAcknowledged(scene);
    for (const [who, by] of [
      [scene.liaison, scene.liaison],
      [stranger, stranger],
      [scene.commander, scene.commander],
      [colleague, scene.investigator],
      [colleague, colleague],
    ] as const)
      await expect(write(who, insert, [free, reason, by.userId])).rejects.toThrow(/row-level security/);
    // Who took the order over works on it, and one proposal is open at a time.
    await handOver(scene.investigator, {
      key: key(),
      requestIds: [free],
      toMembershipId: colleague.membershipId,
      note: "Chuyển đồng chí theo dõi tiếp.",
    });
    expect(await write(colleague, insert, [free, reason, colleague.userId])).toBe(1);
    await expect(
      write(scene.investigator, insert, [free, reason, scene.investigator.userId]),
    ).rejects.toThrow(/one_open|duplicate/);
    const decide = (decision: string) =>
      `update withdrawal_proposal set decision = '${decision}', decided_by_id = app.user_id(), decided_at = date_trunc('milliseconds', clock_timestamp()),
        answer = ${decision === "declined" ? `'${why}'` : "null"} where id = $1`;
    for (const who of [scene.investigator, scene.liaison, stranger])
      await writesNothing(who, decide("declined"), [proposalId]);
    // Nobody calls it withdrawn while the order is in force.
    await expect(write(scene.commander, decide("withdrawn"), [proposalId])).rejects.toThrow(
      /row-level security/,
    );
    await writesNothing(
      scene.commander,
      "update withdrawal_proposal set reason = 'Một lý do khác.' where id = $1",
      [proposalId],
    );
    expect(await asActor(scene.liaison, (tx) => tx.withdrawalProposal.count({ where: { requestId } }))).toBe(
      0,
    );
  });

  it("waits for a withdrawal that is under way, and stays open on no order that is over", async () => {
    const { requestId } = await makeAcknowledged(scene);
    const insert = "insert into withdrawal_proposal (request_id, reason, proposed_by_id) values ($1, $2, $3)";
    let beside: Promise<unknown> = Promise.resolve();
    await asSystem(async (tx) => {
      await tx.request.update({
        where: { id: requestId },
        data: { status: "WITHDRAWN", closedAt: new Date() },
      });
      beside = write(scene.investigator, insert, [requestId, reason, scene.investigator.userId]).catch(
        (error: Error) => error.message,
      );
      // Long enough to stand at the lock; one that comes later is refused as well.
      await sleep(300);
    });
    expect(await beside).toMatch(/cannot be withdrawn any more/);
    expect(await asSystem((tx) => tx.withdrawalProposal.count({ where: { requestId } }))).toBe(0);
  });

  it("is not made by whom a doubt holds, in the command and in the database", async () => {
    const own = await setScene();
    const { requestId, version } = await makeAcknowledged(own);
    const doubted = await makeAcknowledged(own);
    await suspectRequest(own.liaison, { key: key(), ...doubted, reason: "call_back_failed" });
    await expect(
      proposeWithdrawal(own.investigator, { key: key(), requestId, version, reason }),
    ).rejects.toMatchObject({ code: "sender-held" });
    await expect(
      write(
        own.investigator,
        "insert into withdrawal_proposal (request_id, reason, proposed_by_id) values ($1, $2, $3)",
        [requestId, reason, own.investigator.userId],
      ),
    ).rejects.toThrow(/whoever is doubted/);
  });
});
