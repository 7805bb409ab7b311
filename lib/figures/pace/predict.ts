import { bounds, type Histogram, totalOf } from "./buckets";

/**
 * The share of answers that took longer than so many minutes. Inside a bucket its answers are spread evenly, so the share falls
 * steadily as time passes and never jumps back. 0 of nothing.
 */
export function shareLonger(histogram: Histogram, minutes: number): number {
  const total = totalOf(histogram);
  if (total <= 0) return 0;
  let longer = 0;
  for (const [bucket, count] of histogram) {
    const { from, to } = bounds(bucket);
    if (minutes <= from) longer += count;
    else if (minutes < to) longer += (count * (to - minutes)) / (to - from);
  }
  return Math.min(1, Math.max(0, longer / total));
}

/**
 * How likely an open request is answered late: of the answers that took longer than it has waited already, the share that took longer
 * than it may. 1 once its time is over, and when nothing known ever took as long as it has waited. Minutes without pauses.
 */
export function chanceLate(histogram: Histogram, waited: number, allowed: number): number {
  if (waited >= allowed) return 1;
  const still = shareLonger(histogram, Math.max(0, waited));
  return still <= 0 ? 1 : Math.min(1, shareLonger(histogram, allowed) / still);
}

/** Fewer answers than that say nothing of how long the next one takes. */
export const leastKnown = 20;

/** The first of several pools that knows enough answers; null when none does. */
export const knownOf = (pools: readonly (Histogram | undefined)[]): Histogram | null =>
  pools.find((pool) => pool !== undefined && totalOf(pool) >= leastKnown) ?? null;
