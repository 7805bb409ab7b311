import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { isOpenSql } from "@/lib/requests/status-sql";
import { type RequestSqlRow, requestColumns, requestRowOf, requestTables, ofUnit } from "./list";
import type { PoliceRequestRow } from "./types";

/** A list that is cut: `more` says that there are others. */
export type Pile<Row> = { rows: Row[]; total: number };
export type AskedRow = PoliceRequestRow & { question: string };
/** What one organisation still owes this unit. */
export type DebtRow = {
  id: string;
  name: string;
  open: number;
  overdue: number;
  /** Null where the limit of all that is open was waived. */
  oldest: { dueAt: string; spanMinutes: number; pausedAt: string | null } | null;
};

const shown = 5;
/**
 * Mine: what I drafted and handed to nobody, what I took over, and what belongs to a case I am named on. What waits for a commander's
 * signature is in his stack.
 */
const mine = `(coalesce((select o.membership_id is not distinct from $2::uuid from request_officer o where o.request_id = r.id), r.drafter_id = $3::uuid)
  or exists (select 1 from case_member m where m.case_id = r.case_id and m.membership_id = $2::uuid and m.removed_at is null))`;
/** Took it over or is named on its case; who drafted it works on it besides. */
const worksOn = `(exists (select 1 from request_officer o where o.request_id = r.id and o.membership_id = $2::uuid)
  or exists (select 1 from case_member m where m.case_id = r.case_id and m.membership_id = $2::uuid and m.removed_at is null))`;
/** A draft is its drafter's to go on with. */
const own = "r.drafter_id = $3::uuid";

/** Of the unit's requests those that meet the condition and are somebody's; `whose` null leaves them everybody's. */
async function pile<Row extends RequestSqlRow, Out>(
  actor: Actor,
  name: string,
  condition: string,
  order: string,
  extra: string,
  of: (row: Row) => Out,
  whose: string | null = mine,
  joined = "",
): Promise<Pile<Out>> {
  const rows = await readAsActor<Row & { total: number }>(actor, {
    name,
    // The window counts what the inner query found, a hundred at most.
    text: `select q.*, (count(*) over ())::int as total from (
      select ${requestColumns}${extra} from ${requestTables}${joined} where ${[ofUnit, condition, whose].filter(Boolean).join(" and ")} order by ${order} limit 100) q limit ${shown}`,
    // Every one of the unit asks for nobody in particular.
    values: [actor.orgIds, actor.membershipId, ...(whose ? [actor.userId] : [])],
  });
  return { rows: rows.map(of), total: rows[0]?.total ?? 0 };
}

/** Answers that wait to be accepted, the newest first, as the first hour decides; refusals stand among them. */
export const listToAccept = (actor: Actor): Promise<Pile<PoliceRequestRow & { waitingSince: string }>> =>
  pile(
    actor,
    "desk-to-accept",
    "r.status in ('ANSWERED', 'NOT_EXECUTED')",
    "r.answered_at desc, r.id desc",
    "",
    (row: RequestSqlRow) => ({
      ...requestRowOf(row),
      waitingSince: (row.answered_at ?? row.created_at).toISOString(),
    }),
  );

/** Questions that addressees asked; their clock stands still until the reply. */
export const listAsked = (actor: Actor): Promise<Pile<AskedRow>> =>
  pile(
    actor,
    "desk-asked",
    "r.status = 'CLARIFICATION_NEEDED'",
    "r.paused_at, r.id",
    ", (select cl.question from clarification cl where cl.request_id = r.id and cl.replied_at is null order by cl.asked_at desc limit 1) as question",
    (row: RequestSqlRow & { question: string | null }) => ({
      ...requestRowOf(row),
      question: row.question ?? "",
    }),
  );

/** Objections of the procuracy without a reply: the signer's, and whoever's work the order is. The oldest first. */
export const listObjected = (actor: Actor): Promise<Pile<PoliceRequestRow>> =>
  pile(
    actor,
    "desk-objected",
    "exists (select 1 from objection b where b.request_id = r.id and b.replied_at is null)",
    "r.sent_at, r.id",
    "",
    requestRowOf,
    `(r.signer_id = $3::uuid or ${mine})`,
  );

/** Drafts that the signer gave back with a reason. */
export const listReturned = (actor: Actor): Promise<Pile<PoliceRequestRow>> =>
  pile(
    actor,
    "desk-returned",
    "r.status = 'DRAFT' and r.stated_reason is not null",
    "r.updated_at desc, r.id",
    "",
    requestRowOf,
    own,
  );

