-- Whoever rewrote an order does not judge a doubt about it either, so he is no reviewer; and where the unit above has nobody who could
-- decide, the next one above it is told: a doubt must never lie where nobody can settle it. A sealed record stays with its members.
create or replace function suspicion_tell() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  said text := case when tg_op = 'INSERT' then 'suspicion.raised' else 'suspicion.decided' end;
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  supervisors uuid[] := array[new.requester_org_id];
  reached uuid[] := array[new.requester_org_id];
  authors uuid[] := array[new.signer_id, new.drafter_id] || (select r.editor_ids from public.request r where r.id = new.request_id);
begin
  for step in 1..12 loop
    exit when exists (select from public.membership m join public.person p on p.id = m.user_id and p.suspended_at is null
      where m.organisation_id = any(reached) and 'commander' = any(m.roles) and m.user_id <> all(authors)
        and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()));
    reached := array(select distinct l.parent_id from public.organisation_link l join public.organisation o on o.id = l.parent_id and o.kind = 'police'
      where l.child_id = any(reached) and l.valid_from <= today and (l.valid_to is null or l.valid_to > today));
    exit when cardinality(reached) = 0;
    supervisors := supervisors || reached;
  end loop;
  insert into public.outbox (topic, org_ids, request_id, urgent) values (said, supervisors || new.addressee_org_id, new.request_id, true);
  insert into public.outbox (topic, org_ids, urgent) select said, array_agg(o.id), true from public.organisation o where o.kind = 'operator' and o.valid_to is null having count(*) > 0;
  if new.holds_sender then
    insert into public.outbox (topic, org_ids, request_id, urgent)
      select distinct on (r.addressee_org_id) 'request.sender_doubted', array[r.addressee_org_id], r.id, true from (
        select * from (select id, addressee_org_id, status from public.request where signer_id in (new.signer_id, new.drafter_id) and sent_at is not null order by sent_at desc limit 5000) s
        union all select id, addressee_org_id, status from public.request where drafter_id in (new.signer_id, new.drafter_id)
          and status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')) r
      where r.id <> new.request_id and r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED');
  end if;
  return null;
end $$;
