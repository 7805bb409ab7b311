/**
 * One line of the bench. Times are milliseconds of wall clock unless the name says otherwise; `ratio` is own against floor;
 * `bar` is what the ratio (or, without a floor, p50) must reach. Null: a measure that stands beside, without a bar.
 */
export type Result = {
  name: string;
  size: number;
  p50: number;
  p95: number;
  floor: number | null;
  ratio: number | null;
  bar: number | null;
  better: "lower" | "higher";
  note?: string;
};

/** Did the line reach its bar? A line without a floor compares its p50. */
export function reached({ ratio, p50, bar, better }: Result): boolean {
  if (bar === null) return true;
  const value = ratio ?? p50;
  return better === "lower" ? value <= bar : value >= bar;
}

/** The value below which this part of the measured times lies. */
export function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Milliseconds of each of `count` runs, one after the other, after some to warm up. */
export async function timesOf(run: () => Promise<unknown>, count = 150, warm = 20): Promise<number[]> {
  const times: number[] = [];
  for (let index = -warm; index < count; index++) {
    const began = performance.now();
    await run();
    if (index >= 0) times.push(performance.now() - began);
  }
  return times;
}
