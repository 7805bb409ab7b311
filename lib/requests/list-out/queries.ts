import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { visibleCases } from "@/lib/access/scope";
import { aboutCase } from "@/lib/cases/change";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { nextListAt } from "@/lib/exports/hourly-limit";
import { exported } from "@/lib/exports/record-export";
import { rowsWithoutReason } from "@/lib/exports/types";
import type { Download } from "@/lib/files/download";
import { fileKinds } from "@/lib/files/kinds";
import type { CaseModel } from "@/lib/generated/prisma/models";
import type { Language } from "@/lib/i18n/languages";
import { organisationsOf, peopleOf } from "@/lib/organisations/names";
import { narrowed, ofUnit } from "@/lib/requests/police/list";
import { clockReadingOf } from "@/lib/requests/rules";
import { sheetWords } from "@/lib/requests/sheets/words";
import { institutionsIn } from "@/lib/requests/told";
import type { About } from "@/lib/sheets/book-parts";
import { requestBook } from "./book";
import { type ListedFilter, mostListed } from "./filter";
import type { Listed, ListedCount, ListedItem, ListedRequest } from "./types";

/** Where and what: the reach of the list itself, then what the filter keeps. A case's list leaves out what was discarded, as its page does. */
function chosen(actor: Actor, filter: ListedFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [actor.orgIds, actor.membershipId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [ofUnit, ...narrowed(actor, filter, bind)];
  if (filter.case) conditions.push(`r.case_id = ${bind(filter.case)}::uuid and r.status <> 'DISCARDED'`);
  return { where: conditions.join(" and "), values };
}

/** How much would leave, and of which list; null for whoever works on no cases, and for a case that is not his to see. */
export function getListed(actor: Actor, filter: ListedFilter): Promise<Listed | null> {
  return asActor(actor, async (tx) => {
    const owner = await ownerOf(tx, actor, filter);
    if (owner === "not-found") return null;
    return {
      ...(await counted(tx, actor, filter)),
      caseCode: owner?.code ?? null,
      addressee: await addresseeOf(tx, filter),
      againAt: (await nextListAt(tx, actor))?.toISOString() ?? null,
    };
  });
}

async function counted(tx: Tx, actor: Actor, filter: ListedFilter): Promise<ListedCount> {
  const { where, values } = chosen(actor, filter);
  const { rows } = await statement<{ requests: number; targets: number }>(
    tx,
    `select count(*)::int as requests, coalesce(sum(item_count), 0)::int as targets
      from (select r.item_count from request r where ${where} limit ${mostListed + 1}) t`,
    values,
  );
  const { requests, targets } = rows[0]!;
  // A request is a line as well, even were it about nothing.
  return { requests, targets, isTooMany: Math.max(requests, targets) > mostListed };
}

/** The case whose list it is; none for the unit's own. */
async function ownerOf(tx: Tx, actor: Actor, filter: ListedFilter): Promise<CaseModel | null | "not-found"> {
  if (actor.orgKind !== "police" || !may(actor, "request.export")) return "not-found";
  if (!filter.case) return null;
  const found = await tx.case.findFirst({ where: { AND: [{ id: filter.case }, visibleCases(actor)] } });
  return found ?? "not-found";
}

const addresseeOf = async (tx: Tx, { addressee }: ListedFilter): Promise<string | null> =>
  addressee ? ((await organisationsOf(tx, [addressee])).get(addressee)?.shortName ?? null) : null;

/**
 * The filtered list as a workbook, with every target and its answer. Recorded as an export of so many targets.
 * @throws Problem not-found as `getListed` gives null; "not-now" when nothing is listed; "invalid" at `reason` when more than 500 targets would
 * leave without one, at `filter` beyond 5,000.
 */
export function takeRequestBook(
  actor: Actor,
  filter: ListedFilter,
  reason: string | undefined,
  language: Language,
): Promise<Download> {
  return asActor(actor, async (tx) => {
    const owner = await ownerOf(tx, actor, filter);
    if (owner === "not-found") throw new Problem("not-found");
    const count = await counted(tx, actor, filter);
    if (count.isTooMany) throw new Problem("invalid", { fields: { filter: "export.tooLarge" } });
    if (count.requests === 0) throw new Problem("not-now");
    // Before all that is read for it: without a reason nothing is.
    if (count.targets > rowsWithoutReason && !reason?.trim())
      throw new Problem("invalid", { fields: { reason: "required" } });
    const requests = await requestsOf(tx, actor, filter);
    const { items, named } = await itemsOf(tx, requests);
    const about = await aboutFile(
      tx,
      filter,
      owner,
      { requests: requests.length, targets: items.length },
      language,
    );
    const { subjectType: _type, subjectId: _id, ...seal } = owner ? aboutCase(owner) : {};
    const what = {
      kind: "requests_xlsx",
      rows: Math.max(requests.length, items.length),
      ...(owner ? { caseId: owner.id } : {}),
      ...(reason ? { reason } : {}),
    };
    const { bytes, mark } = await exported(tx, actor, what, seal, async (made) => ({
      bytes: await requestBook(requests, items, named, about, language, made),
    }));
    return { name: `${mark.number}.xlsx`, mediaType: fileKinds.xlsx.mediaType, bytes };
  });
}

type RequestLine = Omit<ListedRequest, "lateness" | "doubt"> & {
  suspicion: string | null;
  suspectedAt: Date | null;
  pausedAt: Date | null;
  spanMinutes: number | null;
};

async function requestsOf(tx: Tx, actor: Actor, filter: ListedFilter): Promise<ListedRequest[]> {
  const { where, values } = chosen(actor, filter);
  const order = filter.view === "open" ? "r.queue_at, r.id" : "r.created_at desc, r.id desc";
  const { rows } = await statement<RequestLine>(
    tx,
    `select r.id, r.code, r.kind_code as "kindCode", a.short_name as addressee, r.status, r.urgency, r.suspicion,
        r.suspected_at as "suspectedAt", c.code as "caseCode", c.title as "caseTitle", u.short_name as unit,
        d.full_name as drafter, s.full_name as signer, r.document_number as "documentNumber", r.item_count as "itemCount",
        r.answered_count as "answeredCount", r.disputed_amount::text as asked, r.held_amount::text as held,
        r.moved_amount::text as moved, r.cashed_out_amount::text as "cashedOut", r.created_at as "createdAt", r.sent_at as "sentAt",
        r.due_at as "dueAt", r.first_action_at as "firstActionAt", r.answered_at as "answeredAt", r.closed_at as "closedAt",
        r.refusal_ground as "refusalGround", r.stated_reason as "statedReason", r.paused_at as "pausedAt",
        r.span_minutes as "spanMinutes"
      from request r join fraud_case c on c.id = r.case_id join organisation a on a.id = r.addressee_org_id
        join organisation u on u.id = r.requester_org_id join person d on d.id = r.drafter_id left join person s on s.id = r.signer_id
      where ${where} order by ${order}`,
    values,
  );
  const now = await databaseNow(tx);
  return rows.map(({ suspicion, suspectedAt, ...row }) => ({
    ...row,
    doubt: suspicion === null ? null : suspectedAt ? "held" : "forged",
    lateness: latenessOf(row, now),
  }));
}

function latenessOf(
  row: Omit<RequestLine, "suspicion" | "suspectedAt">,
  now: Date,
): ListedRequest["lateness"] {
  const clock = clockReadingOf(row);
  if (clock.state === "missed") return "late";
  return clock.state === "running" && Date.parse(clock.dueAt) < now.getTime() ? "overdue" : null;
}

async function itemsOf(tx: Tx, requests: readonly ListedRequest[]) {
  const { rows } = await statement<
    ListedItem & { institutionId: string | null; answeredById: string | null }
  >(
    tx,
    `select i.request_id as "requestId", i.position, i.kind, i.value, i.holder_name as "holderName",
        i.institution_id as "institutionId", i.disputed_amount::text as disputed, i.outcome, i.answer, i.held_amount::text as held,
        i.held_until as "heldUntil", i.moved_amount::text as moved, i.cashed_out_amount::text as "cashedOut",
        i.answered_at as "answeredAt", i.answered_by_id as "answeredById", i.sent_back_reason as "sentBackReason"
      from unnest($1::uuid[]) with ordinality as o(id, place) join request_item i on i.request_id = o.id
      order by o.place, i.position`,
    [requests.map(({ id }) => id)],
  );
  const people = await peopleOf(
    tx,
    rows.map(({ answeredById }) => answeredById),
  );
  const organisations = await organisationsOf(
    tx,
    rows.flatMap(({ institutionId, answer }) => [institutionId, ...institutionsIn(answer as never)]),
  );
  const named = new Map([...organisations].map(([id, { shortName }]) => [id, shortName]));
  const items = rows.map(({ institutionId, answeredById, ...item }) => ({
    ...item,
    keeper: (institutionId && named.get(institutionId)) ?? null,
    answeredBy: (answeredById && people.get(answeredById)) ?? null,
  }));
  return { items, named };
}

/** What the file says of itself: how much it holds and which list it is. */
async function aboutFile(
  tx: Tx,
  filter: ListedFilter,
  owner: CaseModel | null,
  count: { requests: number; targets: number },
  language: Language,
): Promise<About> {
  const t = sheetWords(language);
  const kept: (string | false | undefined)[] = [
    owner ? `${owner.code} · ${owner.title}` : t(`requests.views.${filter.view}`),
    filter.kind && t(`kinds.${filter.kind}`),
    (await addresseeOf(tx, filter)) ?? undefined,
    filter.overdue && t("requests.filter.overdue"),
    filter.mine && t("requests.filter.mine"),
  ];
  return [
    [t("sheets.requests.count"), String(count.requests)],
    [t("sheets.count"), String(count.targets)],
    [t("sheets.requests.filter"), kept.filter(Boolean).join(" · ")],
    [t("sheets.requests.amounts"), t("sheets.requests.amountsHint")],
  ];
}
