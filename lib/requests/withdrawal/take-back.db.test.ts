import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import {
  agreeToWaiver,
  declineWaiver,
  proposeWaiver,
  takeBackWaiver,
} from "@/lib/requests/deadline/commands";
import { handOver } from "@/lib/requests/handover/commands";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { getThread } from "@/lib/requests/thread/queries";
import { answerNext } from "@/prisma/factories/answered";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { write, writesNothing } from "@/prisma/factories/sides";
import { itemsOf, rowOf } from "@/prisma/factories/stored";
import { agreeToWithdraw, proposeWithdrawal, takeBackWithdrawal } from "./commands";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const key = () => randomUUID();
const reason = "Chủ tài khoản đã chứng minh không liên quan.";

const seen = async (requestId: string) => (await getPoliceRequest(scene.investigator, requestId, "vi"))!;
async function proposedWithdrawal() {
  const { requestId, version } = await makeAcknowledged(scene);
  await proposeWithdrawal(scene.investigator, { key: key(), requestId, version, reason });
  return { requestId, version, proposalId: (await seen(requestId)).withdrawal.proposal!.id };
}
async function proposedWaiver() {
  const { requestId, version } = await makeAcknowledged(scene);
  await proposeWaiver(scene.investigator, { key: key(), requestId, version, reason });
  return { requestId, version, waiverId: (await seen(requestId)).deadline.waiver!.id };
}

