import type { z } from "zod";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { TargetModel } from "@/lib/generated/prisma/models";
import { indexCase } from "@/lib/search/index-entries";
import { normaliseTarget } from "@/lib/targets/kinds";
import type { targetInput } from "./schema";

export type NewTarget = z.output<typeof targetInput>;

/** The accounts that money went to, as targets. */
export function recipientsOf(
  payments: { toAccount: string; toInstitutionId: string; toName?: string; wallet: boolean }[],
): NewTarget[] {
  return payments.map(({ toAccount, toInstitutionId, toName, wallet }) => ({
    kind: wallet ? "e_wallet" : "bank_account",
    value: toAccount,
    institutionId: toInstitutionId,
    holderName: toName,
  }));
}

/**
 * Stores targets by their canonical value, each once, in the order of the inputs; one that the case already has is given back, never
 * doubled. Whoever calls holds the case, so that two who add at once do not both find nothing.
 * @throws Problem "invalid" with the normaliser's message at targets.N.value.
 */
export async function addTargets(tx: Tx, caseId: string, inputs: NewTarget[]): Promise<TargetModel[]> {
  const fields: Record<string, string> = {};
  const wanted = new Map<string, Omit<TargetModel, "id" | "createdAt">>();
  for (const [
    index,
    { kind, value, institutionId = null, holderName = null, note = null },
  ] of inputs.entries()) {
    const normal = normaliseTarget(kind, value);
    if (!normal.ok) fields[`targets.${index}.value`] = `targets.errors.${normal.code}`;
    else {
      const { display } = normal;
      const target = { caseId, kind, value: normal.value, display, institutionId, holderName, note };
      if (!wanted.has(sameOf(target))) wanted.set(sameOf(target), target);
    }
  }
  if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
  if (wanted.size === 0) return [];
  const values = [...new Set([...wanted.values()].map(({ value }) => value))];
  const found = await tx.target.findMany({
    where: { caseId, value: { in: values } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const stored = new Map(found.map((target) => [sameOf(target), target]));
  const missing = [...wanted].flatMap(([same, target]) => (stored.has(same) ? [] : [target]));
  if (missing.length > 0)
    for (const target of await tx.target.createManyAndReturn({ data: missing }))
      stored.set(sameOf(target), target);
  return [...wanted.keys()].map((same) => stored.get(same)!);
}

/** One number at two banks is two targets. */
const sameOf = ({ kind, value, institutionId }: Pick<TargetModel, "kind" | "value" | "institutionId">) =>
  `${kind} ${institutionId ?? ""} ${value}`;

/** Makes what was added to a case findable with the rest of it: its victims and all its targets. */
export async function indexWhole(tx: Tx, found: Parameters<typeof indexCase>[1]): Promise<void> {
  const where = { caseId: found.id };
  const victims = await tx.victim.findMany({ where, select: { fullName: true, phone: true } });
  await indexCase(tx, found, victims, await tx.target.findMany({ where }));
}
