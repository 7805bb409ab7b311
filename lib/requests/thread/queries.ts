import { actsAt } from "@/lib/access/acts-at";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { asActor, readAsActor, statement, type Tx } from "@/lib/db";
import { draftsOf } from "@/lib/drafts/queries";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { byName } from "@/lib/i18n/collation";
import { decodeCursor, encodeCursor } from "@/lib/keyset";
import { type LineRow, linesPerPage, linesSql } from "./lines-sql";
import { mayTalk } from "./schema";
import type { LineKind, Mentionable, MentionRow, Thread, ThreadLine } from "./types";

/** The key under which the composer of a request keeps what is being typed. */
export const threadDraftKey = (requestId: string) => `thread:${requestId}`;

/**
 * The talk about a request as this actor's side reads it: the latest lines, or those before `before`. Null for what is not his to
 * see, and for a procuracy, which reads the order and hears no talk.
 */
export function getThread(actor: Actor, requestId: string, before?: string): Promise<Thread | null> {
  return asActor(actor, async (tx) => {
    const request = await tx.request.findFirst({
      where: { AND: [{ id: requestId }, visibleRequests(actor)] },
    });
    if (!request) return null;
    return threadOf(tx, actor, { ...request, memberIds: await membersOf(tx, request) }, before);
  });
}

/** The same in the breath of a page that has read the request already and found it the actor's to see. */
export async function threadOf(
  tx: Tx,
  actor: Actor,
  request: RequestModel & { memberIds: string[] },
  before?: string,
): Promise<Thread | null> {
  const asks = actor.orgIds.includes(request.requesterOrgId);
  if (!asks && request.addresseeOrgId !== actor.orgId) return null;
  const edge = decodeCursor(before, ["instant", "id"]);
  const draftKey = threadDraftKey(request.id);
  const mayNote = can(actor, "request.note", request);
  const [lines, facts, drafts, colleagues] = await Promise.all([
    statement<LineRow>(tx, linesSql, [request.id, edge?.[0] ?? null, edge?.[1] ?? null, linesPerPage + 1]),
    statement<{ readTo: Date | null; otherSide: string }>(tx, factsSql, [
      actor.membershipId,
      request.id,
      asks ? request.addresseeOrgId : request.requesterOrgId,
    ]),
    draftsOf(tx, actor, [draftKey]),
    mayNote ? mentionable(tx, actor, request.sealedTo) : [],
  ]);
  const { readTo, otherSide } = facts.rows[0]!;
  const page = lines.rows.slice(0, linesPerPage);
  const last = page.at(-1);
  const shown = page.map((row) => lineOf(actor, row, asks ? "asks" : "answers", request, readTo)).reverse();
  return {
    requestId: request.id,
    lines: shown,
    older: lines.rows.length > linesPerPage && last ? encodeCursor([last.at.toISOString(), last.id]) : null,
    newer: edge !== null,
    unread: shown.filter(({ unread }) => unread).length,
    otherSide,
    mayWrite: can(actor, "request.write", request) && mayTalk(request.status),
    mayNote,
    closed: mayTalk(request.status) ? null : request.sentAt ? "over" : "unsent",
    colleagues,
    draft: drafts.get(draftKey) ?? null,
  };
}

/** How far the reader ($1) has read the talk of a request ($2), and who is on its other side ($3). */
const factsSql = `select (select read_to from thread_read where membership_id = $1::uuid and request_id = $2::uuid) as "readTo",
  coalesce((select short_name from organisation where id = $3::uuid), '') as "otherSide"`;

function lineOf(
  actor: Actor,
  row: LineRow,
  side: "asks" | "answers",
  request: RequestModel,
  readTo: Date | null,
): ThreadLine {
  const mine = row.author_id === actor.userId;
  return {
    id: `${row.kind}:${row.id}`,
    at: row.at.toISOString(),
    kind: row.kind as LineKind,
    internal: row.internal,
    body: row.body,
    author: row.author ?? "",
    organisation: row.organisation ?? "",
    mine,
    ours: (row.org_id === request.addresseeOrgId) === (side === "answers"),
    detail: row.detail,
    mentions: row.mentioned ?? [],
    files: row.files,
    unread: !mine && (readTo === null || row.at > readTo),
  };
}

/** Who works on a request beside its drafter: named on its case, or took it over. */
export async function membersOf(tx: Tx, request: { id: string; caseId: string }): Promise<string[]> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select membership_id as id from case_member where case_id = $1 and removed_at is null
      union select membership_id from request_officer where request_id = $2 and membership_id is not null`,
    [request.caseId, request.id],
  );
  return rows.map(({ id }) => id);
}

/** Colleagues of the own organisation who act today and read the request: of a restricted case its named members alone. */
export async function mentionable(tx: Tx, actor: Actor, sealedTo: string[]): Promise<Mentionable[]> {
  const { rows } = await statement<Mentionable>(
    tx,
    `select m.id as "membershipId", p.full_name as name, m.roles && array['commander', 'liaison_manager']::role[] as manages
      from membership m join person p on p.id = m.user_id
      where m.organisation_id = $1::uuid and m.id <> $2::uuid and m.roles && array['investigator', 'commander', 'liaison', 'liaison_manager']::role[]
        and ${actsAt("m", "now()")} and (cardinality($3::uuid[]) = 0 or m.id = any($3::uuid[])) limit 300`,
    [actor.orgId, actor.membershipId, sealedTo],
  );
  return rows.sort(byName);
}

/** Requests in whose talk a colleague named the actor and he has not looked since; the newest twenty. */
export async function listMentions(actor: Actor): Promise<MentionRow[]> {
  const rows = await readAsActor<{ id: string; code: string; by: string; at: Date }>(actor, {
    name: "thread-mentions",
    plan: "once",
    text: `select distinct on (m.sent_at, r.id) r.id, r.code, p.full_name as by, m.sent_at as at from thread_message m
        join request r on r.id = m.request_id join person p on p.id = m.author_id
        left join thread_read t on t.request_id = m.request_id and t.membership_id = $1::uuid
      where cardinality(m.mentions) > 0 and m.mentions @> array[$1::uuid] and (t.read_to is null or m.sent_at > t.read_to)
      order by m.sent_at desc, r.id limit 20`,
    values: [actor.membershipId],
  });
  return rows.map(({ id, code, by, at }) => ({ requestId: id, code, by, at: at.toISOString() }));
}
