import { added, type Histogram, quantileOf, type Stage, totalOf } from "./buckets";

/** How many there were and how long half, and nine in ten, of them took at most, in minutes. */
export type Times = { count: number; median: number | null; p90: number | null };
/** A share with what it is a share of. */
export type Of = { part: number; whole: number };

/**
 * What an organisation's answering is measured by; the one definition for the league, the partner's page and the workbook:
 * - opened: from sent to first opened; acted: from sent to first acknowledged, begun, asked back or answered;
 * - answered: what each answer clock ran until the answer, its pauses left out; after a send-back a new clock runs;
 * - onTime: of the clocks that somebody was judged by, those met; what is late and still unanswered is among them. A waived clock was
 *   cancelled and is in neither number;
 * - firstRight: of the answers and refusals that the police decided on, those accepted at their first word.
 */
export type PaceLine = { opened: Times; acted: Times; answered: Times; onTime: Of; firstRight: Of };
export type Stages = Partial<Record<Stage, Histogram>>;

const none: Histogram = new Map();
const timesOf = (histogram: Histogram = none): Times => ({
  count: totalOf(histogram),
  median: quantileOf(histogram, 0.5),
  p90: quantileOf(histogram, 0.9),
});
const shareOf = (histogram: Histogram = none): Of => ({
  part: histogram.get(1) ?? 0,
  whole: totalOf(histogram),
});

export const lineOf = ({ opened, acted, answered, judged, reviewed }: Stages): PaceLine => ({
  opened: timesOf(opened),
  acted: timesOf(acted),
  answered: timesOf(answered),
  onTime: shareOf(judged),
  firstRight: shareOf(reviewed),
});

/** Several lines' histograms together. */
export function together(all: readonly Stages[]): Stages {
  const of = (stage: Stage) => added(all.map((stages) => stages[stage] ?? none));
  return {
    opened: of("opened"),
    acted: of("acted"),
    answered: of("answered"),
    judged: of("judged"),
    reviewed: of("reviewed"),
  };
}

/** Rows as they are read, by key. */
export function stagesBy<Row extends { stage: Stage; bucket: number; count: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, Stages> {
  const all = new Map<string, { [S in Stage]?: Map<number, number> }>();
  for (const row of rows) {
    const key = keyOf(row);
    const stages = all.get(key) ?? {};
    all.set(key, stages);
    const histogram = (stages[row.stage] ??= new Map());
    histogram.set(row.bucket, (histogram.get(row.bucket) ?? 0) + row.count);
  }
  return all;
}

/** The middle of several values; of an even number the mean of both in the middle. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
