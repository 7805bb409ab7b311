import { plainAccount } from "@/lib/targets/kinds/bank-account";

export type Place = { institutionId: string | null; value: string };

/** The same number at two institutions is two accounts. */
const keyOf = ({ institutionId, value }: Place): string => `${institutionId ?? ""}:${plainAccount(value)}`;

/** An account's key taken apart again. */
export function placeOf(key: string): Place {
  const colon = key.indexOf(":");
  return { institutionId: key.slice(0, colon) || null, value: key.slice(colon + 1) };
}

/**
 * Gives every mention of an account its key. One whose institution nobody named is the account with the same number, when the case
 * knows just one of them; else it stays an account of its own.
 */
export function accountKeys(mentions: Iterable<Place>): (mention: Place) => string {
  const known = new Map<string, Set<string>>();
  for (const { institutionId, value } of mentions) {
    if (institutionId === null) continue;
    const plain = plainAccount(value);
    known.set(plain, (known.get(plain) ?? new Set()).add(institutionId));
  }
  return ({ institutionId, value }) => {
    const at = institutionId === null ? known.get(plainAccount(value)) : undefined;
    return keyOf({ institutionId: at?.size === 1 ? [...at][0]! : institutionId, value });
  };
}
