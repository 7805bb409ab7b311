-- How much more time may be given for an answer altogether is part of its limit: in the limit's own unit, 0 for none. Where nothing is
-- said it is as long as the limit once more, as before: a default of the portal's, to be confirmed with the limit. A clock keeps its copy.
alter table deadline_policy add column most_extension integer,
  add constraint deadline_policy_most_extension check (most_extension is null or (subject = 'ANSWER' and most_extension between 0 and 6000000));

-- Offices' hours are the portal's to count; here it is bounded, exactly where time is counted as it passes, and by the days that offices may
-- rest where it is not.
create function deadline_extension_bounded() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  policy jsonb;
  first_due timestamptz;
  most int;
  latest timestamptz;
begin
  if not app.for_person() then return new; end if;
  select d.policy, coalesce((select e.due_before from public.deadline_extension e where e.deadline_id = d.id order by e.extended_at, e.id limit 1), d.due_at)
    into policy, first_due from public.deadline d where d.id = new.deadline_id;
  most := coalesce((policy ->> 'mostExtension')::int, (policy ->> 'value')::int);
  latest := first_due + case policy ->> 'unit'
    when 'hours' then make_interval(hours => most) when 'working-hours' then make_interval(days => least(most, 10000) * 2 + 31)
    when 'working-days' then make_interval(days => least(most, 10000) * 2 + 31) when 'calendar-days' then make_interval(days => least(most, 10000) + 31)
    when 'months' then make_interval(months => least(most, 1000), days => 31) else make_interval(mins => most) end;
  if most = 0 or new.due_after > latest then
    raise exception 'this limit allows no such extension' using errcode = 'check_violation', constraint = 'deadline_extension_bounded';
  end if;
  return new;
end $$;
create trigger deadline_extension_bounded before insert on deadline_extension for each row execute function deadline_extension_bounded();
