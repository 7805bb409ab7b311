import type { Actor } from "@/lib/access/actor";
import { asActor, databaseNow } from "@/lib/db";
import { draftsOf } from "@/lib/drafts/queries";
import { filesOf } from "@/lib/files/queries";
import { historyOf } from "@/lib/audit/history";
import { holdersOf, namesOf, organisationsOf } from "@/lib/organisations/names";
import { workPromiseOf } from "@/lib/ladder/promises";
import { deadlineStoryOf } from "@/lib/requests/deadline/queries";
import { type ItemPage, itemSpan } from "@/lib/requests/item-page";
import { itemTold } from "@/lib/requests/item-told";
import { visibleRequests } from "@/lib/access/scope";
import { institutionsIn } from "@/lib/requests/told";
import { legalBasisLines } from "@/lib/requests/legal-bases";
import { clockReadingOf, mayDeclineWhole } from "@/lib/requests/rules";
import type { ReceivedRequest } from "./types";
import { askDraft, refusalDraft } from "./draft-keys";
import { answeringSeconds } from "./schema";
import { objectionsTo } from "@/lib/requests/notified/objections";
import { doubtOf } from "@/lib/requests/suspicion/doubt";
import { holdsSenderToo } from "@/lib/requests/suspicion/raise";
import { iso, latestHoldUntil, offersOf, ruleOf } from "./facts";
import { amendmentsOf } from "@/lib/requests/amendments/queries";
import { threadOf } from "@/lib/requests/thread/queries";
import type { Talk } from "@/lib/requests/types";
import { proofOf } from "./proof";
import { statedOf } from "./stated";

/**
 * An issued request as the organisation that is asked sees it, or the procuracy that was notified: the targets, the amounts, the
 * grounds, the signed order; nothing of the victim, of other responders or of the rest of the trail (domain §1).
 * Of many targets those that `asked` names; without a wish those among which the first one is that waits for its answer.
 * Of its talk the lines before `before`. Null for what does not exist and for what is not the actor's to see.
 */
export function getReceivedRequest(
  actor: Actor,
  id: string,
  asked?: ItemPage,
  before?: string,
): Promise<(ReceivedRequest & Talk) | null> {
  return asActor(actor, async (tx) => {
    const request = await tx.request.findFirst({
      where: { AND: [{ id }, visibleRequests(actor), { sentAt: { not: null } }] },
    });
    if (!request?.sentAt) return null;
    // What does not wait for each other travels together.
    const [now, all, clarifications, history, files, parent, addressee, unit, desk, rule, legalBases] =
      await Promise.all([
        databaseNow(tx),
        tx.requestItem.findMany({ where: { requestId: id }, orderBy: { position: "asc" } }),
        tx.clarification.findMany({ where: { requestId: id }, orderBy: { askedAt: "asc" } }),
        historyOf(tx, { requestId: id }, 200),
        tx.attachment.findMany({
          where: { requestId: id, ownerOrgId: { not: request.addresseeOrgId } },
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
        holdersOf(tx, [request.assigneeId, request.answeringId]),
        ruleOf(tx, id),
        legalBasisLines(tx, request.legalBases),
      ]);
    const isDeclinable = mayDeclineWhole(all.filter(({ outcome }) => outcome !== null).length);
    const offered = offersOf(actor, request).filter((offer) => offer !== "refuse" || isDeclinable);
    const isDesk = request.addresseeOrgId === actor.orgId;
    const mayAnswer = offered.includes("answer");
    const firstOpen = all.findIndex(({ answeredAt }) => !answeredAt) + 1;
    const span = itemSpan(all.length, asked, mayAnswer && firstOpen > 0 ? firstOpen : 1);
    const items = all.slice(span.first - 1, span.last);
    const open = mayAnswer ? items.filter(({ answeredAt }) => !answeredAt) : [];
    const seen = { ...request, memberIds: [] };
    const [people, proof, latest, drafts, answerFiles, receivers, thread, amendments, deadline, work] =
      await Promise.all([
        namesOf(tx, [
          ...items.map(({ answeredById }) => answeredById),
          ...clarifications.map(({ askedById }) => askedById),
        ]),
        proofOf(tx, request, unit),
        latestHoldUntil(tx, request, unit.specialisedCyber, now),
        draftsOf(tx, actor, [
          ...open.map(({ id: itemId }) => `answer:${itemId}`),
          ...(isDesk ? [askDraft(id), refusalDraft(id)] : []),
        ]),
        isDesk ? filesOf(tx, actor, { requestId: id }) : [],
        organisationsOf(
          tx,
          items.flatMap(({ answer }) => institutionsIn(answer)),
        ),
        threadOf(tx, actor, seen, before),
        amendmentsOf(tx, actor, seen),
        deadlineStoryOf(tx, id),
        workPromiseOf(tx, actor, seen),
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
      deadline,
      work,
      clock: clockReadingOf(request),
      sentAt: request.sentAt.toISOString(),
      openedAt: iso(request.openedAt),
      answeredAt: iso(request.answeredAt),
      notifiedAt: isDesk ? null : iso(request.notifiedAt),
      rule,
      proof,
      doubt: doubtOf(request),
      doubtHoldsSender: offered.includes("suspect") && (await holdsSenderToo(tx, id)),
      objections: isDesk ? [] : await objectionsTo(tx, id),
      grounds: request.grounds,
      legalBases,
      disclosure: request.disclosure,
      details: request.details as ReceivedRequest["details"],
      stated: statedOf(request.statedReason, history),
      refusalGround: request.refusalGround,
      disputedAmount: request.disputedAmount.toString(),
      begun: {
        question: drafts.get(askDraft(id)) ?? null,
        refusal: drafts.get(refusalDraft(id)) ?? null,
      },
      parent,
      span,
      openElsewhere:
        all.filter(({ answeredAt }) => !answeredAt).length -
        items.filter(({ answeredAt }) => !answeredAt).length,
      items: items.map((item) => ({
        ...itemTold(item, people),
        version: item.version,
        // What a bank sends back is the unit's and its own alone.
        ...(isDesk ? {} : { answer: null }),
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
      offers: proof.genuine ? offered : offered.filter((offer) => offer === "assign" || offer === "object"),
      latestHoldUntil: latest,
      thread,
      amendments,
    };
  });
}