describe("a proposal to withdraw that its proposer takes back", () => {
  it("is over and told inside the unit; the order goes on, and another may be proposed", async () => {
    const { requestId, version, proposalId } = await proposedWithdrawal();
    expect((await seen(requestId)).withdrawal).toMatchObject({ mayPropose: false, mayTakeBack: true });
    const input = { key: key(), requestId, version, proposalId };
    await takeBackWithdrawal(scene.investigator, input);
    // The same press again does nothing more.
    await takeBackWithdrawal(scene.investigator, input);
    expect((await seen(requestId)).withdrawal).toMatchObject({
      mayPropose: true,
      mayTakeBack: false,
      proposal: { decision: "taken_back", decidedBy: scene.investigator.name },
    });
    expect((await rowOf(requestId)).status).toBe("ACKNOWLEDGED");
    const kinds = (await getThread(scene.commander, requestId))!.lines.map(({ kind }) => kind);
    expect([...kinds].sort()).toEqual(["proposed", "takenBack"]);
    expect((await getThread(scene.liaison, requestId))!.lines).toEqual([]);
    await proposeWithdrawal(scene.investigator, { key: key(), requestId, version, reason });
  });

  it("can no longer be agreed to; of the two at once one wins", async () => {
    for (let round = 0; round < 5; round++) {
      const proposed = await proposedWithdrawal();
      const results = await Promise.allSettled([
        agreeToWithdraw(scene.commander, { key: key(), ...proposed }),
        takeBackWithdrawal(scene.investigator, { key: key(), ...proposed }),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const { status } = await rowOf(proposed.requestId);
      const { decision } = await asSystem((tx) =>
        tx.withdrawalProposal.findUniqueOrThrow({ where: { id: proposed.proposalId } }),
      );
      expect([status, decision]).toEqual(
        results[0].status === "fulfilled" ? ["WITHDRAWN", "withdrawn"] : ["ACKNOWLEDGED", "taken_back"],
      );
    }
  });

  it("is nobody else's to take back, and nobody's once the order is answered, in the command and in the database", async () => {
    const { requestId, version, proposalId } = await proposedWithdrawal();
    const colleague = await makePerson("investigator", scene.police);
    await handOver(scene.investigator, {
      key: key(),
      requestIds: [requestId],
      toMembershipId: colleague.membershipId,
      note: "Chuyển đồng chí theo dõi tiếp.",
    });
    const stranger = (await setScene()).investigator;
    const input = () => ({ key: key(), requestId, version, proposalId });
    for (const [who, code] of [
      [colleague, "not-allowed"],
      [scene.commander, "not-allowed"],
      [scene.liaison, "not-allowed"],
      [stranger, "not-found"],
    ] as const)
      await expect(takeBackWithdrawal(who, input())).rejects.toMatchObject({ code });

    const takeBack = (by: string) =>
      `update withdrawal_proposal set decision = 'taken_back', decided_by_id = ${by}, decided_at = date_trunc('milliseconds', clock_timestamp()) where id = $1`;
    for (const who of [colleague, scene.liaison, stranger])
      await writesNothing(who, takeBack("app.user_id()"), [proposalId]);
    // A commander reaches the row to decide it, and calls it neither his own nor the proposer's.
    for (const by of ["app.user_id()", "proposed_by_id"])
      await expect(write(scene.commander, takeBack(by), [proposalId])).rejects.toThrow(/row-level security/);
    // Its proposer decides nothing by it.
    for (const decision of ["withdrawn", "declined"])
      await expect(
        write(
          scene.investigator,
          `update withdrawal_proposal set decision = '${decision}', decided_by_id = app.user_id(), decided_at = date_trunc('milliseconds', clock_timestamp()),
            answer = ${decision === "declined" ? `'${reason}'` : "null"} where id = $1`,
          [proposalId],
        ),
      ).rejects.toThrow(/row-level security/);

    for (const _ of (await itemsOf(requestId)).keys()) await answerNext(scene.liaison, requestId);
    await expect(takeBackWithdrawal(scene.investigator, input())).rejects.toMatchObject({ code: "not-now" });
    await expect(write(scene.investigator, takeBack("app.user_id()"), [proposalId])).rejects.toThrow(
      /row-level security/,
    );
  });
});

describe("a proposal to waive a limit that its proposer takes back", () => {
  it("is over, the clock runs on as it did, and another may be proposed", async () => {
    const { requestId, version, waiverId } = await proposedWaiver();
    const clock = () =>
      asSystem((tx) => tx.deadline.findFirstOrThrow({ where: { requestId, subject: "ANSWER" } }));
    const before = await clock();
    expect((await seen(requestId)).deadline).toMatchObject({
      mayProposeWaiver: false,
      mayTakeBackWaiver: true,
    });
    await takeBackWaiver(scene.investigator, { key: key(), requestId, version, waiverId });
    expect((await seen(requestId)).deadline).toMatchObject({
      mayProposeWaiver: true,
      mayTakeBackWaiver: false,
      waiver: { decision: "taken_back", decidedBy: scene.investigator.name },
    });
    expect(await clock()).toEqual(before);
    for (const decide of [agreeToWaiver, declineWaiver])
      await expect(
        decide(scene.commander, { key: key(), requestId, version, waiverId, reason }),
      ).rejects.toMatchObject({ code: "not-now" });
    await proposeWaiver(scene.investigator, { key: key(), requestId, version, reason });
  });

  it("is nobody else's to take back, and nobody waives alone what he proposed, in the command and in the database", async () => {
    const { requestId, version, waiverId } = await proposedWaiver();
    const [colleague, stranger] = [
      await makePerson("investigator", scene.police),
      (await setScene()).investigator,
    ];
    for (const [who, code] of [
      [colleague, "not-allowed"],
      [scene.commander, "not-allowed"],
      [scene.liaison, "not-allowed"],
      [stranger, "not-found"],
    ] as const)
      await expect(takeBackWaiver(who, { key: key(), requestId, version, waiverId })).rejects.toMatchObject({
        code,
      });

    const decide = (decision: string, by = "app.user_id()") =>
      `update deadline_waiver set decision = '${decision}', decided_by_id = ${by}, decided_at = date_trunc('milliseconds', clock_timestamp()),
        decided_tx = pg_current_xact_id()::text::bigint, answer = ${decision === "declined" ? `'${reason}'` : "null"} where id = $1`;
    for (const who of [colleague, scene.liaison, stranger])
      await writesNothing(who, decide("taken_back"), [waiverId]);
    for (const by of ["app.user_id()", "proposed_by_id"])
      await expect(write(scene.commander, decide("taken_back", by), [waiverId])).rejects.toThrow(
        /row-level security/,
      );
    for (const decision of ["waived", "declined"])
      await expect(write(scene.investigator, decide(decision), [waiverId])).rejects.toThrow(
        /row-level security|four_eyes/,
      );
    // Two roles in one person do not make two people of him.
    const both = { ...scene.investigator, roles: ["investigator", "commander"] } as typeof scene.investigator;
    await expect(write(both, decide("declined"), [waiverId])).rejects.toThrow(/four_eyes/);
    expect(await write(scene.investigator, decide("taken_back"), [waiverId])).toBe(1);
  });
});
