import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { actsOn, type SubjectAct } from "@/lib/audit/subject-history";
import { dateOf, dayOf, isoDay } from "@/lib/day";
import { asActor, type Tx } from "@/lib/db";
import type { DeadlineUnit } from "@/lib/deadlines/policy";
import type { WorkCalendar } from "@/lib/deadlines/calendar";
import type {
  DeadlinePolicyModel,
  LegalDocumentModel,
  RequestKindModel,
} from "@/lib/generated/prisma/models";
import { startOf } from "@/lib/local-days";
import type { Language } from "@/lib/i18n/languages";
import { deadlineReference } from "@/lib/organisations/time-limits";
import type { DocumentNumbers } from "./citation";
import { dueOrNull } from "./limits";
import { holdLimitOf, holdLimits } from "./longest-hold";
import { inForce } from "./periods";
import type { DocumentChoice, KindPeriod, LegalDetail, LegalRow, LimitRow, ToConfirm } from "./types";

const until = (date: Date | null) => (date ? isoDay(date) : null);

/**
 * Request kinds as they stand today, by name; of those that wait for their confirmation also the periods to come. Other periods stand
 * on the page of their kind. @throws Problem not-allowed.
 */
export function listKinds(actor: Actor, only?: "open"): Promise<KindPeriod[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const today = dayOf(new Date());
    const limits = await holdLimits(tx);
    const rows = (await tx.requestKind.findMany({ orderBy: [{ validFrom: "asc" }] })).map((row) =>
      periodOf(row, limits, today),
    );
    const isShown = ({ isCurrent, verify, validTo }: KindPeriod) =>
      only === "open" ? verify && (validTo === null || validTo > today) : isCurrent;
    return rows.filter(isShown).sort((a, b) => a.nameVi.localeCompare(b.nameVi, "vi"));
  });
}

/** All periods of one kind, newest first, and what was done to them; null for an unknown code. */
export function getKind(
  actor: Actor,
  code: string,
): Promise<{ periods: KindPeriod[]; acts: SubjectAct[] } | null> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const rows = await tx.requestKind.findMany({ where: { code }, orderBy: { validFrom: "desc" } });
    if (rows.length === 0) return null;
    const today = dayOf(new Date());
    const limits = await holdLimits(tx, code);
    return {
      periods: rows.map((row) => periodOf(row, limits, today)),
      acts: await actsOn(tx, actor, [{ type: "request_kind", ids: rows.map(({ id }) => id) }]),
    };
  });
}

function periodOf(
  {
    id,
    code,
    nameVi,
    nameEn,
    documentVi,
    addressees,
    stage,
    procuracy,
    signerTitles,
    legalBases,
    note,
    verify,
    source,
    version,
    ...row
  }: RequestKindModel,
  limits: readonly DeadlinePolicyModel[],
  today: string,
): KindPeriod {
  const period = { validFrom: isoDay(row.validFrom), validTo: until(row.validTo) };
  return {
    id,
    code,
    nameVi,
    nameEn,
    documentVi,
    addressees,
    stage,
    procuracy,
    signerTitles,
    legalBases,
    maxHold: holdLimitOf({ code, ...row }, limits, today),
    note,
    verify,
    source,
    version,
    ...period,
    isCurrent: inForce(period, today),
  };
}

/** Time limits in force or to come, with the end each would give if it began now. */
export function listLimits(actor: Actor, only?: "open"): Promise<LimitRow[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const rows = await limitRows(
      tx,
      await tx.deadlinePolicy.findMany({
        orderBy: [{ subject: "asc" }, { kindCode: "asc" }, { validFrom: "asc" }, { id: "asc" }],
      }),
    );
    const today = dayOf(new Date());
    return rows.filter(
      ({ validTo, verify }) => (validTo === null || validTo > today) && (verify || only !== "open"),
    );
  });
}

/** One limit with the other periods of the same combination, newest first; null when there is none. */
export function getLimit(
  actor: Actor,
  id: string,
): Promise<{ limit: LimitRow; periods: LimitRow[]; acts: SubjectAct[] } | null> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const found = await tx.deadlinePolicy.findUnique({ where: { id } });
    if (!found) return null;
    const { subject, kindCode, urgency, legalBasis, specialisedOnly } = found;
    const periods = await limitRows(
      tx,
      await tx.deadlinePolicy.findMany({
        where: { subject, kindCode, urgency, legalBasis, specialisedOnly },
        orderBy: { validFrom: "desc" },
      }),
    );
    const limit = periods.find((period) => period.id === id)!;
    return {
      limit,
      periods,
      acts: await actsOn(tx, actor, [{ type: "deadline_policy", ids: periods.map((period) => period.id) }]),
    };
  });
}

async function limitRows(tx: Tx, policies: DeadlinePolicyModel[]): Promise<LimitRow[]> {
  const { calendarOf } = await deadlineReference(tx);
  const kinds = await tx.requestKind.findMany({
    select: { code: true, nameVi: true, nameEn: true },
    orderBy: { validFrom: "asc" },
  });
  const names = new Map(kinds.map((kind) => [kind.code, kind]));
  const now = new Date();
  return policies.map((policy) => limitRow(policy, names, calendarOf(""), now));
}

