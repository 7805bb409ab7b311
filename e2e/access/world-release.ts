import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import type { Cast } from "./cast";

/** Money of the world that is held no more, and what hangs on it: nothing of it can be acted on, so that rights show and nothing happens. */
export type ReleaseRows = {
  hold: string;
  /** Brought to the bank's branch: the desk reads it too. */
  openAppeal: string;
  /** Answered by the unit, for the unit alone. */
  answeredAppeal: string;
  decision: string;
  share: string;
};

/** An ended hold under an order of the own unit to the own bank, two appeals against it, and a decision that was called back. */
export async function makeReleaseRows(
  { units, people }: Cast,
  request: { id: string; itemId: string },
  caseId: string,
): Promise<ReleaseRows> {
  return asSystem(async (tx) => {
    const order = await tx.request.findUniqueOrThrow({ where: { id: request.id } });
    const item = await tx.requestItem.findUniqueOrThrow({ where: { id: request.itemId } });
    const victim = await tx.victim.findFirstOrThrow({ where: { caseId } });
    const now = new Date();
    const place = { caseId, requestId: order.id, holderOrgId: units.bank.id };
    const { id: hold } = await tx.hold.create({
      data: {
        ...place,
        itemId: item.id,
        account: item.value,
        amount: 1_000_000n,
        disputedAmount: 1_000_000n,
        fromAt: now,
        releasedAt: now,
        releaseReason: "lapsed",
      },
      select: { id: true },
    });
    const appeal = async (intakeOrgId: string, by: string, over: object) =>
      (
        await tx.appeal.create({
          data: {
            ...place,
            holdId: hold,
            code: `KN-T-${randomUUID().slice(0, 8)}`,
            requesterOrgId: order.requesterOrgId,
            intakeOrgId,
            provinceCode: order.provinceCode,
            channel: intakeOrgId === units.bank.id ? "bank_branch" : "counter",
            appellant: "Người Đề Nghị Thử",
            contact: "0900 000 000",
            content: "Đề nghị thử quyền, không có hiệu lực.",
            receivedAt: now,
            dueAt: new Date(now.getTime() + 240 * 60_000),
            spanMinutes: 240,
            receivedById: by,
            ...over,
          },
          select: { id: true },
        })
      ).id;
    const openAppeal = await appeal(units.bank.id, people.liaison.userId, {});
    const answeredAppeal = await appeal(units.own.id, people.intake.userId, {
      status: "REJECTED",
      endedAt: now,
      decidedById: people.commander.userId,
      ground: "other",
      answer: "Trả lời thử quyền, không có hiệu lực pháp lý.",
      documentNumber: "1/CV-T",
      documentDate: now,
    });
    const { id: decision } = await tx.restitutionDecision.create({
      data: {
        caseId,
        unitId: order.requesterOrgId,
        provinceCode: order.provinceCode,
        status: "CANCELLED",
        grounds: "Căn cứ thử quyền, không có hiệu lực.",
        payee: "custody",
        custody: "Tài khoản thử quyền",
        total: 1n,
        drafterId: people.drafter.userId,
        createdAt: now,
        cancelledAt: now,
        statedReason: "Thử quyền, không có hiệu lực.",
      },
      select: { id: true },
    });
    const { id: share } = await tx.restitutionShare.create({
      data: {
        ...place,
        decisionId: decision,
        holdId: hold,
        victimId: victim.id,
        position: 1,
        traced: 0n,
        proposed: 1n,
        amount: 1n,
        daysHeld: 1,
        issuedAt: now,
        cancelledAt: now,
      },
      select: { id: true },
    });
    return { hold, openAppeal, answeredAppeal, decision, share };
  });
}
