-- A proposal to withdraw is made on an order that stands: it waits for a withdrawal that is under way, and is refused after it, so that none
-- stays open on an order that is over. Who may propose at all, the policy of 20261122190102 says. A doubted sender proposes nothing.

create function withdrawal_proposal_stands() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  stands record;
begin
  if not app.for_person() then return new; end if;
  -- Locked first: the row as it is when a concurrent act has ended, where the policy reads it as it was when this statement began.
  select r.status, r.suspected_at into stands from public.request r where r.id = new.request_id for share;
  if found and (stands.suspected_at is not null or stands.status not in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')) then
    raise exception 'this order cannot be withdrawn any more' using errcode = 'check_violation', constraint = 'withdrawal_proposal_stands';
  end if;
  if app.is_held() then
    raise exception 'whoever is doubted neither submits nor decides' using errcode = 'insufficient_privilege', constraint = 'request_sender_held';
  end if;
  return new;
end $$;
create trigger withdrawal_proposal_stands before insert on withdrawal_proposal for each row execute function withdrawal_proposal_stands();
