import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { historyOf } from "@/lib/audit/history";
import { asActor, databaseNow, type Tx } from "@/lib/db";
import { dueAt } from "@/lib/deadlines/due";
import { choosePolicy } from "@/lib/deadlines/policy";
import { draftsOf } from "@/lib/drafts/queries";
import { filesOf } from "@/lib/files/queries";
import { organisationsOf } from "@/lib/organisations/names";
import { deadlineReference } from "@/lib/organisations/time-limits";
import type { RequestItemModel, RequestModel } from "@/lib/generated/prisma/models";
import { answeringSeconds } from "./desk-schema";
import { isGenuine } from "./envelope";
import { kindOf } from "./kinds";
import { legalBasisLines } from "./legal-basis-lines";
import { lifecycle, openStatuses, type RequestEvent } from "./lifecycle";
import type {
  Colleague,
  Institution,
  Proof,
  ReceivedItem,
  ReceivedOffer,
  ReceivedRequest,
  ReceivedRule,
} from "./received-types";
import { institutionsIn } from "./told";

/**
 * An issued request as the organisation that is asked sees it, or the procuracy that was notified: the targets, the amounts, the
 * grounds, the signed order; nothing of the victim, of other responders or of the rest of the trail (domain §1).
 * Null for what does not exist and for what is not the actor's to see.
 */
export function getReceivedRequest(actor: Actor, id: string): Promise<ReceivedRequest | null> {
  return asActor(actor, async (tx) => {
    const request = await tx.request.findFirst({
      where: { AND: [{ id }, visibleRequests(actor), { sentAt: { not: null } }] },
    });
    if (!request?.sentAt) return null;
    // What does not wait for each other travels together.
    const [now, items, clarifications, history, files, parent, addressee, unit, desk, rule, legalBases] =
      await Promise.all([
        databaseNow(tx),
        tx.requestItem.findMany({ where: { requestId: id }, orderBy: { position: "asc" } }),
        tx.clarification.findMany({ where: { requestId: id }, orderBy: { askedAt: "asc" } }),
        historyOf(tx, { requestId: id }, 200),
        tx.attachment.findMany({
          where: { requestId: id, ownerOrgId: request.requesterOrgId },
          orderBy: { createdAt: "asc" },
          select: { id: true, name: true, size: true },
        }),
        request.parentId
          ? tx.request.findFirst({
              where: { AND: [{ id: request.parentId }, visibleRequests(actor)] },
              select: { id: true, code: true, documentNumber: true },
            })
          : null,
        tx.organisation.findUniqueOrThrow({ where: { id: request.addresseeOrgId }, select: { name: true } }),
        tx.organisation.findUniqueOrThrow({
          where: { id: request.requesterOrgId },
          select: { shortName: true, dutyPhone: true, specialisedCyber: true },
        }),
        desksOf(tx, [request.assigneeId, request.answeringId]),
        ruleOf(tx, id),
        legalBasisLines(tx, request.legalBases),
      ]);
    const offered = offersOf(actor, request);
    const isDesk = request.addresseeOrgId === actor.orgId;
    const open = offered.includes("answer") ? items.filter(({ answeredAt }) => !answeredAt) : [];
    const [people, proof, latest, drafts, answerFiles, receivers] = await Promise.all([
      namesOf(tx, [
        ...items.map(({ answeredById }) => answeredById),
        ...clarifications.map(({ askedById }) => askedById),
      ]),
      proofOf(tx, request, unit),
      latestHoldUntil(tx, request, unit.specialisedCyber, now),
      draftsOf(
        tx,
        actor,
        open.map(({ id: itemId }) => `answer:${itemId}`),
      ),
      isDesk ? filesOf(tx, actor, { requestId: id }) : [],
      organisationsOf(
        tx,
        items.flatMap(({ answer }) => institutionsIn(answer)),
      ),
    ]);
    const isAnswering =
      request.answeringAt !== null && now.getTime() - request.answeringAt.getTime() < answeringSeconds * 1000;
    return {
      id,
      code: request.code,
      version: request.version,
      kindCode: request.kindCode,
      urgency: request.urgency,
      status: request.status,
      requesterName: unit.shortName,
      addresseeName: addressee.name,
      isDesk,
      dueAt: iso(request.dueAt),
      pausedAt: iso(request.pausedAt),
      spanMinutes: request.spanMinutes ?? 1,
      sentAt: request.sentAt.toISOString(),
      openedAt: iso(request.openedAt),
      answeredAt: iso(request.answeredAt),
      rule,
      proof,
      grounds: request.grounds,
      legalBases,
      disclosure: request.disclosure,
      statedReason: request.statedReason,
      refusalGround: request.refusalGround,
      disputedAmount: request.disputedAmount.toString(),
      parent,
      items: items.map((item) => ({
        ...itemOf(item, people),
        // What a bank sends back is the unit's and its own alone.
        answer: isDesk ? (item.answer as ReceivedItem["answer"]) : null,
        draft: drafts.get(`answer:${item.id}`) ?? null,
      })),
      files,
      answerFiles: answerFiles.filter(({ mine }) => mine),
      institutions: Object.fromEntries([...receivers].map(([orgId, { shortName }]) => [orgId, shortName])),
      clarifications: clarifications.map((line) => ({
        id: line.id,
        question: line.question,
        askedBy: people.get(line.askedById) ?? "",
        askedAt: line.askedAt.toISOString(),
        reply: line.reply,
        repliedAt: iso(line.repliedAt),
      })),
      history: history.map(({ id: eventId, at, type, actor: who, reason }) => ({
        id: eventId,
        at,
        type,
        actor: who ?? "",
        reason,
      })),
      assignee: request.assigneeId
        ? {
            membershipId: request.assigneeId,
            name: desk.get(request.assigneeId) ?? "",
            mine: request.assigneeId === actor.membershipId,
          }
        : null,
      answering:
        isAnswering && request.answeringId
          ? { name: desk.get(request.answeringId) ?? "", mine: request.answeringId === actor.membershipId }
          : null,
      offers: offered,
      latestHoldUntil: latest,
    };
  });
}

