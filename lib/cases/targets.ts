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
 * Stores targets by their canonical value; one that the case already has is given back, never doubled.
 * @throws Problem "invalid" with the normaliser's message at targets.N.value.
 */
export async function addTargets(tx: Tx, caseId: string, inputs: NewTarget[]): Promise<TargetModel[]> {
  const fields: Record<string, string> = {};
  const wanted = inputs.map((input, index) => {
    const normal = normaliseTarget(input.kind, input.value);
    if (!normal.ok) fields[`targets.${index}.value`] = `targets.errors.${normal.code}`;
    return { input, normal };
  });
  if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
  const stored: TargetModel[] = [];
  for (const { input, normal } of wanted) {
    if (!normal.ok) continue;
    const same = {
      caseId,
      kind: input.kind,
      value: normal.value,
      institutionId: input.institutionId ?? null,
    };
    const known =
      stored.find(
        (target) =>
          target.kind === same.kind &&
          target.value === same.value &&
          target.institutionId === same.institutionId,
      ) ?? (await tx.target.findFirst({ where: same }));
    if (known) {
      if (!stored.includes(known)) stored.push(known);
      continue;
    }
    stored.push(
      await tx.target.create({
        data: {
          ...same,
          display: normal.display,
          holderName: input.holderName ?? null,
          note: input.note ?? null,
        },
      }),
    );
  }
  return stored;
}

/** Makes what was added to a case findable with the rest of it: its victims and all its targets. */
export async function indexWhole(tx: Tx, found: Parameters<typeof indexCase>[1]): Promise<void> {
  const where = { caseId: found.id };
  const victims = await tx.victim.findMany({ where, select: { fullName: true, phone: true } });
  await indexCase(tx, found, victims, await tx.target.findMany({ where }));
}
