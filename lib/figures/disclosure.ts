import type { Actor } from "@/lib/access/actor";
import type { Measure } from "./count";
import type { MoneyBand, RangeFigures, TrendName } from "./definitions";

/** Figures that rest on fewer cases would tell of single victims: they do not leave the police (domain §1, need to know 3). */
export const leastCases = 5;
/**
 * The shortest period of one's own outside the police. It also takes whole weeks (period.ts): of two periods that differ by a
 * day, the one taken from the other would be that day's cases. Two that differ by weeks: isRangeWithheld.
 */
export const leastDays = 7;

/** Who sees no persons sees no small figures: everybody but the police, for the provinces whose figures he may read. */
export const seesSmallFigures = ({ orgKind }: Pick<Actor, "orgKind">) => orgKind === "police";

/** The rule: what rests on one to four cases is withheld. `cases` are the cases behind each thing that a figure is made of. */
export const isWithheld = (seesSmall: boolean, ...cases: number[]) =>
  !seesSmall && cases.some((count) => count > 0 && count < leastCases);

/** A range of whole weeks with the weeks at its ends (period.ts, edgeWeeks). `before` is null where the record begins with the range. */
export type Edges<T> = { last: T[]; before: T | null };

/**
 * The rule for a range of whole weeks, of which others can be asked for that share days with it: a shown one must not be the minuend
 * or the subtrahend of a difference that rests on one to four cases, nor a part of any longer sum of such differences. Each end of a
 * shown range has five cases in the week just before that end: between any two ends that are known lies such a week, so whatever is
 * worked out from known ranges rests on five cases or on none. A last week without any case ends where the one before it does. A
 * range without any case may always be known: it tells nothing of the others. This holds for what is asked at one moment; who reads a
 * running week twice still sees what was added between. `of` gives the cases of each counter of a figure.
 */
export function isRangeWithheld<T>(
  seesSmall: boolean,
  range: T,
  { last, before }: Edges<T>,
  of: (part: T) => number[],
): boolean {
  if (seesSmall) return false;
  return of(range).some((cases, index) => {
    if (cases === 0) return false;
    const end = last.map((week) => of(week)[index] ?? 0).find((count) => count > 0) ?? 0;
    const start = before === null ? leastCases : (of(before)[index] ?? 0);
    return cases < leastCases || end < leastCases || start < leastCases;
  });
}

/** Of the parts of a known whole: when a single one is withheld, the smallest other that rests on any case is withheld with it. */
export function withheldParts<T extends { cases: number; isFew: boolean }>(parts: readonly T[]): Set<T> {
  const few = parts.filter(({ isFew, cases }) => isFew && cases > 0);
  if (few.length !== 1) return new Set(few);
  const others = parts.filter((part) => !part.isFew && part.cases > 0).sort((a, b) => a.cases - b.cases);
  return new Set([...few, ...others.slice(0, 1)]);
}

export type Amount = Exclude<keyof MoneyBand, "cases" | "requests">;

// Money released is taken from what was newly held and told nowhere by itself, so it needs no five cases of its own: with them the
// figure that the page is for, money held, would be hidden in most weeks of a province of ordinary size.
const held: Measure[] = ["answer.held"];
const found: Measure[] = [...held, "answer.cashed_out"];
/**
 * What each amount is made of, so also what could be worked out from it: were money held shown no more, what is unexplained
 * would still tell it.
 */
const madeOf: Record<Amount, Measure[]> = {
  reported: [],
  requested: ["request.sent"],
  held,
  cashedOut: ["answer.cashed_out"],
  movedPending: [...found, "answer.moved_on"],
  unexplained: [...found, "answer.moved_on"],
  returned: ["money.returned"],
  whole: found,
};

type Behind = Pick<RangeFigures, "cases" | "endedCases">;
const casesOf = ({ cases }: Behind, measures: Measure[]) => measures.map((measure) => cases[measure]);

/** The cases behind an amount of a period: those reported in it, whatever it is an amount of, and its own. */
export const casesBehind = (range: Behind, amount: Amount): number[] =>
  casesOf(range, ["case.reported", ...madeOf[amount]]);

/** The cases behind a figure of the trend. */
export function casesBehindTrend(range: Behind, name: TrendName): number[] {
  if (name === "cases") return casesBehind(range, "reported");
  if (name === "heldShare") return casesBehind(range, "held");
  return [range.endedCases];
}

/**
 * The cases behind what an organisation holds anew: it has no cases of its own, so those it answered count. What was released is not in
 * it: from all organisations together and money held, which is without it, few releases could be worked out.
 */
export const casesBehindHeld = (range: Behind): number[] => [
  range.endedCases,
  ...casesOf(range, ["answer.held", "money.released"]),
];
