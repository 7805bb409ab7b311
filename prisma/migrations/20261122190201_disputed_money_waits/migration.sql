-- Money that somebody says is held wrongly is not given away before he is answered: while the procuracy's objection to a hold's order, or an
-- appeal against the hold, waits, no decision that pays out of it is approved and no part of it is paid out. An appeal against the
-- suspension that a freeze took over is an appeal against the same money.

-- Which of these holds wait for such an answer. The unit that had the money held is told what waits, by its kind and id; the organisation that
-- holds it only that something does: it reads neither objections nor appeals that were not brought to it. An appeal that was found right waits
-- until its release is done.
create function app.disputed_holds(asked uuid[]) returns table (hold_id uuid, kind text, about uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with reach as (
    select h.id, h.request_id, h.case_id, h.account, h.holder_org_id,
      app.works_cases() and r.requester_org_id = any(app.org_ids()) and app.unsealed(r.sealed_to) as of_unit
    from public.hold h join public.request r on r.id = h.request_id
    where h.id = any(asked)
      and ((app.answers() and h.holder_org_id = app.org_id())
        or (app.works_cases() and r.requester_org_id = any(app.org_ids()) and app.unsealed(r.sealed_to)))
  ), waits as (
    select h.id, h.of_unit, 'objection' as what, b.id as whose
      from reach h join public.objection b on b.request_id = h.request_id and b.replied_at is null
    union all
    select h.id, h.of_unit, 'appeal', a.id
      from reach h join public.hold e on e.case_id = h.case_id
          and (e.id = h.id or (e.confirmed_by_id = h.request_id and e.account = h.account and e.holder_org_id = h.holder_org_id))
        join public.appeal a on a.hold_id = e.id and a.case_id = h.case_id
          and (a.status in ('RECEIVED', 'REVIEWING') or (a.status = 'UPHELD'
            and not exists (select from public.request u where u.id = a.unfreeze_id and u.status in ('ANSWERED', 'ACCEPTED'))))
  )
  select distinct w.id, case when w.of_unit then w.what end, case when w.of_unit then w.whose end from waits w
$$;

do $$
declare
  holder text := 'lachan_trust';
begin
  begin
    grant usage, create on schema public, app to lachan_trust;
    alter function app.disputed_holds(uuid[]) owner to lachan_trust;
    revoke create on schema public, app from lachan_trust;
    grant select on hold, appeal to lachan_trust;
  exception when insufficient_privilege or undefined_object then
    raise warning 'disputed_holds() keeps its owner: %', sqlerrm;
    holder := current_user;
  end;
  execute format('create policy hold_trust on hold for select to %I using (true)', holder);
  execute format('create policy appeal_trust on appeal for select to %I using (true)', holder);
end $$;
revoke execute on function app.disputed_holds(uuid[]) from public;
grant execute on function app.disputed_holds(uuid[]) to lachan_app;

create function restitution_waits_for_answers() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  paying uuid[];
begin
  if not app.for_person() then return new; end if;
  if tg_table_name = 'restitution_decision' then
    paying := array(select distinct s.hold_id from public.restitution_share s where s.decision_id = new.id and s.amount > 0);
  else
    paying := array[new.hold_id];
  end if;
  if exists (select from app.disputed_holds(paying)) then
    raise exception 'an objection or an appeal about this money is not answered' using errcode = 'check_violation', constraint = 'restitution_hold_disputed';
  end if;
  return new;
end $$;
create trigger restitution_decision_waits before update on restitution_decision for each row
  when (old.status <> 'APPROVED' and new.status = 'APPROVED') execute function restitution_waits_for_answers();
create trigger restitution_share_waits before update on restitution_share for each row
  when (old.issued_at is null and new.issued_at is not null) execute function restitution_waits_for_answers();
create trigger restitution_return_waits before insert on restitution_return for each row execute function restitution_waits_for_answers();
