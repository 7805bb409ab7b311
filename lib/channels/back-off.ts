const firstMs = 10_000;
const longestMs = 3_600_000;
/** So long it is tried; then it lies with the administrator. */
export const givenUpAfterMs = 24 * 3_600_000;

/** How long to wait after so many tries, in milliseconds: 10 s, 20 s, 40 s … one hour. */
export const waitAfter = (attempts: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(20, Math.max(0, attempts - 1)));

/** Was a day not enough? `dueAt`: from when it could be sent, or was sent again by hand. */
export const isGivenUp = (dueAt: Date, now: Date): boolean =>
  now.getTime() - dueAt.getTime() >= givenUpAfterMs;
