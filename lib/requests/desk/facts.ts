import type { Actor } from "@/lib/access/actor";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { can } from "@/lib/access/policy";
import { choosePolicy } from "@/lib/deadlines/policy";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { dueAt } from "@/lib/deadlines/due";
import { type Tx } from "@/lib/db";
import { answerPolicyOf } from "@/lib/requests/clock";
import { latestOfSuspension } from "@/lib/requests/holds/suspension-clock";
import { kindOf } from "@/lib/requests/kinds";
import { openStatuses } from "@/lib/requests/lifecycle";
import { offers } from "@/lib/requests/rules";
import type { ReceivedOffer, ReceivedRule } from "./types";

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What this actor may do now: the lifecycle says when, the policy says who. */
export function offersOf(actor: Actor, request: RequestModel): ReceivedOffer[] {
  const like = { ...request, memberIds: [] };
  const events = offers(actor, like);
  const isOver = (["WITHDRAWN", "EXPIRED"] as readonly string[]).includes(request.status);
  const doubts = (["suspect", "object"] as const).filter(
    (act) => !isOver && can(actor, `request.${act}`, like) && !(act === "suspect" && request.suspectedAt),
  );
  const isOpen = (openStatuses as readonly string[]).includes(request.status);
  const desk = (["assign", "take"] as const).filter(
    (act) => isOpen && can(actor, `request.${act}`, like) && (act !== "take" || request.assigneeId === null),
  );
  return [...events, ...desk, ...doubts];
}

/** What made the answer's clock: the policy copied into it. */
export async function ruleOf(tx: Tx, requestId: string): Promise<ReceivedRule | null> {
  const policy = await answerPolicyOf(tx, requestId);
  return (
    policy && {
      unit: String(policy.unit ?? "minutes"),
      value: Number(policy.value ?? 0),
      note: typeof policy.note === "string" ? policy.note : null,
      basis: typeof policy.legalBasis === "string" ? policy.legalBasis : null,
      verify: policy.verify === true,
    }
  );
}

/** A hold of an order that already has one ends with it; a first hold may last as long as the policy of today says. */
export async function latestHoldUntil(
  tx: Tx,
  request: RequestModel,
  specialisedCyber: boolean,
  now: Date,
): Promise<string | null> {
  if (kindOf(request.kindCode).hold !== "suspension") return null;
  const latest = await latestOfSuspension(tx, request.id);
  if (latest) return latest.toISOString();
  const { policies, calendarOf } = await deadlineReference(tx);
  const policy = choosePolicy(policies, {
    subject: "SUSPENSION_MAX",
    kind: request.kindCode,
    urgency: request.urgency,
    specialisedCyber,
    at: now,
    legalBases: request.legalBases,
  });
  return policy?.value == null
    ? null
    : dueAt({
        start: now,
        unit: policy.unit,
        value: policy.value,
        calendar: calendarOf(request.addresseeOrgId),
      }).toISOString();
}
