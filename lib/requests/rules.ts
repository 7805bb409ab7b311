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

export type ClockFacts = {
  status: RequestStatus;
  dueAt: string | null;
  pausedAt: string | null;
  answeredAt: string | null;
  closedAt: string | null;
  spanMinutes: number | null;
};
/** What a chip of time left needs; null when no clock has begun. */
export type ChipFacts = {
  dueAt: string;
  state: DeadlineState;
  pausedAt: string | null;
  finishedAt: string | null;
  spanMinutes: number;
};

/** The answer's clock of a request, read from its own columns: open ones run or rest, ended ones were in time or late. */
export function chipOf({
  status,
  dueAt,
  pausedAt,
  answeredAt,
  closedAt,
  spanMinutes,
}: ClockFacts): ChipFacts | null {
  if (
    !dueAt ||
    !spanMinutes ||
    status === "DRAFT" ||
    status === "PENDING_SIGNATURE" ||
    status === "DISCARDED"
  )
    return null;
  if (isOpen(status))
    return { dueAt, state: pausedAt ? "paused" : "running", pausedAt, finishedAt: null, spanMinutes };
  if (status === "WITHDRAWN" || !answeredAt)
    return { dueAt, state: "cancelled", pausedAt: null, finishedAt: closedAt, spanMinutes };
  return {
    dueAt,
    state: answeredAt <= dueAt ? "met" : "missed",
    pausedAt: null,
    finishedAt: answeredAt,
    spanMinutes,
  };
}
