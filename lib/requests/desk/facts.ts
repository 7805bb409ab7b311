import type { Actor } from "@/lib/access/actor";
import type { RequestItemModel, RequestModel } from "@/lib/generated/prisma/models";
import { can } from "@/lib/access/policy";
import { choosePolicy } from "@/lib/deadlines/policy";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { dueAt } from "@/lib/deadlines/due";
import { statement, type Tx } from "@/lib/db";
import { answerPolicyOf } from "@/lib/requests/clock";
import { isGenuine } from "@/lib/requests/signing/envelope";
import { kindOf } from "@/lib/requests/kinds";
import { lifecycle, openStatuses, type RequestEvent } from "@/lib/requests/lifecycle";
import type { Proof, ReceivedItem, ReceivedOffer, ReceivedRule } from "./types";

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Why the order is to be believed: who signed what, in which unit, and that its content still hashes to what was signed. */
export async function proofOf(
  tx: Tx,
  request: RequestModel,
  unit: { shortName: string; dutyPhone: string | null },
): Promise<Proof> {
  const [{ rows }, genuine] = await Promise.all([
    statement<{ name: string; rank: string | null; title: string | null }>(
      tx,
      `select p.full_name as name, p.rank,
        (select m.title from membership m where m.user_id = p.id and m.organisation_id = $2::uuid order by m.id limit 1) as title
        from person p where p.id = $1::uuid`,
      [request.signerId, request.requesterOrgId],
    ),
    isGenuine(tx, request),
  ]);
  const [signer = { name: "", rank: null, title: null }] = rows;
  return {
    genuine,
    contentHash: request.contentHash ?? "",
    signer,
    unit: unit.shortName,
    documentNumber: request.documentNumber ?? "",
    documentDate: (request.documentDate ?? request.sentAt ?? request.createdAt).toISOString(),
    dutyPhone: unit.dutyPhone,
  };
}

/** A target with what was answered on it. Amounts VND as digits. */
export function itemOf(
  item: RequestItemModel,
  people: Map<string, string>,
): Omit<ReceivedItem, "draft" | "answer"> {
  const details = item.details as { note?: unknown } | null;
  return {
    id: item.id,
    position: item.position,
    kind: item.kind,
    value: item.value,
    display: item.display,
    holderName: item.holderName,
    disputedAmount: item.disputedAmount?.toString() ?? null,
    overGround: item.overGround,
    note: typeof details?.note === "string" ? details.note : null,
    details: item.details as Record<string, unknown> | null,
    version: item.version,
    outcome: item.outcome,
    heldAmount: item.heldAmount?.toString() ?? null,
    heldUntil: iso(item.heldUntil),
    movedAmount: item.movedAmount?.toString() ?? null,
    cashedOutAmount: item.cashedOutAmount?.toString() ?? null,
    answeredAt: iso(item.answeredAt),
    answeredBy: item.answeredById ? (people.get(item.answeredById) ?? null) : null,
    sentBackReason: item.sentBackReason,
  };
}

/** What this actor may do now: the lifecycle says when, the policy says who. */
export function offersOf(actor: Actor, request: RequestModel): ReceivedOffer[] {
  const like = { ...request, memberIds: [] };
  const events = (Object.keys(lifecycle[request.status]) as RequestEvent[]).filter((event) =>
    can(actor, `request.${event}`, like),
  );
  const isOpen = (openStatuses as readonly string[]).includes(request.status);
  const desk = (["assign", "take"] as const).filter(
    (act) => isOpen && can(actor, `request.${act}`, like) && (act !== "take" || request.assigneeId === null),
  );
  return [...events, ...desk];
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
  const known = await tx.deadline.findFirst({
    where: { requestId: request.id, subject: "SUSPENSION_MAX", state: "running" },
    select: { dueAt: true },
  });
  if (known) return known.dueAt.toISOString();
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
