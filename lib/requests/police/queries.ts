import type { Actor } from "@/lib/access/actor";
import { can, type RequestLike } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { historyOf } from "@/lib/audit/history";
import { asActor, databaseNow, type Tx } from "@/lib/db";
import { filesOf } from "@/lib/files/queries";
import { holdersOf, organisationsOf, peopleOf } from "@/lib/organisations/names";
import { isNextWaiting } from "@/lib/cascade/layer";
import type { Language } from "@/lib/i18n/languages";
import { answerPolicyOf } from "@/lib/requests/clock";
import { workPromiseOf } from "@/lib/ladder/promises";
import { ownDeadlineStory } from "@/lib/requests/deadline/queries";
import { mayDraftAgain } from "@/lib/requests/drafting/again";
import { linksOf, rechecksOf, reroutesOf } from "@/lib/requests/followup/queries";
import type { Recheck } from "@/lib/requests/followup/types";
import { kindOf } from "@/lib/requests/kinds";
import { readLegalBases } from "@/lib/requests/legal-bases";
import { type ItemPage, itemSpan } from "@/lib/requests/item-page";
import { clockReadingOf, mayRewrite, offers } from "@/lib/requests/rules";
import { objectionsTo } from "@/lib/requests/notified/objections";
import { handedInWith, recalledVersionsOf } from "@/lib/requests/signing/handed-in";
import { doubtOfUnit } from "@/lib/requests/suspicion/queries";
import { itemTold } from "@/lib/requests/item-told";
import { institutionsIn, textIn } from "@/lib/requests/told";
import { amendmentsOf } from "@/lib/requests/amendments/queries";
import { proposedWithdrawalOf } from "@/lib/requests/withdrawal/queries";
import { threadOf } from "@/lib/requests/thread/queries";
import type { Talk } from "@/lib/requests/types";
import { isOverdue } from "./remind";
import type { PoliceRequest, Question } from "./types";

const iso = (at: Date | null) => at?.toISOString() ?? null;

/**
 * A request with everything its own unit may read of it; null when there is none or it is not the actor's to see.
 * Of many targets those that `asked` names, of its talk the lines before `before`.
 */
