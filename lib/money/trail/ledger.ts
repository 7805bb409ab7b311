import type { AttributedTransfer } from "./attribution";
import type { MoneyStory } from "./story";
import type { TrailAccount } from "./trace";

/**
 * VND. Every đồng that victims reported is in exactly one place:
 * `reported = held + cashedOut + movedOnPending + unexplained + sentBack`. `returned` is part of `held`; of `movedOnPending` are `outside`
 * (it went where no institution of the register can be asked) and `unasked` (somebody can be asked, and no request was sent), which share
 * nothing; `sentBack` was moved on to a victim's own account before anybody could hold it.
 */
export interface Buckets {
  held: bigint;
  cashedOut: bigint;
  movedOnPending: bigint;
  unexplained: bigint;
  sentBack: bigint;
  returned: bigint;
  unasked: bigint;
  outside: bigint;
}

/**
 * A layer holds the accounts at one distance from the victims, and balances too: `entered = held + cashedOut + movedOnPending + unexplained +
 * sentBack + movedOn`. `cameRound`, a part of `entered`, did not come from the layer before: it goes in a circle, and is counted each time.
 */
export interface LedgerLayer extends Buckets {
  layer: number;
  entered: bigint;
  movedOn: bigint;
  cameRound: bigint;
}

export interface Ledger extends Readonly<Buckets> {
  readonly reported: bigint;
  readonly layers: readonly Readonly<LedgerLayer>[];
  /** Held beyond what the trail leads to: the holder's own money, or a transfer nobody told of yet. Outside the balance. */
  readonly heldBeyondTrail: bigint;
  /** Told to have left accounts of the trail although nobody told how it came there. Outside the balance. */
  readonly surplus: bigint;
}

const none = (): Buckets => ({
  held: 0n,
  cashedOut: 0n,
  movedOnPending: 0n,
  unexplained: 0n,
  sentBack: 0n,
  returned: 0n,
  unasked: 0n,
  outside: 0n,
});

/** The ledger of a trail, from its accounts' sums. */
export function sumUp(
  payments: MoneyStory["payments"],
  accounts: ReadonlyMap<string, TrailAccount>,
  carrying: readonly AttributedTransfer[],
): Ledger {
  const layers: LedgerLayer[] = [];
  const line = (layer: number): LedgerLayer => {
    for (let next = layers.length + 1; next <= layer; next++)
      layers.push({ layer: next, entered: 0n, movedOn: 0n, cameRound: 0n, ...none() });
    return layers[layer - 1]!;
  };
  const total = { ...none(), heldBeyondTrail: 0n, surplus: 0n };
  for (const { layer, sums, isAsked, isOutside, heldBeyond, surplus } of accounts.values()) {
    total.heldBeyondTrail += heldBeyond;
    if (layer === null) continue;
    total.surplus += surplus;
    const of = line(layer);
    of.entered += sums.entered;
    of.movedOn += sums.movedOn;
    const places: Buckets = {
      held: sums.held,
      cashedOut: sums.cashedOut,
      movedOnPending: sums.pending,
      unexplained: sums.unexplained,
      sentBack: sums.sentBack,
      returned: sums.returned,
      unasked: isAsked || isOutside ? 0n : sums.pending,
      outside: isOutside && !isAsked ? sums.pending : 0n,
    };
    for (const name of Object.keys(places) as (keyof Buckets)[]) {
      of[name] += places[name];
      total[name] += places[name];
    }
  }
  for (const { from, to, traced } of carrying) {
    const [start, end] = [accounts.get(from)?.layer ?? 0, accounts.get(to)?.layer ?? 0];
    if (end <= start) line(end).cameRound += traced;
  }
  return { reported: payments.reduce((sum, { amount }) => sum + amount, 0n), layers, ...total };
}
