import { inOrder } from "./order";
import { cashOutsOnce, transfersOnce, withoutPayments } from "./same-transfer";
import type { MoneyStory } from "./story";
import { nothing, type Sums } from "./sums";

/**
 * The same sharing once more, đồng by đồng, for tests on small amounts: an account is a row of coins, each with its victim's name or none,
 * and every coin keeps where it has been. Slow on purpose.
 */
export function naiveShares(story: MoneyStory): Map<string, Map<string, Sums>> {
  const paidTo = new Set(story.payments.map(({ to }) => to));
  const victims = new Set(story.payments.flatMap(({ from }) => (from && !paidTo.has(from) ? [from] : [])));
  const rows = new Map<string, (string | null)[]>();
  const result = new Map<string, Map<string, Sums>>();
  const row = (account: string) => rows.get(account) ?? rows.set(account, []).get(account)!;
  const note = (account: string, victim: string | null, name: keyof Sums) => {
    if (victim === null) return;
    const shares = result.get(account) ?? result.set(account, new Map()).get(account)!;
    const sums = shares.get(victim) ?? shares.set(victim, nothing()).get(victim)!;
    sums[name] += 1n;
  };
  const once = withoutPayments(transfersOnce(story.transfers), story.payments);
  for (const { kind, step } of inOrder({ ...story, cashOuts: cashOutsOnce(story.cashOuts) }, once)) {
    if (kind === "own") for (let coin = 0n; coin < step.amount; coin++) row(step.account).push(null);
    if (kind === "payment")
      for (let coin = 0n; coin < step.amount; coin++) {
        row(step.to).push(step.victim);
        note(step.to, step.victim, "entered");
      }
    if (kind === "transfer") {
      // The coins first leave and then arrive: one that goes round to its own account is not taken twice.
      const coins = Array.from({ length: Number(step.amount) }, () => row(step.from).shift() ?? null);
      for (const coin of coins) {
        note(step.from, coin, victims.has(step.to) ? "sentBack" : "movedOn");
        if (victims.has(step.to)) continue;
        row(step.to).push(coin);
        note(step.to, coin, "entered");
      }
    }
    if (kind === "cashOut")
      for (let coin = 0n; coin < step.amount; coin++)
        note(step.account, row(step.account).shift() ?? null, "cashedOut");
    if (kind === "hold") {
      let returned = step.returned;
      for (let coin = 0n; coin < step.amount - step.released; coin++) {
        const place = row(step.account).findIndex((victim) => victim !== null);
        if (place < 0) break;
        const [victim] = row(step.account).splice(place, 1) as [string];
        note(step.account, victim, "held");
        if (returned-- > 0n) note(step.account, victim, "returned");
      }
    }
  }
  for (const [account, coins] of rows)
    for (const coin of coins) note(account, coin, story.answered.has(account) ? "unexplained" : "pending");
  return result;
}
