import type { AttributedAccount } from "@/lib/money/trail/attribution";
import type { MoneyStory } from "@/lib/money/trail/story";

/** What the trail says of one hold. Amounts VND; `linked` is what of it is victims' money, and `byVictim` whose. */
export type HoldLink = {
  holdId: string;
  amount: bigint;
  linked: bigint;
  byVictim: ReadonlyMap<string, bigint>;
  /** What of the victims' money ever came into the account. */
  entered: bigint;
};
export type Finding = "no_link" | "surplus";

/** How sure the desk is asked to look: nothing of it is a victim's, or more is held than is theirs. Null: all of it is linked. */
export const findingOf = ({ amount, linked }: Pick<HoldLink, "amount" | "linked">): Finding | null =>
  linked === 0n ? "no_link" : linked < amount ? "surplus" : null;

/** Marks what was known when somebody looked: other facts ask again. No person is in it. */
export const factsOf = ({
  amount,
  linked,
  entered,
}: Pick<HoldLink, "amount" | "linked" | "entered">): string => `${amount}:${linked}:${entered}`;

/**
 * Shares an account's traced money out over its holds, the earliest first: usually there is one. What ended keeps only what was
 * returned of it. Gives every hold of the story, by id.
 */
export function linksOf(
  { holds }: Pick<MoneyStory, "holds">,
  accounts: ReadonlyMap<string, Pick<AttributedAccount, "shares" | "sums">>,
): Map<string, HoldLink> {
  const left = new Map<string, [string, bigint][]>();
  const links = new Map<string, HoldLink>();
  const inOrder = [...holds].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  for (const { id, account, amount, released } of inOrder) {
    const found = accounts.get(account);
    const parcels =
      left.get(account) ??
      [...(found?.shares ?? [])]
        .map(([victim, { held }]): [string, bigint] => [victim, held])
        .filter(([, held]) => held > 0n)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    left.set(account, parcels);
    const holding = amount - released;
    const byVictim = new Map<string, bigint>();
    let missing = holding;
    for (const parcel of parcels) {
      const part = parcel[1] < missing ? parcel[1] : missing;
      if (part === 0n) continue;
      parcel[1] -= part;
      missing -= part;
      byVictim.set(parcel[0], part);
    }
    links.set(id, {
      holdId: id,
      amount: holding,
      linked: holding - missing,
      byVictim,
      entered: found?.sums.entered ?? 0n,
    });
  }
  return links;
}
