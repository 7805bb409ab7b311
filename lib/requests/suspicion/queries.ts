import { type Actor, hasRole } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { readAsActor, statement, type Tx } from "@/lib/db";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import { isOpenSql } from "@/lib/requests/status-sql";
import type { HeldRequest } from "@/lib/requests/find";
import type { SuspicionFilter } from "./schema";
import type { DoubtOfUnit, OtherOrder, SuspicionRow } from "./types";

const pageSize = 50;

/** Who looks after doubts: commanders those of their units, administrators and auditors that there are any. */
export const seesSuspicions = (actor: Pick<Actor, "roles">): boolean =>
  hasRole(actor, "commander", "admin", "auditor");

type Raw = {
  id: string;
  request_id: string;
  request_code: string;
  reason: string;
  requester: string;
  addressee: string;
  signer: string;
  drafter: string;
  raised_at: Date;
  decided_at: Date | null;
  decision: SuspicionRow["decision"];
  decided_by: string | null;
  holds_sender: boolean;
  may_open: boolean;
};

/** One page of doubts, the latest first. Row-level security decides whose; of the order itself it names the code alone. */
export async function listSuspicions(
  actor: Actor,
  filter: SuspicionFilter,
): Promise<KeysetPage<SuspicionRow>> {
  const back = decodeCursor(filter.before, ["instant", "id"]);
  const edge = back ?? decodeCursor(filter.after, ["instant", "id"]);
  const order = back ? "s.raised_at, s.id" : "s.raised_at desc, s.id desc";
  const isUnit = hasRole(actor, "commander");
  const found = await readAsActor<Raw>(actor, {
    name: `suspicions-${filter.show}-${back ? "up" : "down"}-${isUnit ? "unit" : "all"}`,
    text: `select s.id, s.request_id, s.request_code, s.reason, u.short_name as requester, a.short_name as addressee, sp.full_name as signer, dp.full_name as drafter,
        s.raised_at, s.decided_at, s.decision, bp.full_name as decided_by, s.holds_sender and s.restored_at is null as holds_sender, r.id is not null as may_open
      from suspicion s join organisation u on u.id = s.requester_org_id join organisation a on a.id = s.addressee_org_id
      join person sp on sp.id = s.signer_id join person dp on dp.id = s.drafter_id left join request r on r.id = s.request_id
      left join membership bm on bm.id = s.decided_by_id left join person bp on bp.id = bm.user_id
      where (s.raised_at, s.id) ${back ? ">" : "<"} ($1::timestamptz, $2::uuid) ${isUnit ? "and s.requester_org_id = any($3::uuid[])" : ""}
        ${filter.show === "open" ? "and (s.decided_at is null or (s.holds_sender and s.restored_at is null))" : ""} order by ${order} limit ${pageSize + 1}`,
    values: [
      ...(edge ?? ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]),
      ...(isUnit ? [actor.orgIds] : []),
    ],
  });
  const page = cutPage(
    found,
    pageSize,
    { backwards: back !== null, fromStart: edge === null },
    (row): Cursor => [row.raised_at.toISOString(), row.id],
  );
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      requestId: row.request_id,
      code: row.request_code,
      reason: row.reason,
      requester: row.requester,
      addressee: row.addressee,
      signer: row.signer,
      drafter: row.drafter,
      raisedAt: row.raised_at.toISOString(),
      decidedAt: row.decided_at?.toISOString() ?? null,
      decision: row.decision,
      decidedBy: row.decided_by,
      holdsSender: row.holds_sender,
      mayOpen: row.may_open,
    })),
  };
}

type Latest = {
  reason: string;
  raised_at: Date;
  raised_by: string;
  decided_by: string | null;
  decision: string | null;
  held: boolean;
};

/** The doubt about an order of the actor's unit; null when there is none, and when it was found genuine. */
export async function doubtOfUnit(tx: Tx, actor: Actor, request: HeldRequest): Promise<DoubtOfUnit | null> {
  if (!request.suspicion) return null;
  const { rows } = await statement<Latest>(
    tx,
    `select s.reason, s.raised_at, p.full_name || ', ' || o.short_name as raised_by, dp.full_name as decided_by, s.decision,
        s.holds_sender and s.restored_at is null as held
      from suspicion s join membership m on m.id = s.raised_by_id join person p on p.id = m.user_id join organisation o on o.id = m.organisation_id
      left join membership dm on dm.id = s.decided_by_id left join person dp on dp.id = dm.user_id
      where s.request_id = $1 order by s.raised_at desc limit 1`,
    [request.id],
  );
  const [latest] = rows;
  if (!latest) return null;
  const mayReview = can(actor, "request.review", request);
  return {
    state: request.suspectedAt ? "held" : "forged",
    reason: latest.reason,
    note: request.suspicionNote,
    raisedAt: latest.raised_at.toISOString(),
    raisedBy: latest.raised_by,
    decidedBy: latest.decided_by,
    mayReview: mayReview && request.suspectedAt !== null,
    mayRestore: mayReview && latest.decision === "forged" && latest.held,
    senderHeld: latest.held,
    others: mayReview ? await otherOrders(tx, request) : [],
  };
}

/** What the same signer or drafter has open elsewhere, as far as the reader may see it, the latest first. */
async function otherOrders(tx: Tx, request: HeldRequest): Promise<OtherOrder[]> {
  const { rows } = await statement<OtherOrder>(
    tx,
    `select r.id, r.code, r.kind_code as "kindCode", r.status, o.short_name as addressee, r.disputed_amount::text as "disputedAmount"
      from request r join organisation o on o.id = r.addressee_org_id
      where r.requester_org_id = $1 and r.id <> $2 and ${isOpenSql}
        and (r.signer_id in ($3, $4) or r.drafter_id in ($3, $4)) order by r.sent_at desc limit 50`,
    [request.requesterOrgId, request.id, request.signerId, request.drafterId],
  );
  return rows;
}
