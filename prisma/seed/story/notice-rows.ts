import type pg from "pg";

/** So far back people of the demo find what they were told. */
const toldDays = 7;

/** What each line of the story told, as the rules of lib/notices would have: who, of which kind, when, and whether it was read since. */
const toldSql = `
  select 'request.received' as kind, r.id as request_id, m.id as membership_id, r.sent_at as at, r.urgency <> 'normal' as urgent,
      coalesce(r.acknowledged_at, r.opened_at) as read_at
    from request r join membership m on m.organisation_id = r.addressee_org_id and m.roles && '{liaison}'
      and (r.assignee_id is null or m.id = r.assignee_id) where r.sent_at is not null
  union all select 'request.answered', r.id, m.id, r.answered_at, r.urgency <> 'normal', case when r.status = 'ACCEPTED' then r.answered_at + interval '40 minutes' end
    from request r join membership m on m.organisation_id = r.requester_org_id and m.user_id = r.drafter_id
    where r.answered_at is not null and r.status in ('PARTLY_ANSWERED', 'ANSWERED', 'ACCEPTED', 'NOT_EXECUTED')
  union all select 'signing.waiting', r.id, m.id, r.submitted_at, r.urgency <> 'normal', r.sent_at
    from request r join membership m on m.organisation_id = r.requester_org_id and m.roles && '{commander}' and m.user_id <> r.drafter_id
    where r.submitted_at is not null and r.status <> 'DRAFT'`;

/**
 * What the demo's people were told in the last days before `now`, so that their bells say what their lists do. Restricted requests
 * tell their members and whom they went to alone. Ids follow from the record: the same story, the same rows. Returns rows by table.
 */
export async function seedNotices(client: pg.Client, now: Date): Promise<Record<string, number>> {
  const { rowCount } = await client.query(
    `insert into notification (id, event_id, membership_id, org_id, kind, urgent, request_id, code, at, read_at)
      select md5('notice:' || t.kind || r.id || m.id)::uuid, md5('told:' || t.kind || r.id)::uuid, m.id, m.organisation_id, t.kind, t.urgent, r.id, r.code,
        t.at, case when t.read_at <= $1 then greatest(t.read_at, t.at) end
      from (${toldSql}) t join request r on r.id = t.request_id join membership m on m.id = t.membership_id
      where t.at between $1::timestamptz - make_interval(days => $2) and $1
        and (cardinality(r.sealed_to) = 0 or m.id = any(r.sealed_to) or m.organisation_id = r.addressee_org_id)
      on conflict do nothing`,
    [now, toldDays],
  );
  return { notification: rowCount ?? 0 };
}
