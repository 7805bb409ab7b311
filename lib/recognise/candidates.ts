import { foundFrom, type FoundFlag, type FoundKind } from "./types";

/**
 * What a place in the text may be. `kind` null says that it is nothing to be found (an order number, a plate), which competes like
 * any other reading. `start` and `end` are places in the reading; `score` adds up weights of evidence, as log-odds.
 */
export interface Candidate {
  readonly kind: FoundKind | null;
  readonly value: string | number;
  readonly bank: string | null;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly flags: readonly FoundFlag[];
  /** Seen and named, but part of it is missing: never a find, always set aside. */
  readonly isIncomplete?: true;
}

export const nothing = (start: number, end: number, score: number): Candidate => ({
  kind: null,
  value: "",
  bank: null,
  start,
  end,
  score,
  flags: [],
});

/** Letters read as digits, figures read from words and values that a validator refuses always wait for somebody's click. */
const mostFor: Partial<Record<FoundFlag, number>> = { repaired: 0.75, inWords: 0.78, unchecked: 0.65 };

/** The chance that belongs to a score (logistic), never certain, lowered by what a person has to look at. */
export function confidenceOf({ score, flags }: Pick<Candidate, "score" | "flags">): number {
  const chance = 1 / (1 + Math.exp(-score));
  const most = Math.min(0.99, ...flags.map((flag) => mostFor[flag] ?? 0.99));
  return Math.round(Math.min(chance, most) * 100) / 100;
}

/** The set of candidates that do not overlap and whose scores add up to most (weighted interval scheduling, n log n). */
export function resolve(candidates: readonly Candidate[]): Candidate[] {
  const least = Math.log(foundFrom / (1 - foundFrom));
  const sorted = candidates
    .filter(({ score, start, end }) => score >= least && end > start)
    .sort((a, b) => a.end - b.end || a.start - b.start);
  const ends = sorted.map(({ end }) => end);
  const best: number[] = [0];
  const before: number[] = [];
  for (const [at, candidate] of sorted.entries()) {
    before[at] = countUpTo(ends, candidate.start, at);
    best[at + 1] = Math.max(best[at]!, best[before[at]!]! + candidate.score + 0.001);
  }
  const chosen: Candidate[] = [];
  for (let at = sorted.length; at > 0;) {
    if (best[at] === best[at - 1]) at -= 1;
    else {
      chosen.push(sorted[at - 1]!);
      at = before[at - 1]!;
    }
  }
  return chosen.reverse();
}

function countUpTo(ends: readonly number[], place: number, limit: number): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
