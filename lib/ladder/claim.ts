import { statement, type Tx } from "@/lib/db";
import type { DeadlineUnit } from "@/lib/deadlines/policy";
import type { DeadlineSubject, OrganisationKind, Urgency } from "@/lib/generated/prisma/enums";
import { notAside } from "@/lib/jobs/one-by-one";
import type { LadderRow } from "./plan";

/** A clock whose next step is due, with what its words need to know. Locked until the transaction ends. */
export type Claimed = {
  id: string;
  subject: DeadlineSubject;
  caseId: string;
  requestId: string | null;
  ownerOrgId: string;
  ownerKind: OrganisationKind;
  ownerName: string;
  requesterOrgId: string | null;
  provinceCode: string;
  kindCode: string | null;
  restricted: boolean;
  sealedTo: string[];
  unit: DeadlineUnit;
  startsAt: Date;
  dueAt: Date;
  dueSince: Date | null;
  dueVersion: number;
  pauses: { from: string; to: string }[];
  code: string;
  urgency: Urgency;
  assigneeId: string | null;
  drafterId: string | null;
  /** Rungs that are done for this end of the clock. */
  done: string[];
};

/** Under this name clocks are set aside. */
export const source = "ladder-steps";
const claimSql = `select id, request_id as "requestId", case_id as "caseId" from deadline where state = 'running' and next_step_at <= $1
    and ${notAside(source, { id: "deadline.id", now: "$1::timestamptz" })}
  order by next_step_at limit $2 for update skip locked`;

// Whatever is written about a clock points at its request and its case, and takes a share of their rows for it. A command holds those
// first and turns the clock then: to wait for them here would be to wait in a ring.
const stillFree = (table: "request" | "fraud_case") =>
  `select id from ${table} where id = any($1::uuid[]) order by id for key share skip locked`;

const detailSql = `
  select d.id, d.subject, d.case_id as "caseId", d.request_id as "requestId", d.owner_org_id as "ownerOrgId", o.kind as "ownerKind",
    o.short_name as "ownerName", d.requester_org_id as "requesterOrgId", d.province_code as "provinceCode", d.kind_code as "kindCode", d.restricted,
    d.sealed_to::text[] as "sealedTo", d.policy ->> 'unit' as unit, d.starts_at as "startsAt", d.due_at as "dueAt", d.due_since as "dueSince",
    d.due_version as "dueVersion", d.pauses, coalesce(r.code, c.code) as code, coalesce(r.urgency, 'normal') as urgency,
    r.assignee_id as "assigneeId", r.drafter_id as "drafterId",
    array(select s.rung from deadline_step s where s.deadline_id = d.id and s.due_version = d.due_version) as done
  from deadline d join organisation o on o.id = d.owner_org_id join fraud_case c on c.id = d.case_id left join request r on r.id = d.request_id
  where d.id = any($1::uuid[]) order by d.next_step_at, d.id`;

/**
 * Takes up to `limit` clocks whose next step is due at `now`, those alone that no command and no other worker holds.
 * `left` says whether there may be more.
 */
export async function claimDue(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ clocks: Claimed[]; isFull: boolean }> {
  const { rows } = await statement<{ id: string; requestId: string | null; caseId: string }>(tx, claimSql, [
    now,
    limit,
  ]);
  if (rows.length === 0) return { clocks: [], isFull: false };
  const free = async (table: "request" | "fraud_case", ids: (string | null)[]) => {
    const found = await statement<{ id: string }>(tx, stillFree(table), [
      [...new Set(ids.filter((id) => id !== null))],
    ]);
    return new Set(found.rows.map(({ id }) => id));
  };
  const requests = await free(
    "request",
    rows.map(({ requestId }) => requestId),
  );
  const cases = await free(
    "fraud_case",
    rows.map(({ caseId }) => caseId),
  );
  const kept = rows.filter(
    ({ requestId, caseId }) => cases.has(caseId) && (requestId === null || requests.has(requestId)),
  );
  const clocks = await statement<Claimed>(tx, detailSql, [kept.map(({ id }) => id)]);
  return { clocks: clocks.rows, isFull: rows.length === limit && kept.length > 0 };
}

/** All rows of the ladder, of now and of earlier. */
export async function ladderRows(tx: Tx): Promise<LadderRow[]> {
  const { rows } = await statement<LadderRow>(
    tx,
    `select subject, urgency, rung, share, minutes_after as "minutesAfter", recipient, enabled, valid_from as "validFrom", valid_to as "validTo"
      from ladder_step order by valid_from desc, id`,
    [],
  );
  return rows;
}
