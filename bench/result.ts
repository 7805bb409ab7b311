/** One line of the bench. Times in milliseconds of wall clock; `ratio` is own against floor; `bar` is what ratio must reach. */
export type Result = {
  name: string;
  size: number;
  p50: number;
  p95: number;
  floor: number | null;
  ratio: number | null;
  bar: number;
  better: "lower" | "higher";
  note?: string;
};

/** Did the line reach its bar? A line without a floor compares its p50. */
export function reached({ ratio, p50, bar, better }: Result): boolean {
  const value = ratio ?? p50;
  return better === "lower" ? value <= bar : value >= bar;
}