/** Drafts on which the signer has no word: new ones, and those that were taken back from him. */
export const listDrafts = (actor: Actor): Promise<Pile<PoliceRequestRow>> =>
  pile(
    actor,
    "desk-drafts",
    "r.status = 'DRAFT' and r.stated_reason is null",
    "r.updated_at desc, r.id",
    "",
    requestRowOf,
    own,
  );

export type ProposedRow = PoliceRequestRow & { proposalId: string; reason: string; by: string };
type ProposedSql = RequestSqlRow & {
  proposal_id: string;
  proposal_reason: string;
  proposed_by: string | null;
};
/** What somebody of the unit proposes about an open request, from a table of proposals: a commander's to decide, the oldest first. */
const listProposed = (actor: Actor, name: string, table: "withdrawal_proposal" | "deadline_waiver") =>
  pile(
    actor,
    name,
    `${isOpenSql} and r.suspected_at is null`,
    "w.proposed_at, r.id",
    ", w.id as proposal_id, w.reason as proposal_reason, (select p.full_name from person p where p.id = w.proposed_by_id) as proposed_by",
    (row: ProposedSql): ProposedRow => ({
      ...requestRowOf(row),
      proposalId: row.proposal_id,
      reason: row.proposal_reason,
      by: row.proposed_by ?? "",
    }),
    null, // whoever commands: every one of the unit
    ` join ${table} w on w.request_id = r.id and w.decision is null`,
  );
/** Requests of the unit that somebody proposes to withdraw. */
export const listProposedWithdrawals = (actor: Actor): Promise<Pile<ProposedRow>> =>
  listProposed(actor, "desk-proposed", "withdrawal_proposal");
/** Requests of the unit whose time limit somebody proposes to waive. */
export const listProposedWaivers = (actor: Actor): Promise<Pile<ProposedRow>> =>
  listProposed(actor, "desk-waivers", "deadline_waiver");

/**
 * What I wrote or handed in, still work on and still waits for the signer, the latest first: mine to take back. The same reach as
 * visibleRequests for request.recall, written out.
 */
export const listHandedIn = (actor: Actor): Promise<Pile<PoliceRequestRow & { waitingSince: string }>> =>
  pile(
    actor,
    "desk-handed-in",
    "r.status = 'PENDING_SIGNATURE'",
    "r.submitted_at desc, r.id",
    ", r.submitted_at",
    (row: RequestSqlRow & { submitted_at: Date | null }) => ({
      ...requestRowOf(row),
      waitingSince: (row.submitted_at ?? row.created_at).toISOString(),
    }),
    `(r.drafter_id = $3::uuid or $3::uuid = any(r.editor_ids) and ${worksOn})`,
  );

/** What runs comes before what is paused, and that before what has no limit. */
const rankOf = ({ oldest }: DebtRow) => (oldest === null ? 2 : oldest.pausedAt === null ? 0 : 1);

/** Who has not answered: overdue first, by organisation. Reads the open worklist of the unit alone. */
export async function listDebts(actor: Actor): Promise<DebtRow[]> {
  const rows = await readAsActor<{
    id: string;
    name: string;
    open: number;
    overdue: number;
    due_at: Date | null;
    span_minutes: number | null;
    paused_at: Date | null;
  }>(actor, {
    name: "desk-debts",
    text: `select distinct on (a.id) a.id, a.short_name as name, (count(*) over of_org)::int as open,
        (count(*) filter (where r.due_at < now() and r.paused_at is null) over of_org)::int as overdue, r.due_at, r.span_minutes, r.paused_at
      from request r join organisation a on a.id = r.addressee_org_id
      where ${ofUnit} and ${isOpenSql}
      window of_org as (partition by a.id)
      order by a.id, r.queue_at`,
    values: [actor.orgIds, actor.membershipId],
  });
  return rows
    .map(({ id, name, open, overdue, due_at, span_minutes, paused_at }) => ({
      id,
      name,
      open,
      overdue,
      oldest: due_at && {
        dueAt: due_at.toISOString(),
        spanMinutes: span_minutes ?? 1,
        pausedAt: paused_at?.toISOString() ?? null,
      },
    }))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.oldest?.dueAt ?? "").localeCompare(b.oldest?.dueAt ?? ""))
    .slice(0, 8);
}