/** Colleagues to whom a manager may give work: liaisons of the same organisation who act today. */
export function listColleagues(actor: Actor): Promise<Colleague[]> {
  return asActor(actor, async (tx) => {
    const now = await databaseNow(tx);
    const found = await tx.membership.findMany({
      where: {
        organisationId: actor.orgId,
        roles: { hasSome: ["liaison", "liaison_manager"] },
        validFrom: { lte: now },
        OR: [{ validTo: null }, { validTo: { gt: now } }],
        user: { suspendedAt: null },
      },
      select: { id: true, user: { select: { fullName: true } } },
      take: 200,
    });
    return found
      .map(({ id, user }) => ({ membershipId: id, name: user.fullName }))
      .sort((a, b) => a.name.localeCompare(b.name, "vi"));
  });
}

/** Where money can have gone on to: banks and payment intermediaries in force, by short name. */
export function listMoneyInstitutions(actor: Actor): Promise<Institution[]> {
  return asActor(actor, async (tx) => {
    const found = await tx.organisation.findMany({
      where: { kind: { in: ["bank", "payment_intermediary"] }, validTo: null },
      select: { id: true, shortName: true },
      take: 500,
    });
    return found
      .map(({ id, shortName }) => ({ id, name: shortName }))
      .sort((a, b) => a.name.localeCompare(b.name, "vi"));
  });
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

async function proofOf(
  tx: Tx,
  request: RequestModel,
  unit: { shortName: string; dutyPhone: string | null },
): Promise<Proof> {
  const [signer, membership, genuine] = await Promise.all([
    request.signerId
      ? tx.user.findUnique({ where: { id: request.signerId }, select: { fullName: true, rank: true } })
      : null,
    request.signerId
      ? tx.membership.findFirst({
          where: { userId: request.signerId, organisationId: request.requesterOrgId },
          select: { title: true },
        })
      : null,
    isGenuine(tx, request),
  ]);
  return {
    genuine,
    contentHash: request.contentHash ?? "",
    signer: { name: signer?.fullName ?? "", rank: signer?.rank ?? null, title: membership?.title ?? null },
    unit: unit.shortName,
    documentNumber: request.documentNumber ?? "",
    documentDate: (request.documentDate ?? request.sentAt ?? request.createdAt).toISOString(),
    dutyPhone: unit.dutyPhone,
  };
}

function itemOf(item: RequestItemModel, people: Map<string, string>): Omit<ReceivedItem, "draft" | "answer"> {
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
function offersOf(actor: Actor, request: RequestModel): ReceivedOffer[] {
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

async function ruleOf(tx: Tx, requestId: string): Promise<ReceivedRule | null> {
  const deadline = await tx.deadline.findFirst({
    where: { requestId, subject: "ANSWER" },
    orderBy: { startsAt: "desc" },
    select: { policy: true },
  });
  if (!deadline) return null;
  const policy = deadline.policy as {
    unit?: unknown;
    value?: unknown;
    note?: unknown;
    legalBasis?: unknown;
    verify?: unknown;
  };
  return {
    unit: String(policy.unit ?? "minutes"),
    value: Number(policy.value ?? 0),
    note: typeof policy.note === "string" ? policy.note : null,
    basis: typeof policy.legalBasis === "string" ? policy.legalBasis : null,
    verify: policy.verify === true,
  };
}

/** A hold of an order that already has one ends with it; a first hold may last as long as the policy of today says. */
async function latestHoldUntil(
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

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const people = await tx.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, fullName: true },
  });
  return new Map(people.map(({ id, fullName }) => [id, fullName]));
}

async function desksOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const found = await tx.membership.findMany({
    where: { id: { in: wanted } },
    select: { id: true, user: { select: { fullName: true } } },
  });
  return new Map(found.map(({ id, user }) => [id, user.fullName]));
}
