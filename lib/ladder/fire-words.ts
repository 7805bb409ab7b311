import { actsAt } from "@/lib/access/acts-at";
import { asSystem, databaseNow, statement, type Tx } from "@/lib/db";
import { notAside, oneByOne } from "@/lib/jobs/one-by-one";
import { notify } from "@/lib/notices/notify";
import { workersOf } from "@/lib/requests/workers";

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
          array(select m.id::text from membership m where m.organisation_id = e.owner_org_id and ${actsAt("m", "$2::timestamptz")}
            and (m.heads or m.roles && array['liaison_manager']::role[])) as managers
        from escalation e join request r on r.id = e.request_id
        where e.urge_id is not null and e.urge_told_at is null and ${notAside("urges", { id: "e.id", now: "$2::timestamptz" })} order by e.urged_at limit $1 for update of e skip locked for key share of r skip locked`,
      [atOnce, now],
    );
    const { done } = await oneByOne(
      tx,
      "urges",
      rows,
      async (some) =>
        void (await notify(
          tx,
          some.map(({ urgeId, managers, urgent, caseId, requestId, code, by, dueAt }) => ({
            kind: "request.reminded",
            eventId: urgeId,
            to: managers,
            urgent,
            caseId,
            requestId,
            code,
            facts: { organisation: by, dueAt: dueAt.toISOString() },
          })),
        )),
      now,
    );
    await statement(tx, "update escalation set urge_told_at = $2 where id = any($1::uuid[])", [
      done.map(({ id }) => id),
      now,
    ]);
    return done.length;
  });
}

type Promised = {
  id: string;
  requestId: string;
  caseId: string;
  code: string;
  urgent: boolean;
  /** Who promised it, if he still acts there. */
  by: string | null;
  ofDesk: boolean;
  isOpen: boolean;
};

/**
 * Reminds of what somebody meant to be done with by now: whoever promised it, and whoever has the request in hand since; where both are
 * gone, who works on it on that side. A request that is answered or ended reminds nobody. Each promise once. Returns how many were told.
 */
export function firePromises(clock: (tx: Tx) => Promise<Date> = databaseNow): Promise<number> {
  return asSystem(async (tx) => {
    const now = await clock(tx);
    const { rows } = await statement<Promised>(
      tx,
      `select w.id, r.id as "requestId", r.case_id as "caseId", r.code, r.urgency <> 'normal' as urgent, r.addressee_org_id = w.org_id as "ofDesk",
          (select m.id from membership m where m.id = w.membership_id and m.organisation_id = w.org_id and ${actsAt("m", "$2::timestamptz")}
            and (r.requester_org_id <> w.org_id or cardinality(r.sealed_to) = 0 or m.id = any(r.sealed_to))) as by,
          r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')
            or (r.requester_org_id = w.org_id and r.status in ('DRAFT', 'PENDING_SIGNATURE', 'ANSWERED')) as "isOpen"
        from work_promise w join request r on r.id = w.request_id
        where w.told_at is null and w.ended_at is null and w.promised_at <= $2 and ${notAside("promises", { id: "w.id", now: "$2::timestamptz" })}
        order by w.promised_at limit $1 for update of w skip locked for key share of r skip locked`,
      [atOnce, now],
    );
    const open = rows.filter(({ isOpen }) => isOpen);
    const { left } = await oneByOne(tx, "promises", open, (some) => remind(tx, some, now), now);
    await statement(tx, "update work_promise set told_at = $2 where id = any($1::uuid[])", [
      rows.filter((row) => !left.includes(row)).map(({ id }) => id),
      now,
    ]);
    return open.length - left.length;
  });
}

async function remind(tx: Tx, promises: readonly Promised[], now: Date): Promise<void> {
  const workers = await workersOf(
    tx,
    promises.map(({ requestId }) => requestId),
    now,
  );
  await notify(
    tx,
    promises.map(({ id, ofDesk, by, urgent, caseId, requestId, code }) => {
      const { holder, all } = workers(requestId)[ofDesk ? "desk" : "askers"];
      const meant = [by, holder].filter((member) => member !== null);
      const to = meant.length > 0 ? meant : all;
      return { kind: "promise.due", eventId: id, to, urgent, caseId, requestId, code };
    }),
  );
}
