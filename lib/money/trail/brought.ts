import type { Tx } from "@/lib/db";
import { type Place, placeOf } from "./accounts";
import { readStory } from "./read-story";
import { type Trail, traceMoney } from "./trace";

/** What a trail brought to an account, in VND; one whose institution is not known yet is told by its number. */
export function broughtTo({ accounts }: Trail, { institutionId, value }: Place): bigint {
  let sum = 0n;
  for (const [key, { sums }] of accounts) {
    const place = placeOf(key);
    const isSame =
      place.value === value &&
      (institutionId === null || place.institutionId === null || place.institutionId === institutionId);
    if (isSame) sum += sums.entered;
  }
  return sum;
}

/** Reads a case's trail through the caller's rights, and answers how much of the victims' money it brought to an account. */
export async function readBrought(tx: Tx, caseId: string): Promise<(account: Place) => bigint> {
  const trail = traceMoney((await readStory(tx, caseId)).story);
  return (account) => broughtTo(trail, account);
}
