/**
 * The ledger of a case's money: pure arithmetic over what was reported and answered. Every đồng a victim reported is in exactly one
 * place: `reported = held + cashedOut + movedOnPending + unexplained`, in total, per layer and however the trail loops.
 * Money is traced first in, first out from the victims' transfers; what an account had of its own is left out.
 */
export interface LedgerInput {
  /** Victims' transfers into the accounts of layer 1. */
  readonly payments: readonly { readonly to: string; readonly amount: bigint; readonly at: Date }[];
  /** Edges that answers reported. */
  readonly transfers: readonly {
    readonly from: string;
    readonly to: string;
    readonly amount: bigint;
    readonly at: Date;
  }[];
  readonly cashOuts: readonly { readonly account: string; readonly amount: bigint; readonly at: Date }[];
  /** `released` went back to the account holder, `returned` to victims; both are parts of `amount`. */
  readonly holds: readonly {
    readonly account: string;
    readonly amount: bigint;
    readonly at: Date;
    readonly released: bigint;
    readonly returned: bigint;
  }[];
  /** Accounts whose institution has answered: what is left there is unexplained, elsewhere it is pending. */
  readonly answered: ReadonlySet<string>;
  /** Accounts that a request which was sent and not taken back asks about. */
  readonly asked: ReadonlySet<string>;
}

/** VND. `returned` is part of `held`, `unasked` (no request was sent about it) of `movedOnPending`. */
export interface Buckets {
  readonly held: bigint;
  readonly cashedOut: bigint;
  readonly movedOnPending: bigint;
  readonly unexplained: bigint;
  readonly returned: bigint;
  readonly unasked: bigint;
}

/** A layer balances too: `entered = held + cashedOut + movedOnPending + unexplained + movedOn` (to the next layer). */
export interface LedgerLayer extends Buckets {
  readonly layer: number;
  readonly entered: bigint;
  readonly movedOn: bigint;
}

export interface Ledger extends Buckets {
  readonly reported: bigint;
  readonly layers: readonly LedgerLayer[];
  /** Held beyond what the trail leads to: the holder's own money, or a transfer nobody told of yet. Outside the balance. */
  readonly heldBeyondTrail: bigint;
}

type Line = { -readonly [Key in keyof LedgerLayer]: LedgerLayer[Key] };
type Parcel = { layer: number; amount: bigint };

/** @throws RangeError for negative amounts and for a hold with more released and returned than held. */
export function buildLedger(input: LedgerInput): Ledger {
  assertSound(input);
  const balances = new Map<string, Parcel[]>();
  const layers: Line[] = [];
  const line = (layer: number): Line =>
    (layers[layer - 1] ??= {
      layer,
      entered: 0n,
      movedOn: 0n,
      held: 0n,
      cashedOut: 0n,
      movedOnPending: 0n,
      unexplained: 0n,
      returned: 0n,
      unasked: 0n,
    });
  const put = (account: string, parcel: Parcel): void => {
    line(parcel.layer).entered += parcel.amount;
    const parcels = balances.get(account);
    if (parcels === undefined) balances.set(account, [parcel]);
    else parcels.push(parcel);
  };
  let heldBeyondTrail = 0n;

  for (const step of inOrder(input)) {
    if (step.kind === "payment") {
      put(step.to, { layer: 1, amount: step.amount });
    } else if (step.kind === "transfer") {
      for (const { layer, amount } of take(balances, step.from, step.amount)) {
        line(layer).movedOn += amount;
        put(step.to, { layer: layer + 1, amount });
      }
    } else if (step.kind === "cashOut") {
      for (const { layer, amount } of take(balances, step.account, step.amount))
        line(layer).cashedOut += amount;
    } else {
      const holding = step.amount - step.released;
      let [traced, toReturn] = [0n, step.returned];
      for (const { layer, amount } of take(balances, step.account, holding)) {
        const returned = toReturn < amount ? toReturn : amount;
        line(layer).held += amount;
        line(layer).returned += returned;
        toReturn -= returned;
        traced += amount;
      }
      heldBeyondTrail += holding - traced;
    }
  }
  for (const [account, parcels] of balances) {
    const rest = input.answered.has(account) ? "unexplained" : "movedOnPending";
    const isUnasked = rest === "movedOnPending" && !input.asked.has(account);
    for (const { layer, amount } of parcels) {
      line(layer)[rest] += amount;
      if (isUnasked) line(layer).unasked += amount;
    }
  }
  const total = (key: keyof Buckets): bigint => layers.reduce((sum, each) => sum + each[key], 0n);
  return {
    reported: input.payments.reduce((sum, { amount }) => sum + amount, 0n),
    held: total("held"),
    cashedOut: total("cashedOut"),
    movedOnPending: total("movedOnPending"),
    unexplained: total("unexplained"),
    returned: total("returned"),
    unasked: total("unasked"),
    layers,
    heldBeyondTrail,
  };
}

/** Takes the oldest parcels of an account, at most `wanted` in all. */
function take(balances: Map<string, Parcel[]>, account: string, wanted: bigint): Parcel[] {
  const parcels = balances.get(account) ?? [];
  const taken: Parcel[] = [];
  let left = wanted;
  while (left > 0n) {
    const oldest = parcels[0];
    if (oldest === undefined) break;
    const amount = oldest.amount < left ? oldest.amount : left;
    oldest.amount -= amount;
    left -= amount;
    if (oldest.amount === 0n) parcels.shift();
    if (amount > 0n) taken.push({ layer: oldest.layer, amount });
  }
  return taken;
}

/** By time; at the same instant money arrives before it leaves, and leaves before what remains is held. */
function inOrder(input: LedgerInput) {
  return [
    ...input.payments.map((step) => ({ kind: "payment" as const, ...step })),
    ...input.transfers.map((step) => ({ kind: "transfer" as const, ...step })),
    ...input.cashOuts.map((step) => ({ kind: "cashOut" as const, ...step })),
    ...input.holds.map((step) => ({ kind: "hold" as const, ...step })),
  ].sort((left, right) => left.at.getTime() - right.at.getTime());
}

function assertSound({ payments, transfers, cashOuts, holds }: LedgerInput): void {
  if ([...payments, ...transfers, ...cashOuts, ...holds].some(({ amount }) => amount < 0n))
    throw new RangeError("ledger amounts are never negative");
  if (
    holds.some(
      ({ amount, released, returned }) => released < 0n || returned < 0n || released + returned > amount,
    )
  ) {
    throw new RangeError("more was released and returned than held");
  }
}
