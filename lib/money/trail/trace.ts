import { attribute, type AttributedAccount, type AttributedTransfer } from "./attribution";
import { distances } from "./distance";
import { sumUp, type Ledger } from "./ledger";
import type { MoneyStory } from "./story";
import { addTo, nothing, type Sums } from "./sums";

/** An account of the trail. `layer` is the shortest way that a victim's money took to it; null when none came there. */
export interface TrailAccount extends AttributedAccount {
  readonly layer: number | null;
  readonly isAnswered: boolean;
  readonly isAsked: boolean;
  /** No institution of the register keeps it: nobody can be asked through the portal. */
  readonly isOutside: boolean;
}
/** What became of one victim's money. `sums.entered` counts money again each time it is moved; `paid` does not. */
export interface TrailVictim {
  readonly id: string;
  readonly paid: bigint;
  readonly sums: Readonly<Sums>;
}
export interface Trail {
  readonly accounts: ReadonlyMap<string, TrailAccount>;
  readonly transfers: readonly AttributedTransfer[];
  readonly victims: readonly TrailVictim[];
  readonly ledger: Ledger;
}

/**
 * The money trail of a case: who has how much of whose money, and the ledger that these sums make. Pure; amounts VND. The order in which
 * the story was read changes nothing. @throws RangeError for a story that cannot be.
 */
export function traceMoney(story: MoneyStory): Trail {
  const { accounts, transfers } = attribute(story);
  const carrying = transfers.filter(({ traced, toVictim }) => traced > 0n && !toVictim);
  const layers = distances(
    story.payments.filter(({ amount }) => amount > 0n).map(({ to }) => to),
    carrying,
  );
  const traced = new Map(
    [...accounts].map(([key, account]): [string, TrailAccount] => [
      key,
      {
        ...account,
        layer: layers.get(key) ?? null,
        isAnswered: story.answered.has(key),
        isAsked: story.asked.has(key),
        isOutside: story.outside?.has(key) ?? false,
      },
    ]),
  );
  return {
    accounts: traced,
    transfers,
    victims: victimsOf(story, traced),
    ledger: sumUp(story.payments, traced, carrying),
  };
}

function victimsOf(story: MoneyStory, accounts: ReadonlyMap<string, TrailAccount>): TrailVictim[] {
  const all = new Map<string, { paid: bigint; sums: Sums }>();
  for (const { victim, amount } of story.payments) {
    const known = all.get(victim) ?? { paid: 0n, sums: nothing() };
    known.paid += amount;
    all.set(victim, known);
  }
  for (const { shares } of accounts.values())
    for (const [victim, sums] of shares) addTo(all.get(victim)!.sums, sums);
  return [...all].map(([id, rest]) => ({ id, ...rest })).sort((a, b) => (a.id < b.id ? -1 : 1));
}
