import type { Tx } from "@/lib/db";
import type { HoldModel, RequestModel } from "@/lib/generated/prisma/models";
import { type ProposedShare, shareOut } from "@/lib/money/restitution";
import { lookAtCase } from "@/lib/release/look";
import { daysHeld } from "./days-held";
import { isPayable } from "./payable";

/** A hold of the case and what it still has to give, VND; money is given back out of what is payable (payable.ts). */
export type SourceHold = {
  hold: HoldModel;
  order: RequestModel;
  isPayable: boolean;
  decided: bigint;
  available: bigint;
  linked: bigint;
  days: number;
};
/** A victim, what was lost and what no decision has given back yet, VND. The account is the one that was last paid from. */
export type SourceVictim = {
  id: string;
  name: string;
  loss: bigint;
  missed: bigint;
  account: string | null;
  institutionId: string | null;
};
export type Proposal = { holds: SourceHold[]; victims: SourceVictim[]; shares: ProposedShare[] };

const most = (a: bigint, b: bigint) => (a > b ? a : b);
const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

/**
 * Who may get what out of which hold of a case, by the trail first and then by what each victim still misses. What other decisions give
 * back, also those that are not approved yet, is taken off; `except` leaves one out, because it is being written anew.
 */
export async function proposalFor(tx: Tx, caseId: string, now: Date, except?: string): Promise<Proposal> {
  const active = await tx.hold.findMany({
    where: { caseId, releasedAt: null },
    orderBy: [{ fromAt: "asc" }, { id: "asc" }],
  });
  const orders = await tx.request.findMany({
    where: { id: { in: active.map(({ requestId }) => requestId) } },
  });
  const people = await tx.victim.findMany({
    where: { caseId },
    include: { payments: { orderBy: { at: "desc" } } },
    orderBy: { id: "asc" },
  });
  const decided = (await tx.restitutionShare.findMany({ where: { caseId, cancelledAt: null } })).filter(
    ({ decisionId }) => decisionId !== except,
  );
  const links = await lookAtCase(tx, caseId);
  const owner = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { status: true } });
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const holds = active.flatMap((hold): SourceHold[] => {
    const order = orderOf.get(hold.requestId);
    if (!order) return [];
    const given = sumOf(decided.flatMap(({ holdId, amount }) => (holdId === hold.id ? [amount] : [])));
    return [
      {
        hold,
        order,
        isPayable: isPayable(order.kindCode, owner.status),
        decided: given,
        available: most(0n, hold.amount - given),
        linked: links.get(hold.id)?.linked ?? 0n,
        days: daysHeld(hold.fromAt, now),
      },
    ];
  });
  const victims = people.map(({ id, fullName, reportedLoss, payments }): SourceVictim => {
    const paid = sumOf(payments.map(({ amount }) => amount));
    const loss = paid > 0n ? paid : reportedLoss;
    const given = sumOf(decided.flatMap(({ victimId, amount }) => (victimId === id ? [amount] : [])));
    const known = payments.find(({ fromAccount, fromInstitutionId }) => fromAccount && fromInstitutionId);
    return {
      id,
      name: fullName,
      loss,
      missed: most(0n, loss - given),
      account: known?.fromAccount ?? null,
      institutionId: known?.fromInstitutionId ?? null,
    };
  });
  const tracedLeft = (holdId: string) =>
    new Map(
      [...(links.get(holdId)?.byVictim ?? [])].map(([victimId, traced]) => {
        const given = sumOf(
          decided.flatMap((share) =>
            share.holdId === holdId && share.victimId === victimId ? [share.traced] : [],
          ),
        );
        return [victimId, most(0n, traced - given)] as const;
      }),
    );
  const shares = shareOut(
    holds
      .filter(({ isPayable }) => isPayable)
      .map(({ hold, available }) => ({ id: hold.id, available, traced: tracedLeft(hold.id) })),
    victims.map(({ id, missed }) => ({ id, amount: missed })),
  );
  return { holds, victims, shares };
}
