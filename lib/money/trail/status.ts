import { type OutsidePlace, outsidePlaces } from "./elsewhere";
import type { TrailAccount } from "./trace";

/** What a node of the trail says at first sight; each has a word, a sign and a colour. */
export const trailStatuses = [
  "victim",
  "held",
  "partlyHeld",
  "returned",
  "movedOn",
  "cashedOut",
  "noBalance",
  "unexplained",
  "asked",
  "unasked",
  ...outsidePlaces,
  "unlinked",
] as const;
export type TrailStatus = (typeof trailStatuses)[number];

/** `isEmpty`: its institution said that nothing was left there. `outside`: it is where the portal asks nobody. */
export function statusOf(
  account: TrailAccount,
  isEmpty: boolean,
  outside: OutsidePlace | null = null,
): Exclude<TrailStatus, "victim"> {
  const { layer, sums, isAnswered, isAsked } = account;
  if (layer === null) return "unlinked";
  if (sums.held > 0n) {
    if (sums.returned === sums.held) return "returned";
    return sums.held === sums.entered ? "held" : "partlyHeld";
  }
  if (!isAnswered && sums.pending > 0n) return outside ?? (isAsked ? "asked" : "unasked");
  const left = sums.movedOn + sums.sentBack;
  if (left > 0n || sums.cashedOut > 0n) return sums.cashedOut > left ? "cashedOut" : "movedOn";
  return isEmpty ? "noBalance" : "unexplained";
}
