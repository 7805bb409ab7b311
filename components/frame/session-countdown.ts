/** Told this long before the end, in seconds (WCAG 2.2.1 asks for at least 20). */
export const warnSeconds = 150;

/** Whole seconds from `now` to `expiresAt`, never below 0. Both in milliseconds since 1970. */
export function secondsLeft(expiresAt: number, now: number): number {
  return Math.max(0, Math.ceil((expiresAt - now) / 1000));
}

/** `2:14`. */
export function clockFace(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
