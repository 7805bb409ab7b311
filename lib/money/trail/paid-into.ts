import type { Tx } from "@/lib/db";
import { broughtTo, isSameAccount } from "./brought";
import { type Place, placeOf } from "./accounts";
import { readStory } from "./read-story";
import type { MoneyStory } from "./story";
import { type Trail, traceMoney } from "./trace";

/** One amount that came to an account: the whole transfer in VND as digits, as its bank finds it, and when, ISO UTC. */
export type PaidIn = { at: string; amount: string };

/**
 * The payments and transfers that brought victims' money to an account, earliest first, each once however many told of it. Transfers
 * with nothing of theirs are nobody's to tell.
 */
export function paidInto({ payments }: MoneyStory, { transfers }: Trail, place: Place): PaidIn[] {
  const carrying = transfers.filter(({ traced, toVictim }) => traced > 0n && !toVictim);
  return [...payments, ...carrying]
    .filter(({ to }) => isSameAccount(placeOf(to), place))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ at, amount }) => ({ at: at.toISOString(), amount: amount.toString() }));
}

/** What reached the accounts of a case, read once through the caller's rights: how much in VND, and in which transfers. */
export async function readReached(tx: Tx, caseId: string): Promise<Reached> {
  const { story } = await readStory(tx, caseId);
  const trail = traceMoney(story);
  return {
    brought: (place) => broughtTo(trail, place),
    paidInto: (place) => paidInto(story, trail, place),
  };
}
export type Reached = { brought: (place: Place) => bigint; paidInto: (place: Place) => PaidIn[] };
