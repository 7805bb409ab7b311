import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { aboutCase } from "@/lib/cases/change";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { caseFileOnly } from "@/lib/files/case-files";
import type { CaseModel, RestitutionDecisionModel } from "@/lib/generated/prisma/models";
import { plainAccount } from "@/lib/targets/kinds/bank-account";
import { caseToGiveBack, holdDecision, lastDecisionChange } from "./find";
import { type Proposal, proposalFor } from "./proposal";
import type { RestitutionInput } from "./schema";

export type DecisionResult = { decisionId: string; version: number };
type Share = {
  holdId: string;
  requestId: string;
  holderOrgId: string;
  victimId: string;
  traced: bigint;
  proposed: bigint;
  amount: bigint;
  ground: string | null;
  daysHeld: number;
  payeeName: string | null;
  payeeAccount: string | null;
  payeeInstitutionId: string | null;
};

/**
 * Writes a decision, or writes one anew that is still a draft. What is proposed is worked out here once more; an amount that differs says
 * why, none goes beyond its hold and none beyond its victim's loss.
 * @throws Problem invalid (at the field), not-found, not-allowed, not-now (one is under way), changed-meanwhile.
 */
export function draftRestitution(actor: Actor, input: RestitutionInput): Promise<DecisionResult> {
  return once(actor, "restitution.draft", input, async (tx) => {
    const owner = await caseToGiveBack(tx, actor, input.caseId, "restitution.draft");
    if (!input.decisionId) await assertNoneOpen(tx, owner.id);
    const now = await databaseNow(tx);
    const proposal = await proposalFor(tx, owner.id, now, input.decisionId);
    const shares = sharesOf(input, proposal);
    await checkPlaces(tx, owner.id, input);
    const total = shares.reduce((sum, { amount }) => sum + amount, 0n);
    const content = {
      grounds: input.grounds,
      payee: input.payee,
      custody: input.payee === "custody" ? (input.custody ?? null) : null,
      attachmentId: input.attachmentId ?? null,
      total,
    };
    const decision = input.decisionId
      ? await rewrite(tx, actor, input, content)
      : await create(tx, actor, owner, content, now);
    await tx.restitutionShare.deleteMany({ where: { decisionId: decision.id } });
    await tx.restitutionShare.createMany({
      data: shares.map((share, index) => ({
        ...share,
        decisionId: decision.id,
        caseId: owner.id,
        position: index + 1,
      })),
    });
    await record(tx, actor, {
      ...aboutCase(owner),
      type: input.decisionId ? "restitution.redrafted" : "restitution.drafted",
      subjectType: "restitution",
      subjectId: decision.id,
      changes: { amount: total.toString(), shares: shares.length },
    });
    await tell(tx, "restitution.drafted", [owner.unitId], { caseId: owner.id });
    return { decisionId: decision.id, version: decision.version };
  });
}

