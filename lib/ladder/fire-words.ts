import { asSystem, databaseNow, statement, type Tx } from "@/lib/db";
import { notify } from "@/lib/notices/notify";

const atOnce = 200;

type Urge = {
  id: string;
  urgeId: string;
  ownerOrgId: string;
  requestId: string | null;
  caseId: string;
  code: string;
  urgent: boolean;
  by: string;
  dueAt: Date;
  managers: string[];
};

/** Tells an organisation's managers that whoever oversees it urges them. Each urging once. Returns how many were told. */
export function fireUrges(clock: (tx: Tx) => Promise<Date> = databaseNow): Promise<number> {
  return asSystem(async (tx) => {
    const now = await clock(tx);
    // The request first, and only what nobody holds: see lib/ladder/claim.ts.
    const { rows } = await statement<Urge>(
      tx,
      `select e.id, e.urge_id as "urgeId", e.owner_org_id as "ownerOrgId", r.id as "requestId", r.case_id as "caseId", e.code, r.urgency <> 'normal' as urgent,
          (select o.short_name from organisation o where o.id = e.to_org_id) as by, e.due_at as "dueAt",
          array(select m.id::text from membership m join person p on p.id = m.user_id and p.suspended_at is null where m.organisation_id = e.owner_org_id
            and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
            and (m.heads or m.roles && array['liaison_manager']::role[])) as managers
        from escalation e join request r on r.id = e.request_id
        where e.urge_id is not null and e.urge_told_at is null order by e.urged_at limit $1 for update of e skip locked for key share of r skip locked`,
      [atOnce, now],
    );
    if (rows.length === 0) return 0;
    await notify(
      tx,
      rows.map(({ urgeId, managers, urgent, caseId, requestId, code, by, dueAt }) => ({
        kind: "request.reminded",
        eventId: urgeId,
        to: managers,
        urgent,
        caseId,
        requestId,
        code,
        facts: { organisation: by, dueAt: dueAt.toISOString() },
      })),
    );
    await statement(tx, "update escalation set urge_told_at = $2 where id = any($1::uuid[])", [
      rows.map(({ id }) => id),
      now,
    ]);
    return rows.length;
  });
}

type Promised = {
  id: string;
  requestId: string;
  caseId: string;
  code: string;
  urgent: boolean;
  to: string[];
  isOpen: boolean;
};

/**
 * Reminds of what somebody meant to be done with by now: whoever promised it, and whoever has the request since. A request that is
 * answered or ended reminds nobody. Each promise once. Returns how many were told.
 */
export function firePromises(clock: (tx: Tx) => Promise<Date> = databaseNow): Promise<number> {
  return asSystem(async (tx) => {
    const now = await clock(tx);
    const { rows } = await statement<Promised>(
      tx,
      `select w.id, r.id as "requestId", r.case_id as "caseId", r.code, r.urgency <> 'normal' as urgent,
          array(select m.id::text from membership m where m.organisation_id = w.org_id and (m.id = w.membership_id
              or (r.addressee_org_id = w.org_id and m.id = r.assignee_id)) and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
            and (r.requester_org_id <> w.org_id or cardinality(r.sealed_to) = 0 or m.id = any(r.sealed_to))) as to,
          r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')
            or (r.requester_org_id = w.org_id and r.status in ('DRAFT', 'PENDING_SIGNATURE', 'ANSWERED')) as "isOpen"
        from work_promise w join request r on r.id = w.request_id
        where w.told_at is null and w.ended_at is null and w.promised_at <= $2
        order by w.promised_at limit $1 for update of w skip locked for key share of r skip locked`,
      [atOnce, now],
    );
    if (rows.length === 0) return 0;
    await notify(
      tx,
      rows
        .filter(({ isOpen }) => isOpen)
        .map(({ id, to, urgent, caseId, requestId, code }) => ({
          kind: "promise.due",
          eventId: id,
          to,
          urgent,
          caseId,
          requestId,
          code,
        })),
    );
    await statement(tx, "update work_promise set told_at = $2 where id = any($1::uuid[])", [
      rows.map(({ id }) => id),
      now,
    ]);
    return rows.filter(({ isOpen }) => isOpen).length;
  });
}
