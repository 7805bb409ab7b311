import { certainFrom, type FoundKind, type Recognition } from "../types";
import { type Statement } from "./statements";

export interface Tally {
  gold: number;
  found: number;
  right: number;
}
export interface Score {
  readonly kinds: Map<FoundKind | "all", Tally>;
  readonly banks: Tally;
  readonly transfers: Tally;
  /** The times of transfers that are right otherwise and whose mark says when. */
  readonly times: Tally;
  /** Finds that ask nobody: how many there are (`found`) and how many of them are right. */
  readonly certain: Tally;
  /** Found in the right place, but not from the first character to the last. */
  inexact: number;
  readonly mistakes: string[];
}

const empty = (): Tally => ({ gold: 0, found: 0, right: 0 });
export const newScore = (): Score => ({
  kinds: new Map(),
  banks: empty(),
  transfers: empty(),
  times: empty(),
  certain: empty(),
  inexact: 0,
  mistakes: [],
});
export const recall = ({ gold, right }: Tally): number => (gold === 0 ? 1 : right / gold);
export const precision = ({ found, right }: Tally): number => (found === 0 ? 1 : right / found);

/** Adds one statement. A find is right when kind and value are, at a place that overlaps the marked one; each mark counts once. */
export function addTo(score: Score, statement: Statement, { found, transfers }: Recognition): void {
  const left = [...statement.gold];
  const note = (text: string) => score.mistakes.push(`${statement.id} ${statement.style}: ${text}`);
  for (const find of found) {
    count(score, find.kind, "found");
    const isCertain = find.confidence >= certainFrom;
    if (isCertain) score.certain.found += 1;
    const at = left.findIndex(
      (gold) =>
        gold.kind === find.kind &&
        String(gold.value) === String(find.value) &&
        gold.start < find.end &&
        find.start < gold.end,
    );
    if (at < 0) {
      note(`+ ${find.kind} ${find.value} "${statement.text.slice(find.start, find.end)}" ${find.confidence}`);
      continue;
    }
    const [gold] = left.splice(at, 1);
    count(score, find.kind, "right");
    if (isCertain) score.certain.right += 1;
    if (gold!.start !== find.start || gold!.end !== find.end) score.inexact += 1;
    if (find.kind !== "bank_account" && find.kind !== "e_wallet") continue;
    score.banks.gold += 1;
    score.banks.found += 1;
    if (gold!.bank === find.bank) score.banks.right += 1;
    else note(`bank of ${find.value}: ${find.bank} instead of ${gold!.bank}`);
  }
  for (const gold of statement.gold) count(score, gold.kind, "gold");
  score.certain.gold += statement.gold.length;
  for (const gold of left)
    note(`- ${gold.kind} ${gold.value} "${statement.text.slice(gold.start, gold.end)}"`);
  addTransfers(score, statement, transfers, note);
}

function addTransfers(
  score: Score,
  statement: Statement,
  transfers: Recognition["transfers"],
  note: (text: string) => void,
): void {
  const left = [...statement.transfers];
  score.transfers.gold += left.length;
  score.transfers.found += transfers.length;
  for (const transfer of transfers) {
    const at = left.findIndex(
      (gold) =>
        gold.amount === transfer.amount &&
        gold.toAccount === transfer.toAccount &&
        gold.toBank === transfer.toBank &&
        gold.fromAccount === transfer.fromAccount,
    );
    if (at < 0) note(`+ transfer ${JSON.stringify(transfer)}`);
    else {
      const [gold] = left.splice(at, 1);
      score.transfers.right += 1;
      if (gold!.time === undefined) continue;
      score.times.gold += 1;
      if (transfer.time !== undefined) score.times.found += 1;
      if (transfer.time === gold!.time) score.times.right += 1;
      else note(`time ${transfer.time} instead of ${gold!.time} of ${JSON.stringify(transfer)}`);
    }
  }
  for (const gold of left) note(`- transfer ${JSON.stringify(gold)}`);
}

function count({ kinds }: Score, kind: FoundKind, part: keyof Tally): void {
  for (const key of [kind, "all"] as const) {
    const tally = kinds.get(key) ?? empty();
    tally[part] += 1;
    kinds.set(key, tally);
  }
}