export function getPoliceRequest(
  actor: Actor,
  id: string,
  language: Language,
  asked?: ItemPage,
  before?: string,
): Promise<(PoliceRequest & Talk) | null> {
  return asActor(actor, async (tx) => {
    const found = await tx.request.findFirst({
      where: { AND: [{ id }, visibleRequests(actor), { requesterOrgId: { in: actor.orgIds } }] },
      include: {
        case: {
          select: {
            code: true,
            title: true,
            unitId: true,
            status: true,
            sealedTo: true,
            members: { where: { removedAt: null }, select: { membershipId: true } },
          },
        },
        items: { orderBy: { position: "asc" } },
        clarifications: { orderBy: { askedAt: "desc" } },
        holds: { orderBy: { fromAt: "desc" } },
        officer: { select: { membershipId: true } },
      },
    });
    if (!found) return null;
    const span = itemSpan(found.items.length, asked);
    const shown = found.items.slice(span.first - 1, span.last);
    const seen = {
      ...found,
      memberIds: [...found.case.members, found.officer].flatMap((each) => each?.membershipId ?? []),
    };
    const like: RequestLike = seen;
    // What does not wait for each other travels together.
    const [orgs, people, desk, parent, legalBases, rule, files, history, thread, amendments] =
      await Promise.all([
        organisationsOf(tx, [
          found.requesterOrgId,
          found.addresseeOrgId,
          ...shown.flatMap(({ answer }) => institutionsIn(answer)),
        ]),
        peopleOf(tx, [
          found.drafterId,
          found.signerId,
          ...shown.map((item) => item.answeredById),
          ...found.clarifications.flatMap((each) => [each.askedById, each.repliedById]),
        ]),
        holdersOf(tx, [found.assigneeId, found.officer?.membershipId ?? null]),
        found.parentId
          ? tx.request.findFirst({
              where: { id: found.parentId },
              select: { id: true, code: true, kindCode: true },
            })
          : null,
        readLegalBases(tx, found.legalBases, language),
        ruleOf(tx, found.id),
        filesOf(tx, actor, { requestId: found.id }),
        historyOf(tx, { requestId: found.id }),
        threadOf(tx, actor, seen, before),
        amendmentsOf(tx, actor, seen),
      ]);
    const addressee = orgs.get(found.addresseeOrgId);
    const { rechecked } = kindOf(found.kindCode);
    const offered = offers(actor, like);
    const [links, reroutes, rechecks, recalled, together, withdrawal, asksNext, deadline, work] =
      await Promise.all([
        linksOf(tx, actor, found),
        can(actor, "request.reroute", like) ? reroutesOf(tx, found, await databaseNow(tx)) : null,
        rechecked.length > 0 ? rechecksOf(tx, shown) : new Map<string, Recheck[]>(),
        recalledVersionsOf(tx, found.id),
        offered.includes("recall") ? handedInWith(tx, actor, found) : [],
        proposedWithdrawalOf(tx, actor, seen),
        // Passing on and asking where the money went are both drafting from this request.
        found.movedAmount > 0n && can(actor, "request.reroute", like)
          ? isNextWaiting(tx, found.caseId)
          : false,
        ownDeadlineStory(tx, actor, seen, new Date()),
        workPromiseOf(tx, actor, seen),
      ]);
    return {
      id: found.id,
      code: found.code,
      kindCode: found.kindCode,
      urgency: found.urgency,
      status: found.status,
      version: found.version,
      caseId: found.caseId,
      caseCode: found.case.code,
      caseTitle: found.case.title,
      requester: orgs.get(found.requesterOrgId)?.shortName ?? "",
      addressee: addressee?.shortName ?? "",
      addresseeOnPortal: addressee?.onPortal ?? false,
      addresseeDutyPhone: addressee?.dutyPhone ?? null,
      drafter: people.get(found.drafterId) ?? "",
      signer: found.signerId ? (people.get(found.signerId) ?? null) : null,
      assignee: (found.assigneeId && desk.get(found.assigneeId)) ?? null,
      officer: found.officer ? (desk.get(found.officer.membershipId ?? "") ?? null) : undefined,
      documentNumber: found.documentNumber,
      documentDate: iso(found.documentDate),
      contentHash: found.contentHash,
      grounds: found.grounds,
      legalBases,
      disclosure: found.disclosure,
      details: found.details as Record<string, unknown> | null,
      parent,
      refusalGround: found.refusalGround,
      statedReason: found.statedReason,
      itemCount: found.itemCount,
      answeredCount: found.answeredCount,
      disputedAmount: found.disputedAmount.toString(),
      heldAmount: found.heldAmount.toString(),
      movedAmount: found.movedAmount.toString(),
      cashedOutAmount: found.cashedOutAmount.toString(),
      sentAt: iso(found.sentAt),
      openedAt: iso(found.openedAt),
      acknowledgedAt: iso(found.acknowledgedAt),
      answeredAt: iso(found.answeredAt),
      clock: clockReadingOf(found),
      rule,
      deadline,
      work,
      span,
      answered: found.items.flatMap(({ id: itemId, display, answeredAt }) =>
        answeredAt ? [{ id: itemId, label: display }] : [],
      ),
      items: shown.map((item) => ({
        ...itemTold(item, people),
        rechecks:
          item.outcome && item.answeredAt && rechecked.includes(item.outcome)
            ? (rechecks.get(item.id) ?? [])
            : null,
      })),
      institutions: Object.fromEntries([...orgs].map(([orgId, { shortName }]) => [orgId, shortName])),
      questions: found.clarifications.map((each): Question => ({
        id: each.id,
        question: each.question,
        askedBy: people.get(each.askedById) ?? "",
        askedAt: each.askedAt.toISOString(),
        reply: each.reply,
        repliedBy: each.repliedById ? (people.get(each.repliedById) ?? null) : null,
        repliedAt: iso(each.repliedAt),
      })),
      holds: found.holds.map((hold) => ({
        id: hold.id,
        account: hold.account,
        amount: hold.amount.toString(),
        from: hold.fromAt.toISOString(),
        until: iso(hold.untilAt),
        releasedAt: iso(hold.releasedAt),
        releaseReason: hold.releaseReason,
      })),
      files,
      history,
      offers: offered,
      handedInWith: together,
      recalled,
      withdrawal,
      doubt: await doubtOfUnit(tx, actor, { ...found, ...like }),
      objections: found.procuracyOrgId ? await objectionsTo(tx, found.id) : [],
      mayReplyObjection: can(actor, "request.replyObjection", like),
      notifiedAt: iso(found.notifiedAt),
      links,
      reroutes,
      mayRecheck: can(actor, "request.recheck", like),
      asksNext,
      mayRewrite: mayRewrite(actor, like),
      mayDraftAgain: mayDraftAgain(actor, found, {
        ...found.case,
        memberIds: found.case.members.map(({ membershipId }) => membershipId),
      }),
      mayAttach: can(actor, "request.clarify", like),
      mayRemind: isOverdue(found, new Date()) && can(actor, "request.remind", like),
      thread,
      amendments,
    };
  });
}

/** What made the running answer clock, as its unit reads it. */
async function ruleOf(tx: Tx, requestId: string): Promise<PoliceRequest["rule"]> {
  const policy = await answerPolicyOf(tx, requestId);
  return (
    policy && {
      text: textIn(policy, "note"),
      basis: textIn(policy, "legalBasis") ?? textIn(policy, "source"),
    }
  );
}
