import { tenthsOf } from "@/lib/money/share";
import type { Measure } from "./count";

/** What a range of days gives: sums of counters (amounts VND) and the answer clocks that ended in it (minutes). */
export type RangeFigures = {
  count: Record<Measure, number>;
  amount: Record<Measure, bigint>;
  /** On how many cases each of the counters rests; enough of them (disclosure.ts) are not counted further. */
  cases: Record<Measure, number>;
  answered: number;
  inTime: number;
  median: number | null;
  p90: number | null;
  /** The cases whose answer clocks ended, counted as far. */
  endedCases: number;
};

/** A share always carries what it is a share of. */
export type Share = { part: bigint; whole: bigint };
/** Tenths of a percent, rounded; null when there is nothing to be a share of. */
export const perMille = ({ part, whole }: Share): number | null =>
  whole <= 0n ? null : tenthsOf(part, whole);

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const most = (a: bigint, b: bigint) => (a > b ? a : b);

/** Money of a period in VND; the four parts and nothing else make the whole of the bar. */
export type MoneyBand = {
  cases: number;
  requests: number;
  reported: bigint;
  requested: bigint;
  held: bigint;
  cashedOut: bigint;
  movedPending: bigint;
  unexplained: bigint;
  returned: bigint;
  /** What the parts are parts of: the reported loss, or their sum when answers of the period tell of more. */
  whole: bigint;
};

/**
 * The one definition of each amount, as counted on the day it happened (lib/figures/count.ts):
 * reported = losses of cases opened; requested = disputed amounts of requests issued, which is no share of the loss: money
 * that moved on is asked for again at the next account, and a freeze asks again for what a suspension held; held = newly held less released;
 * cashed out = as answers say; moved on and pending = what answers say moved on, at most what is left of the reported loss
 * (money found again further on is held or cashed out there); unexplained = the rest; returned = to victims.
 */
export function moneyBand({ count, amount }: RangeFigures): MoneyBand {
  const reported = amount["case.reported"];
  const held = most(0n, amount["answer.held"] - amount["money.released"]);
  const cashedOut = amount["answer.cashed_out"];
  const left = most(0n, reported - held - cashedOut);
  const movedPending = least(most(0n, amount["answer.moved_on"]), left);
  return {
    cases: count["case.reported"],
    requests: count["request.sent"],
    reported,
    requested: amount["request.sent"],
    held,
    cashedOut,
    movedPending,
    unexplained: left - movedPending,
    returned: amount["money.returned"],
    whole: most(reported, held + cashedOut),
  };
}

/** What the trend shows, in this order. `better` says which direction is good; numbers are per mille, minutes or counts. */
export const trendFigures = {
  heldShare: {
    unit: "share",
    better: "up",
    of: (range: RangeFigures) => sharing(moneyBand(range).held, moneyBand(range).reported),
  },
  median: { unit: "minutes", better: "down", of: (range: RangeFigures) => range.median },
  p90: { unit: "minutes", better: "down", of: (range: RangeFigures) => range.p90 },
  onTime: {
    unit: "share",
    better: "up",
    of: (range: RangeFigures) => sharing(BigInt(range.inTime), BigInt(range.answered)),
  },
  cases: { unit: "count", better: "down", of: (range: RangeFigures) => range.count["case.reported"] },
} as const satisfies Record<
  string,
  { unit: "share" | "minutes" | "count"; better: "up" | "down"; of: (range: RangeFigures) => number | null }
>;
export type TrendName = keyof typeof trendFigures;
export const trendNames = Object.keys(trendFigures) as TrendName[];

const sharing = (part: bigint, whole: bigint) => perMille({ part, whole });
