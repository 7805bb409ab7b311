-- Where money went is part of an answer: told by the addressee while that answer is open, about the account that was asked, and taken back
-- only by answering anew. Afterwards the trail stands as it was answered.

alter table transfer
  -- As long as the form lets them be: lib/requests/kinds/elsewhere-schema.ts, money-row-schema.ts.
  add constraint transfer_elsewhere_short check (char_length(elsewhere_name) <= 120 and char_length(elsewhere_country) <= 2 and char_length(elsewhere_swift) <= 11),
  add constraint transfer_words_short check (char_length(to_name) <= 120 and char_length(reference) <= 60
    -- The side that is not the account that was asked.
    and least(char_length(from_account), char_length(to_account)) <= 120) not valid;

create function transfer_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  status public.request_status;
  item public.request_item;
begin
  if not app.for_person() then return new; end if;
  -- Locked, so that what is read next stands until this act ends.
  select r.status into status from public.request r where r.id = new.request_id and r.addressee_org_id = new.reporter_org_id
    and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'answers' for share;
  select * into item from public.request_item i where i.id = new.item_id and i.request_id = new.request_id;
  if not coalesce(status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'PARTLY_ANSWERED') and item.id is not null and item.answered_at is null, false)
    or (tg_op = 'UPDATE' and (old.superseded_at is not null or not coalesce(app.is_now(new.superseded_at), false)))
    or (tg_op = 'INSERT' and new.superseded_at is not null)
    or (tg_op = 'INSERT' and (new.from_account, new.from_institution_id) is distinct from (item.value, item.institution_id)
      and (new.to_account, new.to_institution_id) is distinct from (item.value, item.institution_id)) then
    raise exception 'this part of the trail is not yours to write' using errcode = 'insufficient_privilege', constraint = 'transfer_side';
  end if;
  return new;
end $$;
create trigger transfer_guard before insert or update on transfer for each row execute function transfer_guard();

-- When the act is whole, the target has that answer.
create function transfer_is_answered() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and not exists (select from public.request_item i where i.id = new.item_id and i.answered_at is not null) then
    raise exception 'where money went is what was answered' using errcode = 'check_violation', constraint = 'transfer_is_answered';
  end if;
  return null;
end $$;
create constraint trigger transfer_is_answered after insert or update on transfer deferrable initially deferred
  for each row execute function transfer_is_answered();
