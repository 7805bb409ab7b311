import type { Actor } from "@/lib/access/actor";
import { can, type RequestLike, type RequestPermission } from "@/lib/access/policy";
import type { DeadlineState } from "@/lib/deadlines/clock";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { lifecycle, openStatuses, type RequestEvent } from "./lifecycle";

/** The events this actor may trigger now: what the screen shows and what the tests walk. A doubted order waits for its review alone. */
export function offers(actor: Actor, request: RequestLike): RequestEvent[] {
  const isDoubted = Boolean(request.suspectedAt);
  const events = (Object.keys(lifecycle[request.status]) as RequestEvent[]).filter(
    (event) => event === "expire" || (event === "review") === isDoubted,
  );
  return events.filter((event) => can(actor, `request.${event}` satisfies RequestPermission, request));
}

/** May the actor change what is written in this request? Only a draft can be rewritten. */
export function mayRewrite(actor: Actor, request: RequestLike): boolean {
  return request.status === "DRAFT" && can(actor, "request.edit", request);
}

/** May the addressee still decline the whole, with so many of its targets answered? Not with one: money may be held on it. */
export function mayDeclineWhole(answeredTargets: number): boolean {
  return answeredTargets === 0;
}

/** Does the answer's clock still count for a request in this status? */
export function isOpen(status: RequestStatus): boolean {
  return (openStatuses as readonly RequestStatus[]).includes(status);
}

const golden = 24 * 3_600_000;
/**
 * How urgent a request is. Money that left within a day may still be reached: an emergency. Later it is urgent; without money it is
 * ordinary. `lastPaidAt` ISO in UTC, null when no time is known.
 */
export function urgencyOf(
  isAboutMoney: boolean,
  lastPaidAt: string | null,
  now: Date,
): "normal" | "urgent" | "emergency" {
  if (!isAboutMoney) return "normal";
  return lastPaidAt !== null && now.getTime() - Date.parse(lastPaidAt) < golden ? "emergency" : "urgent";
}

/** The columns of a request that tell how its answer's clock stands. */
export type ClockFacts = {
  status: RequestStatus;
  dueAt: Date | null;
  pausedAt: Date | null;
  answeredAt: Date | null;
  spanMinutes: number | null;
};
/** How the answer's clock stands, as a chip of time left shows it; there is none where nobody was asked yet, or its limit was waived. */
export type ClockReading =
  | { state: "unsent" | "waived" }
  | {
      state: DeadlineState;
      dueAt: string;
      pausedAt: string | null;
      finishedAt: string | null;
      spanMinutes: number;
    };

const unsent: readonly RequestStatus[] = ["DRAFT", "PENDING_SIGNATURE", "DISCARDED"];

/** The answer's clock of a request: an open one runs or rests, an ended one was in time, late, or judged nobody. */
export function clockReadingOf({
  status,
  dueAt,
  pausedAt,
  answeredAt,
  spanMinutes,
}: ClockFacts): ClockReading {
  if (unsent.includes(status)) return { state: "unsent" };
  // What was sent had a limit. Two people waiving it is the one way to lose that (lib/requests/deadline).
  if (!dueAt) return { state: "waived" };
  const clock = {
    dueAt: dueAt.toISOString(),
    pausedAt: null,
    finishedAt: null,
    spanMinutes: spanMinutes ?? 1,
  };
  if (isOpen(status))
    return pausedAt
      ? { ...clock, state: "paused", pausedAt: pausedAt.toISOString() }
      : { ...clock, state: "running" };
  if (status === "WITHDRAWN" || !answeredAt) return { ...clock, state: "cancelled" };
  return { ...clock, state: answeredAt <= dueAt ? "met" : "missed", finishedAt: answeredAt.toISOString() };
}
