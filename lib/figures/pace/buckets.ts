/** What is counted: a duration of three kinds, and two verdicts (bucket 1 for good, 0 for bad). */
export const stages = ["opened", "acted", "answered", "judged", "reviewed"] as const;
export type Stage = (typeof stages)[number];

/** Each bucket is fifteen in a hundred longer than the one before; the first is everything under a minute. */
const growth = 1.15;
export const lastBucket = 90;
/** The middle of a bucket is at most this far from what was counted in it: 7.3 in a hundred. */
export const bucketError = Math.sqrt(growth) - 1;

/** The bucket of a duration in minutes; `app.minutes_bucket` in the database is the same. */
export const bucketOf = (minutes: number): number =>
  minutes < 1 ? 0 : Math.min(lastBucket, 1 + Math.floor(Math.log(minutes) / Math.log(growth)));

/** Where a bucket begins and ends, in minutes. */
export const bounds = (bucket: number): { from: number; to: number } =>
  bucket === 0 ? { from: 0, to: 1 } : { from: growth ** (bucket - 1), to: growth ** bucket };

/** The minutes that a bucket stands for: as far from its beginning as from its end, as a share. */
export const middleOf = (bucket: number): number => (bucket === 0 ? 0.5 : growth ** (bucket - 0.5));

/** How many fell into each bucket. */
export type Histogram = ReadonlyMap<number, number>;
export const totalOf = (histogram: Histogram): number => {
  let total = 0;
  for (const count of histogram.values()) total += count;
  return total;
};

/** The minutes below which this part lies; null when nothing was counted. */
export function quantileOf(histogram: Histogram, part: number): number | null {
  const total = totalOf(histogram);
  if (total <= 0) return null;
  const wanted = Math.max(1, Math.ceil(total * part));
  let seen = 0;
  for (const bucket of [...histogram.keys()].sort((a, b) => a - b)) {
    seen += histogram.get(bucket) ?? 0;
    if (seen >= wanted) return middleOf(bucket);
  }
  return null;
}

/** Several together. */
export function added(histograms: Iterable<Histogram>): Histogram {
  const sum = new Map<number, number>();
  for (const histogram of histograms)
    for (const [bucket, count] of histogram) sum.set(bucket, (sum.get(bucket) ?? 0) + count);
  return sum;
}
