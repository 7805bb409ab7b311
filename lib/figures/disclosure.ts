import type { Actor } from "@/lib/access/actor";
import type { Measure } from "./count";
import type { MoneyBand, RangeFigures, TrendName } from "./definitions";

/** Figures that rest on fewer cases would tell of single victims: they do not leave the police (domain §1, need to know 3). */
export const leastCases = 5;
/**
 * The shortest period of one's own outside the police. It also takes whole weeks (period.ts): of two periods that differ by a
 * day, the one taken from the other would be that day's cases.
 */
export const leastDays = 7;

/** Who sees no persons sees no small figures: everybody but the police, for the provinces whose figures he may read. */
export const seesSmallFigures = ({ orgKind }: Pick<Actor, "orgKind">) => orgKind === "police";

/** The rule: what rests on one to four cases is withheld. `cases` are the cases behind each thing that a figure is made of. */
export const isWithheld = (seesSmall: boolean, ...cases: number[]) =>
  !seesSmall && cases.some((count) => count > 0 && count < leastCases);

export type Amount = Exclude<keyof MoneyBand, "cases" | "requests">;

const held: Measure[] = ["answer.held", "money.released"];
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

/** The cases behind what an organisation holds anew: it has no cases of its own, so those it answered count. */
export const casesBehindHeld = (range: Behind): number[] => [
  range.endedCases,
  ...casesOf(range, ["answer.held"]),
];
