import type { Actor } from "@/lib/access/actor";
import { canOnCase, type CasePermission } from "@/lib/access/policy";
import { visibleCases } from "@/lib/access/scope";
import { historyOf } from "@/lib/audit/history";
import { asActor, type Tx } from "@/lib/db";
import type { CaseLimitBeginModel, CaseNoticeModel, DeadlineModel } from "@/lib/generated/prisma/models";
import { isoDay, isoDayOrNull } from "@/lib/day";
import { isNotice } from "./notices";
import { byName } from "@/lib/i18n/collation";
import type { Language } from "@/lib/i18n/languages";
import { elsewhereIn } from "@/lib/requests/kinds/elsewhere";
import { organisationsOf, peopleOf } from "@/lib/organisations/names";
import type { CaseDetail, CaseFormOptions, Institution, LegalClock } from "./types";

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** A case with everything its unit may read of it; null when there is none or it is not the actor's to see. */
export function getCase(actor: Actor, id: string, language: Language): Promise<CaseDetail | null> {
  return asActor(actor, async (tx) => {
    const found = await tx.case.findFirst({
      where: { AND: [{ id }, visibleCases(actor)] },
      include: {
        members: { where: { removedAt: null } },
        victims: { include: { payments: { select: { amount: true } } } },
        payments: { orderBy: { at: "asc" }, include: { victim: { select: { fullName: true } } } },
        targets: {
          orderBy: [{ createdAt: "asc" }, { id: "asc" }],
          include: { _count: { select: { items: true } } },
        },
        transfers: { where: { supersededAt: null }, orderBy: { at: "asc" } },
      },
    });
    if (!found) return null;
    const fraud = await tx.fraudType.findUnique({
      where: { code: found.fraudTypeCode },
      select: { nameVi: true, nameEn: true },
    });
    const commune = found.communeCode
      ? await tx.commune.findUnique({
          where: { code: found.communeCode },
          select: { fullName: true, nameEn: true },
        })
      : null;
    const clocks = await tx.deadline.findMany({
      where: { caseId: id, requestId: null, subject: "CASE_LEGAL" },
      orderBy: { dueAt: "asc" },
    });
    const notices = await tx.caseNotice.findMany({ where: { caseId: id } });
    const told = new Map(notices.map((notice) => [notice.deadlineId, notice]));
    const begins = await tx.caseLimitBegin.findMany({ where: { caseId: id } });
    const begun = new Map(begins.map((begin) => [begin.deadlineId, begin]));
    const notes = await tx.caseNote.findMany({
      where: { caseId: id },
      orderBy: { createdAt: "desc" },
      take: 100,
    });
    const memberships = await tx.membership.findMany({
      where: { id: { in: found.members.map(({ membershipId }) => membershipId) } },
      select: { id: true, title: true, userId: true },
    });
    const firstSent = await tx.request.findFirst({
      where: { caseId: id, sentAt: { not: null } },
      orderBy: { sentAt: "asc" },
      select: { sentAt: true },
    });
    const firstHold = await tx.hold.findFirst({
      where: { caseId: id },
      orderBy: { fromAt: "asc" },
      select: { fromAt: true },
    });
    const orgs = await organisationsOf(tx, [
      found.unitId,
      ...found.payments.flatMap(({ fromInstitutionId, toInstitutionId }) => [
        fromInstitutionId,
        toInstitutionId,
      ]),
      ...found.targets.map(({ institutionId }) => institutionId),
      ...found.transfers.flatMap(({ fromInstitutionId, toInstitutionId }) => [
        fromInstitutionId,
        toInstitutionId,
      ]),
    ]);
    const people = await peopleOf(tx, [
      ...notes.map(({ authorId }) => authorId),
      ...memberships.map(({ userId }) => userId),
    ]);
    const orgName = (orgId: string | null) => (orgId ? (orgs.get(orgId)?.shortName ?? null) : null);
    const like = {
      unitId: found.unitId,
      status: found.status,
      sealedTo: found.sealedTo,
      memberIds: found.members.map(({ membershipId }) => membershipId),
    };
    const may = (permission: CasePermission) => canOnCase(actor, permission, like);
    return {
      id: found.id,
      code: found.code,
      version: found.version,
      title: found.title,
      summary: found.summary,
      status: found.status,
      restricted: found.restricted,
      unitId: found.unitId,
      unit: orgName(found.unitId) ?? "",
      sourceKind: found.sourceKind,
      channel: found.channel,
      fraudType: (language === "en" ? fraud?.nameEn : fraud?.nameVi) ?? found.fraudTypeCode,
      contactChannels: found.contactChannels,
      commune: (language === "en" ? commune?.nameEn : commune?.fullName) ?? null,
      reportedAt: found.reportedAt.toISOString(),
      createdAt: found.createdAt.toISOString(),
      firstTransferAt: iso(found.firstTransferAt),
      firstSentAt: iso(firstSent?.sentAt),
      firstHeldAt: iso(firstHold?.fromAt),
      reportedLoss: found.reportedLoss.toString(),
      decisionNumber: found.decisionNumber,
      decisionDate: iso(found.decisionDate),
      deadlines: clocks.map((clock) => clockOf(clock, told.get(clock.id), begun.get(clock.id))),
      victims: found.victims.map(({ id: victimId, fullName, personId, phone, address, payments }) => ({
        id: victimId,
        fullName,
        personId,
        phone,
        address,
        paid: payments.reduce((sum, { amount }) => sum + amount, 0n).toString(),
      })),
      payments: found.payments.map((payment) => ({
        id: payment.id,
        victim: payment.victim.fullName,
        at: payment.at.toISOString(),
        amount: payment.amount.toString(),
        fromInstitution: orgName(payment.fromInstitutionId),
        fromAccount: payment.fromAccount,
        toInstitution: orgName(payment.toInstitutionId),
        toAccount: payment.toAccount,
        toName: payment.toName,
        reference: payment.reference,
      })),
      targets: found.targets.map(
        ({ id: targetId, kind, value, display, institutionId, holderName, note, _count }) => ({
          id: targetId,
          kind,
          value,
          display,
          institutionId,
          institution: orgName(institutionId),
          holderName,
          note,
          requests: _count.items,
        }),
      ),
      members: memberships.map(({ id: membershipId, title, userId }) => ({
        membershipId,
        name: people.get(userId) ?? "",
        title,
        isLead: membershipId === found.leadId,
      })),
      notes: notes.map(({ id: noteId, authorId, createdAt, body }) => ({
        id: noteId,
        author: people.get(authorId) ?? "",
        at: createdAt.toISOString(),
        body,
      })),
      transfers: found.transfers.map((transfer) => ({
        id: transfer.id,
        at: transfer.at.toISOString(),
        amount: transfer.amount.toString(),
        fromInstitution: orgName(transfer.fromInstitutionId),
        fromAccount: transfer.fromAccount,
        toInstitution: orgName(transfer.toInstitutionId),
        elsewhere: elsewhereIn({
          place: transfer.elsewhere,
          name: transfer.elsewhereName ?? undefined,
          country: transfer.elsewhereCountry ?? undefined,
          swift: transfer.elsewhereSwift ?? undefined,
        }),
        toAccount: transfer.toAccount,
        toName: transfer.toName,
        reference: transfer.reference,
        requestId: transfer.requestId,
      })),
      history: await historyOf(tx, { caseId: id }),
      may: {
        edit: may("case.edit"),
        draftRequest: may("case.draftRequest"),
        changeStatus: may("case.changeStatus"),
        markNotified: may("case.markNotified"),
        appoint: may("case.appoint"),
        restrict: may("case.restrict"),
      },
    };
  });
}

