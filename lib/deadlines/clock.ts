import { minuteMs, type WorkCalendar } from "./calendar";
import { dueAfterPause } from "./due";
import type { DeadlineUnit } from "./policy";

/** What is stored. "Overdue" is not among them: it is read from `dueAt`, so it can never be stale. */
export const deadlineStates = ["running", "paused", "met", "missed", "cancelled"] as const;
export type DeadlineState = (typeof deadlineStates)[number];

export interface DeadlineClock {
  readonly state: DeadlineState;
  readonly startAt: Date;
  readonly dueAt: Date;
  readonly pausedAt: Date | null;
  readonly finishedAt?: Date | null;
}

export interface TimeLeft {
  readonly state: "late" | "soon" | "running" | "paused" | "done";
  /** Whole minutes: left (rounded up) when positive, late when negative (at least -1 as soon as it is late). */
  readonly minutes: number;
}

const soonShare = 0.25;
const soonMs = 15 * minuteMs;

/**
 * What the chip shows at `now`. Soon: a quarter of the span or 15 minutes are left, whichever is more. The due instant itself is in time.
 * A paused clock stands still, as `resumeClock` lets it go on: one that was late already keeps the lateness it had.
 */
export function timeLeft(clock: DeadlineClock, now: Date): TimeLeft {
  const due = clock.dueAt.getTime();
  if (clock.state === "met" || clock.state === "missed" || clock.state === "cancelled") {
    return { state: "done", minutes: clock.finishedAt ? wholeMinutes(due - clock.finishedAt.getTime()) : 0 };
  }
  if (clock.pausedAt !== null) return { state: "paused", minutes: remainingMinutes(clock, now) };
  const left = due - now.getTime();
  const span = due - clock.startAt.getTime();
  const state = left < 0 ? "late" : left <= soonMs || left <= span * soonShare ? "soon" : "running";
  return { state, minutes: wholeMinutes(left) };
}

/** Minutes left on read, negative when late; stands still while paused. */
export function remainingMinutes(clock: Pick<DeadlineClock, "dueAt" | "pausedAt">, now: Date): number {
  const at = clock.pausedAt ?? now;
  return wholeMinutes(clock.dueAt.getTime() - at.getTime());
}

/** Only a pause that began with time left keeps an act in time: a limit already over stays missed. */
function isSheltered<C extends Pick<DeadlineClock, "dueAt" | "pausedAt">>(
  clock: C,
): clock is C & { readonly pausedAt: Date } {
  return clock.pausedAt !== null && clock.pausedAt.getTime() < clock.dueAt.getTime();
}

function wholeMinutes(ms: number): number {
  return ms >= 0 ? Math.ceil(ms / minuteMs) : Math.min(-1, Math.ceil(ms / minuteMs));
}

/** Stops a running clock at `now`; any other clock is returned as it is. */
export function pauseClock<C extends DeadlineClock>(clock: C, now: Date): C {
  return clock.state === "running" ? { ...clock, state: "paused", pausedAt: now } : clock;
}

/** Lets a paused clock run again with the time that was left: working time for working units, real time for the others. */
export function resumeClock<C extends DeadlineClock & { readonly unit: DeadlineUnit }>(
  clock: C,
  now: Date,
  calendar: WorkCalendar,
): C {
  if (clock.state !== "paused" || clock.pausedAt === null) return clock;
  const due = dueAfterPause(clock.dueAt, { from: clock.pausedAt, to: now }, clock.unit, calendar);
  return { ...clock, state: "running", dueAt: due, pausedAt: null };
}

/** Ends an open clock: met when the act came in time, else missed. While paused, the pause's beginning is the time of the act. */
export function stopClock<C extends DeadlineClock>(clock: C, now: Date): C {
  if (clock.state !== "running" && clock.state !== "paused") return clock;
  const counted = isSheltered(clock) ? clock.pausedAt : now;
  const state = counted.getTime() <= clock.dueAt.getTime() ? "met" : "missed";
  return { ...clock, state, pausedAt: null, finishedAt: now };
}

/** Ends an open clock without a verdict, as when a request is withdrawn. */
export function cancelClock<C extends DeadlineClock>(clock: C, now: Date): C {
  if (clock.state !== "running" && clock.state !== "paused") return clock;
  return { ...clock, state: "cancelled", pausedAt: null, finishedAt: now };
}
