import type { Attribution } from "./attribution";
import type { MoneyStory } from "./story";

/** What the trail says of one hold. Amounts VND; `linked` is what of it is victims' money, and `byVictim` whose. */
export type HoldLink = {
  holdId: string;
  amount: bigint;
  linked: bigint;
  byVictim: ReadonlyMap<string, bigint>;
  /** What of the victims' money ever came into the account. */
  entered: bigint;
};

/** Every hold of the story, by id, with the money that the trail shared out to it when it was placed. */
export function linksOf(
  { holds }: Pick<MoneyStory, "holds">,
  { accounts, holds: kept }: Pick<Attribution, "accounts" | "holds">,
): Map<string, HoldLink> {
  return new Map(
    holds.map(({ id, account, amount, released }) => {
      const byVictim = kept.get(id) ?? new Map<string, bigint>();
      const linked = [...byVictim.values()].reduce((sum, part) => sum + part, 0n);
      const entered = accounts.get(account)?.sums.entered ?? 0n;
      return [id, { holdId: id, amount: amount - released, linked, byVictim, entered }];
    }),
  );
}
