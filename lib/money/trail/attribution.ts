import { inOrder, type Step } from "./order";
import { Purse, own } from "./purse";
import { cashOutsOnce, transfersOnce, withoutPayments } from "./same-transfer";
import { assertSound, type MoneyStory, type OneTransfer } from "./story";
import { addTo, nothing, type Sums } from "./sums";

/** An account that money of the story touched. Sums VND; `shares` of each victim add up to `sums`. */
export interface AttributedAccount {
  readonly key: string;
  readonly sums: Readonly<Sums>;
  readonly shares: ReadonlyMap<string, Readonly<Sums>>;
  /** Money that is not the case's: what it had or got from elsewhere, and what it was told to move beyond that. */
  readonly ownIn: bigint;
  /** Told to have left it although nobody told how it came. */
  readonly surplus: bigint;
  /** Held beyond what the trail leads to. Outside the balance. */
  readonly heldBeyond: bigint;
}
export interface AttributedTransfer extends OneTransfer {
  /** Of the amount, what is the victims'; the rest is not the case's money. */
  readonly traced: bigint;
  readonly shares: ReadonlyMap<string, bigint>;
  /** Of the rest, what left an account although nobody told how it came there. */
  readonly surplus: bigint;
  readonly toVictim: boolean;
}
export interface Attribution {
  readonly accounts: ReadonlyMap<string, AttributedAccount>;
  readonly transfers: readonly AttributedTransfer[];
  /** What each hold keeps of whose money, by its id; what was released of it is nobody's any more. */
  readonly holds: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
}

type Account = {
  -readonly [Key in keyof Omit<AttributedAccount, "key" | "sums" | "shares">]: AttributedAccount[Key];
} & { shares: Map<string, Sums>; purse: Purse };

/**
 * Shares money out first in, first out: what an account got first leaves first, whoever's it was. Money leaves only after it came; what
 * is told to leave beyond that is not the case's. A hold takes the case's money before the account's own: it was ordered for it.
 * Sorting apart, the work grows with the parcels that are moved. @throws RangeError for a story that cannot be.
 */
export function attribute(story: MoneyStory): Attribution {
  assertSound(story);
  const once = withoutPayments(transfersOnce(story.transfers), story.payments);
  const paidTo = new Set(story.payments.map(({ to }) => to));
  const victims = new Set(
    story.payments.flatMap(({ from }) => (from !== null && !paidTo.has(from) ? [from] : [])),
  );
  const accounts = new Map<string, Account>();
  const at = (key: string): Account => {
    const known = accounts.get(key);
    if (known) return known;
    const fresh = {
      shares: new Map<string, Sums>(),
      purse: new Purse(),
      ownIn: 0n,
      surplus: 0n,
      heldBeyond: 0n,
    };
    accounts.set(key, fresh);
    return fresh;
  };
  const share = (account: Account, victim: string): Sums => {
    const known = account.shares.get(victim);
    if (known) return known;
    const fresh = nothing();
    account.shares.set(victim, fresh);
    return fresh;
  };
  const put = (account: Account, owner: string | null, amount: bigint): void => {
    if (owner === own) account.ownIn += amount;
    else share(account, owner).entered += amount;
    account.purse.put(owner, amount);
  };
  const moved: AttributedTransfer[] = [];
  const holds = new Map<string, Map<string, bigint>>();

  const run: { [Kind in Step["kind"]]: (step: Extract<Step, { kind: Kind }>["step"]) => void } = {
    own: ({ account, amount }) => put(at(account), own, amount),
    payment: ({ to, amount, victim }) => put(at(to), victim, amount),
    transfer: (transfer) => {
      const [from, toVictim] = [at(transfer.from), victims.has(transfer.to)];
      const { parcels, missing } = from.purse.take(transfer.amount);
      from.surplus += missing;
      const shares = new Map<string, bigint>();
      for (const { owner, amount } of parcels) {
        if (owner !== own) {
          share(from, owner)[toVictim ? "sentBack" : "movedOn"] += amount;
          shares.set(owner, (shares.get(owner) ?? 0n) + amount);
        }
        if (!toVictim) put(at(transfer.to), owner, amount);
      }
      if (!toVictim && missing > 0n) put(at(transfer.to), own, missing);
      const traced = [...shares.values()].reduce((sum, amount) => sum + amount, 0n);
      moved.push({ ...transfer, traced, shares, surplus: missing, toVictim });
    },
    cashOut: ({ account, amount }) => {
      const from = at(account);
      const { parcels, missing } = from.purse.take(amount);
      from.surplus += missing;
      for (const parcel of parcels)
        if (parcel.owner !== own) share(from, parcel.owner).cashedOut += parcel.amount;
    },
    hold: ({ id, account, amount, released, returned }) => {
      const holder = at(account);
      const { parcels, missing } = holder.purse.takeTraced(amount - released);
      holder.heldBeyond += missing;
      let toReturn = returned;
      const kept = new Map<string, bigint>();
      holds.set(id, kept);
      for (const parcel of parcels) {
        const back = toReturn < parcel.amount ? toReturn : parcel.amount;
        const sums = share(holder, parcel.owner);
        sums.held += parcel.amount;
        sums.returned += back;
        toReturn -= back;
        kept.set(parcel.owner, (kept.get(parcel.owner) ?? 0n) + parcel.amount);
      }
    },
  };
  for (const { kind, step } of inOrder({ ...story, cashOuts: cashOutsOnce(story.cashOuts) }, once))
    run[kind](step as never);
  for (const [key, account] of accounts) {
    const rest = story.answered.has(key) ? "unexplained" : "pending";
    for (const { owner, amount } of account.purse.left())
      if (owner !== own) share(account, owner)[rest] += amount;
  }
  return {
    accounts: new Map(
      [...accounts].map(([key, { purse: _, ...account }]) => [
        key,
        { key, ...account, sums: total(account.shares) },
      ]),
    ),
    transfers: moved,
    holds,
  };
}

function total(shares: ReadonlyMap<string, Readonly<Sums>>): Sums {
  const sum = nothing();
  for (const each of shares.values()) addTo(sum, each);
  return sum;
}