function clockOf(
  { id, label, kindCode, startsAt, dueAt, spanMinutes, state, endedAt, policy }: DeadlineModel,
  told: CaseNoticeModel | undefined,
  begun: CaseLimitBeginModel | undefined,
): LegalClock {
  const copy = policy as {
    note?: string | null;
    legalBasis?: string | null;
    source?: string | null;
  };
  return {
    id,
    label: kindCode ?? label,
    startsAt: startsAt.toISOString(),
    dueAt: dueAt.toISOString(),
    spanMinutes,
    state,
    endedAt: iso(endedAt),
    text: copy.note ?? null,
    basis: copy.legalBasis ?? copy.source ?? null,
    isNotice: state === "running" && isNotice(label),
    told: told
      ? {
          number: told.documentNumber,
          date: isoDay(told.documentDate),
          until: isoDayOrNull(told.extendedUntil),
        }
      : null,
    begun: begun ? { number: begun.documentNumber, date: isoDay(begun.begunOn) } : null,
  };
}

const institutionKinds = ["bank", "payment_intermediary", "telecom", "platform", "isp_registrar"] as const;

/** What the report form lets one choose from. */
export function getCaseFormOptions(actor: Actor, language: Language): Promise<CaseFormOptions> {
  return asActor(actor, async (tx) => ({
    fraudTypes: (await tx.fraudType.findMany({ where: { validTo: null } }))
      .map(({ code, nameVi, nameEn, groupCode }) => ({
        code,
        name: language === "en" ? nameEn : nameVi,
        group: groupCode,
      }))
      .sort(byName),
    institutions: await institutionsOf(tx),
    communes: actor.provinceCode
      ? (await tx.commune.findMany({ where: { provinceCode: actor.provinceCode, validTo: null } }))
          .sort(byName)
          .map(({ code, fullName }) => ({ code, name: fullName }))
      : [],
  }));
}

async function institutionsOf(tx: Tx): Promise<Institution[]> {
  const rows = await tx.organisation.findMany({
    where: { kind: { in: [...institutionKinds] }, validTo: null },
    select: { id: true, shortName: true, kind: true, segment: true },
  });
  return rows
    .map(({ id, shortName, kind, segment }) => ({
      id,
      name: shortName,
      kind: kind as Institution["kind"],
      ...(kind === "isp_registrar" ? { segment } : {}),
    }))
    .sort(byName);
}

/** The codes of fraud types with their names, for the list's filter. */
export function listFraudTypes(actor: Actor, language: Language): Promise<{ code: string; name: string }[]> {
  return asActor(actor, async (tx) =>
    (await tx.fraudType.findMany({ select: { code: true, nameVi: true, nameEn: true } }))
      .map(({ code, nameVi, nameEn }) => ({ code, name: language === "en" ? nameEn : nameVi }))
      .sort(byName),
  );
}

/** Who can be named on a case: everybody who works on cases in its unit today. */
export function listColleagues(
  actor: Actor,
  unitId: string,
): Promise<{ membershipId: string; name: string; title: string | null }[]> {
  return asActor(actor, async (tx) => {
    const now = new Date();
    const rows = await tx.membership.findMany({
      where: {
        organisationId: unitId,
        roles: { hasSome: ["intake_officer", "investigator", "commander", "analyst"] },
        validFrom: { lte: now },
        OR: [{ validTo: null }, { validTo: { gt: now } }],
      },
      select: { id: true, title: true, userId: true },
      take: 500,
    });
    const people = await peopleOf(
      tx,
      rows.map(({ userId }) => userId),
    );
    return rows
      .map(({ id, title, userId }) => ({ membershipId: id, name: people.get(userId) ?? "", title }))
      .sort((a, b) => a.name.localeCompare(b.name, "vi"));
  });
}