/** What was typed, beside what is proposed now. @throws Problem "invalid" at each field that is wrong. */
function sharesOf(input: RestitutionInput, { holds, victims, shares: proposed }: Proposal): Share[] {
  const fields: Record<string, string> = {};
  const outOf = new Map<string, bigint>();
  const to = new Map<string, bigint>();
  const seen = new Set<string>();
  const add = (sums: Map<string, bigint>, name: string, amount: bigint) => {
    const sum = (sums.get(name) ?? 0n) + amount;
    sums.set(name, sum);
    return sum;
  };
  const rows = input.shares.flatMap(({ holdId, victimId, amount: digits, ground }, index): Share[] => {
    const at = `shares.${index}.amount`;
    const source = holds.find(({ hold, isPayable }) => isPayable && hold.id === holdId);
    const victim = victims.find(({ id }) => id === victimId);
    const pair = `${holdId}:${victimId}`;
    if (!source || !victim || seen.has(pair)) {
      fields[at] = "invalid";
      return [];
    }
    seen.add(pair);
    const amount = BigInt(digits);
    const suggestion = proposed.find((each) => each.holdId === holdId && each.victimId === victimId);
    const { amount: wanted, traced } = suggestion ?? { amount: 0n, traced: 0n };
    if (amount === 0n && wanted === 0n) return [];
    if (amount !== wanted && (ground?.length ?? 0) < 10)
      fields[`shares.${index}.ground`] = "restitution.ground";
    if (add(outOf, holdId, amount) > source.available) fields[at] = "restitution.overHeld";
    else if (add(to, victimId, amount) > victim.missed) fields[at] = "restitution.overLoss";
    const beneficiary =
      input.payee === "victim" ? input.beneficiaries.find((each) => each.victimId === victimId) : undefined;
    if (input.payee === "victim" && amount > 0n && !beneficiary) fields[at] ??= "restitution.noAccount";
    return [
      {
        holdId,
        requestId: source.order.id,
        holderOrgId: source.hold.holderOrgId,
        victimId,
        traced,
        proposed: wanted,
        amount,
        ground: amount === wanted ? null : (ground ?? null),
        daysHeld: source.days,
        payeeName: beneficiary ? victim.name : null,
        payeeAccount: beneficiary ? plainAccount(beneficiary.account) : null,
        payeeInstitutionId: beneficiary?.institutionId ?? null,
      },
    ];
  });
  if (Object.keys(fields).length === 0 && !rows.some(({ amount }) => amount > 0n))
    fields["shares.0.amount"] = "money.positive";
  if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
  return rows;
}

/** Banks and wallets of the register, and a file of this very case. @throws Problem "invalid" at the field. */
async function checkPlaces(tx: Tx, caseId: string, input: RestitutionInput): Promise<void> {
  const known = await tx.organisation.findMany({
    where: {
      id: { in: input.beneficiaries.map(({ institutionId }) => institutionId) },
      kind: { in: ["bank", "payment_intermediary"] },
    },
    select: { id: true },
  });
  const wrong = input.beneficiaries.findIndex(
    ({ institutionId }) => !known.some(({ id }) => id === institutionId),
  );
  if (wrong >= 0)
    throw new Problem("invalid", { fields: { [`beneficiaries.${wrong}.institutionId`]: "required" } });
  if (
    input.attachmentId &&
    !(await tx.attachment.count({
      where: { ...caseFileOnly(caseId), id: input.attachmentId },
    }))
  )
    throw new Problem("invalid", { fields: { attachmentId: "file.notAttached" } });
}

type Content = Pick<RestitutionDecisionModel, "grounds" | "payee" | "custody" | "attachmentId" | "total">;

/** One decision of a case after the other: two at once would each give away what the other counts on. @throws Problem "not-now". */
async function assertNoneOpen(tx: Tx, caseId: string): Promise<void> {
  const open = await tx.restitutionDecision.findFirst({
    where: { caseId, status: { in: ["DRAFT", "PENDING_APPROVAL"] } },
    select: { id: true },
  });
  if (open) throw new Problem("not-now", { by: await lastDecisionChange(tx, open.id) });
}

async function create(tx: Tx, actor: Actor, owner: CaseModel, content: Content, now: Date) {
  return tx.restitutionDecision.create({
    data: {
      ...content,
      caseId: owner.id,
      unitId: owner.unitId,
      provinceCode: owner.provinceCode,
      drafterId: actor.userId,
      createdAt: now,
    },
    select: { id: true, version: true },
  });
}

/** Whoever rewrites a decision is its drafter from here on; the database writes that down. */
async function rewrite(tx: Tx, actor: Actor, input: RestitutionInput, content: Content) {
  const { decision } = await holdDecision(tx, actor, input.decisionId!, "restitution.draft", input.version);
  if (decision.caseId !== input.caseId) throw new Problem("not-found");
  const { count } = await tx.restitutionDecision.updateMany({
    where: { id: decision.id, version: decision.version, status: "DRAFT" },
    data: { ...content, version: { increment: 1 } },
  });
  if (count === 0) throw new Problem("not-now", { by: await lastDecisionChange(tx, decision.id) });
  return { id: decision.id, version: decision.version + 1 };
}
