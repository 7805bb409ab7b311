import { planWebhooks } from "@/lib/channels/plan";
import { asSystem, statement, type Tx } from "@/lib/db";
import { notAside, oneByOne } from "@/lib/jobs/one-by-one";
import { audienceOf } from "./audience";
import { notify } from "./notify";
import { noticeRules } from "./rules";

/** One transaction takes so many at most: what is told stays close to when it happened. */
const atOnce = 200;
/** A number of our own among advisory locks: one process at a time spreads, so that each request's words keep their order. */
const oneAtATime = 7_204_001;
/** Under this name rows of the outbox are set aside. */
const source = "outbox";

type Row = {
  id: string;
  topic: string;
  org_ids: string[];
  case_id: string | null;
  request_id: string | null;
  orderKey: string | null;
  urgent: boolean;
  at: Date;
  code: string | null;
  urgency: string | null;
  /** Whose act it was: null of the clock. */
  side: "asks" | "answers" | null;
};

/**
 * Turns what commands left in the outbox into notifications and webhooks, and marks it as taken in the same transaction: a process that
 * dies in the middle leaves it all to the next, and nobody is told twice. A row that cannot be told is set aside and holds up its own
 * request alone. Returns how many rows were taken; 0 while another process is at it.
 */
export async function spreadNotices(): Promise<number> {
  let taken = 0;
  for (;;) {
    const { done, isFull } = await asSystem(spreadSome);
    taken += done;
    if (!isFull) return taken;
  }
}

// By id: it was made when its command held the record, so two acts on one request stand in their order. What could not be told is aside,
// and the later words of the same request wait for it.
const claimSql = `select o.id, o.topic, o.org_ids, o.case_id, o.request_id, coalesce(o.request_id, o.case_id) as "orderKey", o.urgent, o.at, r.code, r.urgency,
    case when a.organisation_id is null or r.requester_org_id = r.addressee_org_id then null when a.organisation_id = r.addressee_org_id then 'answers' else 'asks' end as side
  from outbox o left join request r on r.id = o.request_id left join membership a on a.id = o.actor_membership_id
  where o.processed_at is null and ${notAside(source, { id: "o.id", order: "coalesce(o.request_id, o.case_id)", now: "clock_timestamp()" })}
  order by o.id limit $1 for update of o`;

async function spreadSome(tx: Tx): Promise<{ done: number; isFull: boolean }> {
  const { rows: lock } = await statement<{ ours: boolean }>(
    tx,
    "select pg_try_advisory_xact_lock($1) as ours",
    [oneAtATime],
  );
  if (!lock[0]?.ours) return { done: 0, isFull: false };
  const { rows } = await statement<Row>(tx, claimSql, [atOnce]);
  const { done } = await oneByOne(tx, source, rows, async (some) => {
    for (const row of some) await tellOf(tx, row);
  });
  if (done.length > 0)
    await statement(tx, "update outbox set processed_at = clock_timestamp() where id = any($1::uuid[])", [
      done.map(({ id }) => id),
    ]);
  return { done: done.length, isFull: rows.length === atOnce };
}

async function tellOf(tx: Tx, row: Row): Promise<void> {
  const { id: eventId, topic, org_ids: orgIds, case_id: caseId, request_id: requestId, urgent, at } = row;
  const rule = requestId ? noticeRules[topic] : undefined;
  if (rule?.from && row.side && row.side !== rule.from) return;
  await planWebhooks(tx, { eventId, topic, orgIds, requestId, caseId, urgent, at });
  if (!rule) return;
  const to = await audienceOf(tx, eventId, rule.to);
  const isUrgent =
    urgent ||
    (row.urgency !== "normal" && (rule.kind === "request.received" || rule.kind === "signing.waiting"));
  await notify(tx, [
    { kind: rule.kind, eventId, to, urgent: isUrgent, requestId, code: row.code, facts: { topic } },
  ]);
}
