/** Lines on a page of the talk. */
export const linesPerPage = 50;

/**
 * The talk in order of time, newest first, out of what is kept already: messages, questions and replies, and the acts that carry a
 * reason. $1 request, $2 and $3 the line before which to go on (null: from the newest), $4 how many. Rights are the tables' own.
 */
export const linesSql = `
  select l.id, l.at, l.kind, l.internal, l.body, l.detail, l.mentions, l.author_id, l.org_id, p.full_name as author, o.short_name as organisation,
    coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'held', f.scan_state in ('waiting', 'refused')) order by f.created_at, f.id)
      from attachment f where l.kind = 'message' and f.message_id = l.id), '[]') as files,
    (select array_agg(mp.full_name order by mp.full_name) from membership mm join person mp on mp.id = mm.user_id where mm.id = any(l.mentions)) as mentioned
  from (
    select m.id, m.sent_at as at, m.kind, m.internal, m.body, null as detail, m.mentions, m.author_id, m.org_id
      from thread_message m where m.request_id = $1::uuid
    union all
    select c.id, c.asked_at, 'question', false, c.question, null, '{}'::uuid[], c.asked_by_id, r.addressee_org_id
      from clarification c join request r on r.id = c.request_id where c.request_id = $1::uuid
    union all
    select c.id, c.replied_at, 'reply', false, c.reply, null, '{}'::uuid[], c.replied_by_id, r.requester_org_id
      from clarification c join request r on r.id = c.request_id where c.request_id = $1::uuid and c.replied_at is not null
    union all
    select e.id, e.at, case e.type when 'request.refused' then 'refused' when 'request.refusal_disputed' then 'disputed'
        when 'request.sent_back' then 'sentBack' when 'request.withdrawn' then 'withdrawn'
        when 'request.withdrawal_proposed' then 'proposed' when 'request.withdrawal_declined' then 'declined'
        when 'request.withdrawal_taken_back' then 'takenBack' else 'amended' end,
      not e.shared, coalesce(e.reason, ''), coalesce(e.changes ->> 'ground', e.changes ->> 'amendment'), '{}'::uuid[], e.actor_id, e.org_id
      from event e where e.request_id = $1::uuid
        and e.type in ('request.refused', 'request.refusal_disputed', 'request.sent_back', 'request.withdrawn', 'request.amended',
          'request.withdrawal_proposed', 'request.withdrawal_declined', 'request.withdrawal_taken_back')
  ) l left join person p on p.id = l.author_id left join organisation o on o.id = l.org_id
  where $2::timestamptz is null or (l.at, l.id) < ($2::timestamptz, $3::uuid)
  order by l.at desc, l.id desc limit $4`;

export type LineRow = {
  id: string;
  at: Date;
  kind: string;
  internal: boolean;
  body: string;
  detail: string | null;
  author_id: string | null;
  org_id: string | null;
  author: string | null;
  organisation: string | null;
  files: { id: string; name: string; size: number; held: boolean }[];
  mentioned: string[] | null;
};
