/** What a hold still has to give, VND: `available` after earlier decisions; `traced` says how much of that is whose, by the trail. */
export interface HeldSum {
  readonly id: string;
  readonly available: bigint;
  readonly traced: ReadonlyMap<string, bigint>;
}
/** What a victim has lost and no decision has given back yet, VND. */
export interface UnreturnedLoss {
  readonly id: string;
  readonly amount: bigint;
}
/** What one victim gets out of one hold, VND; `traced` is the part that the trail leads to, the rest of it is shared pro rata. */
export interface ProposedShare {
  readonly holdId: string;
  readonly victimId: string;
  readonly traced: bigint;
  readonly amount: bigint;
}

/**
 * Splits `total` in the proportion of the weights, exact to the đồng: each gets the whole part of its share, and what is left over goes
 * one by one to the largest remainders, of equals to the first. Nobody gets more than his weight while `total` is at most their sum.
 * @throws RangeError for a negative total or weight, and for something to share among nobody.
 */
export function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n || weights.some((weight) => weight < 0n)) throw new RangeError("shares are never negative");
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map(() => 0n);
  if (whole === 0n) throw new RangeError("nobody to share among");
  const parts = weights.map((weight) => (total * weight) / whole);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  let left = total - parts.reduce((sum, part) => sum + part, 0n);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index]! += 1n;
    left -= 1n;
  }
  return parts;
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/**
 * Proposes who gets what out of which hold: first what the trail leads to, then the rest of each hold in the proportion of what each
 * victim still misses. Never more out of a hold than it has, never more to a victim than he misses; what is given out is the smaller of
 * all that is held and all that is missed. The order of the input changes nothing. Shares of nothing are left out.
 * @throws RangeError for negative amounts.
 */
export function shareOut(holds: readonly HeldSum[], losses: readonly UnreturnedLoss[]): ProposedShare[] {
  const [sources, victims] = [byId(holds), byId(losses)];
  if (
    [...sources.map(({ available }) => available), ...victims.map(({ amount }) => amount)].some((x) => x < 0n)
  )
    throw new RangeError("amounts of a restitution are never negative");
  const traced = tracedFirst(sources, victims);
  const misses = victims.map(({ amount }, v) => amount - traced.reduce((sum, row) => sum + row[v]!, 0n));
  return sources.flatMap(({ id, available }, h) => {
    const row = traced[h]!;
    const rest = available - row.reduce((sum, amount) => sum + amount, 0n);
    const missed = misses.reduce((sum, amount) => sum + amount, 0n);
    const more = largestRemainder(least(rest, missed), misses);
    return victims.flatMap((victim, v) => {
      misses[v]! -= more[v]!;
      const amount = row[v]! + more[v]!;
      return amount > 0n ? [{ holdId: id, victimId: victim.id, traced: row[v]!, amount }] : [];
    });
  });
}

/** By hold and victim, within what each hold has and each victim misses; where the trail says more, all of it shrinks alike. */
function tracedFirst(holds: readonly HeldSum[], victims: readonly UnreturnedLoss[]): bigint[][] {
  const rows = holds.map(({ available, traced }) => {
    const wanted = victims.map(({ id }) => {
      const amount = traced.get(id) ?? 0n;
      if (amount < 0n) throw new RangeError("amounts of a restitution are never negative");
      return amount;
    });
    const sum = wanted.reduce((total, amount) => total + amount, 0n);
    return sum > available ? largestRemainder(available, wanted) : wanted;
  });
  victims.forEach(({ amount }, v) => {
    const column = rows.map((row) => row[v]!);
    const sum = column.reduce((total, part) => total + part, 0n);
    if (sum <= amount) return;
    largestRemainder(amount, column).forEach((part, h) => (rows[h]![v] = part));
  });
  return rows;
}
