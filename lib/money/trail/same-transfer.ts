import type { MoneyStory, OneTransfer, ToldTransfer } from "./story";

/** Two institutions' clocks, and the minutes that forms keep, may tell one transfer at two moments. */
const sameWithinMs = 60_000;
/** One side tells when money left, the other when it was booked: between two banks that takes minutes. */
const bothSidesWithinMs = 10 * 60_000;

type Heap = {
  readonly first: ToldTransfer;
  readonly tellings: ToldTransfer[];
  readonly items: Set<string>;
  /** Which numbers each reporter gave it. */
  readonly references: Map<string, string>;
};
/** Told by the sender so far, and now by the receiver, or the other way round. */
const isOtherSide = ({ tellings }: Heap, { side }: ToldTransfer): boolean =>
  side !== undefined && tellings.every((each) => each.side !== undefined && each.side !== side);
const byTime = (a: ToldTransfer, b: ToldTransfer) =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const plain = (reference: string | null) => reference?.replace(/\s/g, "").toUpperCase() || null;
const moveOf = ({ from, to, amount }: { from: string; to: string; amount: bigint }) =>
  `${from}\n${to}\n${amount}`;

/**
 * Every transfer once, however many answers tell of it, earliest first: the same reference with the same accounts and amount, or the same
 * accounts and amount within a minute in two different answers, or within ten minutes where one tells it as sent and the other as
 * received: what the receiver tells once more must not count as more. One answer's rows without a common reference are as many
 * transfers; so are two numbers that one institution gave. What a corrected answer replaced is left out.
 */
export function transfersOnce(told: readonly ToldTransfer[]): OneTransfer[] {
  const open = new Map<string, { heaps: Heap[]; from: number; byReference: Map<string, Heap> }>();
  const all: Heap[] = [];
  for (const each of told.filter(({ superseded }) => !superseded).sort(byTime)) {
    const move = moveOf(each);
    const known = open.get(move) ?? { heaps: [], from: 0, byReference: new Map<string, Heap>() };
    open.set(move, known);
    while (
      known.from < known.heaps.length &&
      each.at.getTime() - known.heaps[known.from]!.first.at.getTime() > bothSidesWithinMs
    )
      known.from++;
    const reference = plain(each.reference);
    let heap = reference === null ? undefined : known.byReference.get(reference);
    for (let index = known.from; !heap && index < known.heaps.length; index++) {
      const candidate = known.heaps[index]!;
      const other = candidate.references.get(each.reporter);
      const numberedApart = reference !== null && other !== undefined && other !== reference;
      const isNear =
        each.at.getTime() - candidate.first.at.getTime() <= sameWithinMs || isOtherSide(candidate, each);
      if (isNear && !candidate.items.has(each.item) && !numberedApart) heap = candidate;
    }
    if (!heap) {
      heap = { first: each, tellings: [], items: new Set(), references: new Map() };
      known.heaps.push(heap);
      all.push(heap);
    }
    heap.tellings.push(each);
    heap.items.add(each.item);
    if (reference !== null) {
      heap.references.set(each.reporter, reference);
      if (!known.byReference.has(reference)) known.byReference.set(reference, heap);
    }
  }
  return all.map(({ first: { id, amount, at, from, to, reference }, tellings }) => ({
    id,
    amount,
    at,
    from,
    to,
    reference: reference ?? tellings.find((each) => each.reference !== null)?.reference ?? null,
    told: tellings.map((each) => ({ id: each.id, item: each.item })),
  }));
}

/** Withdrawals once: two answers about one account that tell the same amount within a minute tell one withdrawal. */
export function cashOutsOnce(told: MoneyStory["cashOuts"]): MoneyStory["cashOuts"] {
  const once = transfersOnce(
    told.map(({ account, ...each }) => ({ ...each, from: account, to: "", reference: null })),
  );
  return once.map(({ id, amount, at, from }) => ({ id, amount, at, account: from, item: "", reporter: "" }));
}

/**
 * The transfers without those that are a victim's own payment told once more by the bank that received it: same reference, or same time
 * within a minute, to the same account with the same amount, and from no account but the victim's, as far as it is known. Each payment is met once.
 */
export function withoutPayments(
  transfers: readonly OneTransfer[],
  payments: MoneyStory["payments"],
): OneTransfer[] {
  const waiting = new Map<string, MoneyStory["payments"][number][]>();
  for (const payment of payments) {
    const key = `${payment.to}\n${payment.amount}`;
    const list = waiting.get(key);
    if (list) list.push(payment);
    else waiting.set(key, [payment]);
  }
  for (const list of waiting.values())
    list.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  // An account that money was told to reach is a station on the way, not the unknown one from which a victim paid.
  const stations = new Set([...payments, ...transfers].map(({ to }) => to));
  return transfers.filter(({ from, to, amount, at, reference }) => {
    const list = waiting.get(`${to}\n${amount}`) ?? [];
    const met = list.findIndex((payment) => {
      if (payment.from === null ? stations.has(from) : payment.from !== from) return false;
      const number = plain(reference);
      return (
        (number !== null && number === plain(payment.reference)) ||
        Math.abs(at.getTime() - payment.at.getTime()) <= sameWithinMs
      );
    });
    if (met >= 0) list.splice(met, 1);
    return met < 0;
  });
}
