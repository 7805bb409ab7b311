import type { Tx } from "@/lib/db";
import { type Place, placeOf } from "./accounts";
import { readStory } from "./read-story";
import { type Trail, traceMoney } from "./trace";

/** The same number at an institution that one of the two does not name is taken for the same account. */
export const isSameAccount = (one: Place, other: Place): boolean =>
  one.value === other.value &&
  (one.institutionId === null || other.institutionId === null || one.institutionId === other.institutionId);

/**
 * What a trail brought to an account, in VND; one whose institution is not known yet is told by its number. Money that left and came
 * round again enters the sums each time, but no account was brought more of a victim's money than the victim paid.
 */
export function broughtTo({ accounts, victims }: Trail, { institutionId, value }: Place): bigint {
  const paid = new Map(victims.map((victim) => [victim.id, victim.paid]));
  const brought = new Map<string, bigint>();
  for (const [key, { shares }] of accounts) {
    if (!isSameAccount(placeOf(key), { institutionId, value })) continue;
    for (const [victim, { entered }] of shares) brought.set(victim, (brought.get(victim) ?? 0n) + entered);
  }
  let sum = 0n;
  for (const [victim, entered] of brought) {
    const most = paid.get(victim) ?? 0n;
    sum += entered < most ? entered : most;
  }
  return sum;
}

/** Reads a case's trail through the caller's rights, and answers how much of the victims' money it brought to an account. */
export async function readBrought(tx: Tx, caseId: string): Promise<(account: Place) => bigint> {
  const trail = traceMoney((await readStory(tx, caseId)).story);
  return (account) => broughtTo(trail, account);
}
