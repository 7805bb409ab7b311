-- Money is held otherwise and let go by an answer: to the order itself, to one that lifts or prolongs it, to the freeze that takes it over;
-- or it is given back. The holder changes his hold in an act that says so, and in no other (placing it has a guard of its own). Looked at
-- when the act ends, because the answer is written after the hold.
create function public.hold_follows_answer() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() or not app.answers() or new.holder_org_id <> app.org_id() then return null; end if;
  if exists (select from public.request_item i where i.id = new.item_id and i.answered_by_id = app.user_id() and app.is_now(i.answered_at)) then
    return null;
  end if;
  if exists (select from public.request r join public.request_item i on i.request_id = r.id
      where r.parent_id = new.request_id and i.value = new.account and i.answered_by_id = app.user_id() and app.is_now(i.answered_at))
    or (new.release_reason = 'confirmed' and exists (select from public.request r join public.request_item i on i.request_id = r.id
      where r.id = new.confirmed_by_id and r.case_id = new.case_id and r.addressee_org_id = new.holder_org_id
        and i.value = new.account and i.answered_by_id = app.user_id() and app.is_now(i.answered_at)))
    or exists (select from public.restitution_return t where t.hold_id = new.id and app.is_now(t.recorded_at)) then
    return null;
  end if;
  raise exception 'a hold follows an answer' using errcode = 'insufficient_privilege', constraint = 'hold_follows_answer';
end $$;
create constraint trigger hold_follows_answer after update on hold deferrable initially deferred
  for each row execute function public.hold_follows_answer();

-- A question is asked now.
alter policy clarification_insert on clarification with check (app.side_of(request_id) = 'answers' and asked_by_id = app.user_id()
  and app.is_now(asked_at) and reply is null and replied_at is null);
