import type { DraftInput } from "@/lib/requests/schema";

type Account = { value: string; institutionId: string | null };
/** Money that reached an account: a victim's payment, or an onward transfer that an answer told of. Amounts VND. */
export type Inflow = { toAccount: string; toInstitutionId: string | null; amount: bigint };

/** What a case's trail brought to an account; one whose institution is not known yet is told by its number. */
export function broughtTo({ value, institutionId }: Account, inflows: readonly Inflow[]): bigint {
  return inflows
    .filter(
      ({ toAccount, toInstitutionId }) =>
        toAccount === value &&
        (institutionId === null || toInstitutionId === null || toInstitutionId === institutionId),
    )
    .reduce((sum, { amount }) => sum + amount, 0n);
}

/**
 * More than the trail brought to an account is disputed only with a ground, which its signer reads (domain §4). Gives the
 * field of each target that breaks this; `brought` tells by target what reached it, and knows every target of the list.
 */
export function beyondTrail(
  targets: DraftInput["targets"],
  brought: ReadonlyMap<string, bigint>,
): Record<string, string> {
  return Object.fromEntries(
    targets.flatMap(({ targetId, disputedAmount, overGround }, index) =>
      disputedAmount && !overGround && BigInt(disputedAmount) > (brought.get(targetId) ?? 0n)
        ? [[`targets.${index}.disputedAmount`, "money.beyondTrail"]]
        : [],
    ),
  );
}