function limitRow(
  {
    id,
    subject,
    kindCode,
    urgency,
    legalBasis,
    specialisedOnly,
    unit,
    value,
    note,
    verify,
    source,
    version,
    ...row
  }: DeadlinePolicyModel,
  names: Map<string, { nameVi: string; nameEn: string }>,
  calendar: WorkCalendar,
  now: Date,
): LimitRow {
  const period = { validFrom: isoDay(row.validFrom), validTo: until(row.validTo) };
  const kind = kindCode ? names.get(kindCode) : undefined;
  return {
    id,
    subject,
    kindCode,
    urgency,
    legalBasis,
    specialisedOnly,
    unit,
    value,
    note,
    verify,
    source,
    version,
    ...period,
    kindNameVi: kind?.nameVi ?? null,
    kindNameEn: kind?.nameEn ?? null,
    isCurrent: inForce(period, dayOf(now)),
    dueIfNow: dueOrNull({ unit: unit as DeadlineUnit, value }, now, calendar)?.toISOString() ?? null,
  };
}

/**
 * When a limit would end that begins on its first day, or now where that day has come: for the form beside which it is shown
 * (ISO, UTC); `due` is null when it is out of range.
 */
export function previewLimit(
  actor: Actor,
  { validFrom, ...limit }: { unit: DeadlineUnit; value: number; validFrom: string },
): Promise<{ start: string; due: string | null }> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const now = new Date();
    const start = validFrom > dayOf(now) ? startOf(validFrom) : now;
    const due = dueOrNull(limit, start, (await deadlineReference(tx)).calendarOf(""));
    return { start: start.toISOString(), due: due?.toISOString() ?? null };
  });
}

/** Legal documents by part of number or title, without accents, newest first. */
export function listDocuments(actor: Actor, q: string, only?: "open"): Promise<LegalRow[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const ids = await tx.$queryRaw<{ id: string }[]>`
      select id from legal_document where fold_vietnamese(concat_ws(' ', id, number, title_vi, title_en, issuer)) like fold_vietnamese(${like}) and (verify or ${only !== "open"})
      order by verify desc, valid_from desc nulls last, id limit 200`;
    const rows = await tx.legalDocument.findMany({ where: { id: { in: ids.map(({ id }) => id) } } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []).map(legalRow);
  });
}

/** One legal document with its articles and history; null when there is none. */
export function getDocument(
  actor: Actor,
  id: string,
): Promise<{ document: LegalDetail; acts: SubjectAct[] } | null> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const found = await tx.legalDocument.findUnique({ where: { id } });
    if (!found) return null;
    return {
      document: { ...legalRow(found), version: found.version, articles: articlesOf(found.articles) },
      acts: await actsOn(tx, actor, [{ type: "legal_document", document: id }]),
    };
  });
}

const legalRow = ({
  id,
  number,
  titleVi,
  titleEn,
  type,
  issuer,
  status,
  source,
  verify,
  validFrom,
  validTo,
  articles,
}: LegalDocumentModel): LegalRow => ({
  id,
  number,
  titleVi,
  titleEn,
  type,
  issuer,
  status,
  source,
  verify,
  validFrom: until(validFrom),
  validTo: until(validTo),
  articleCount: articlesOf(articles).length,
});

function articlesOf(articles: unknown): { article: string; summaryVi: string }[] {
  return (Array.isArray(articles) ? articles : []).flatMap((row: unknown) =>
    typeof row === "object" && row !== null && "article" in row
      ? [{ article: String(row.article), summaryVi: "summaryVi" in row ? String(row.summaryVi) : "" }]
      : [],
  );
}

/** The documents that a kind or a limit may lean on, by number. @throws Problem not-allowed. */
export function listDocumentChoices(actor: Actor, language: Language): Promise<DocumentChoice[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const rows = await tx.legalDocument.findMany({ orderBy: [{ validFrom: "desc" }, { id: "asc" }] });
    return rows.map(({ id, number, titleVi, titleEn, articles }) => ({
      id,
      number,
      title: language === "en" ? titleEn : titleVi,
      articles: articlesOf(articles).map(({ article }) => article),
    }));
  });
}

/** How people name the documents of the register: its number, or its title where it has none. */
export function documentNumbers(actor: Actor): Promise<DocumentNumbers> {
  return asActor(actor, async (tx) => {
    const rows = await tx.legalDocument.findMany({ select: { id: true, number: true, titleVi: true } });
    return Object.fromEntries(rows.map(({ id, number, titleVi }) => [id, number ?? titleVi]));
  });
}

/** How many entries still wait for a source, by register. */
export function countToConfirm(actor: Actor): Promise<ToConfirm> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const today = dateOf(dayOf(new Date()));
    const open = { OR: [{ validTo: null }, { validTo: { gt: today } }] };
    const expected = { status: { not: "official" }, date: { gte: today } };
    const firstDay = await tx.holiday.findFirst({ where: expected, orderBy: { date: "asc" } });
    return {
      kinds: await tx.requestKind.count({ where: { verify: true, ...open } }),
      limits: await tx.deadlinePolicy.count({ where: { verify: true, ...open } }),
      documents: await tx.legalDocument.count({ where: { verify: true } }),
      holidays: await tx.holiday.count({ where: expected }),
      holidayYear: firstDay?.date.getUTCFullYear() ?? null,
      organisations: (
        await tx.organisation.findMany({ where: { verify: true, ...open }, select: { id: true }, take: 100 })
      ).length,
    };
  });
}
