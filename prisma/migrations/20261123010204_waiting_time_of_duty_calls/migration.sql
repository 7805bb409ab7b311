-- How long a desk that set nothing leaves urgent work unopened before the next in line is called, and how long one may let it lie at most.
-- Kept by administrators; the newest row holds. No source gives the figures: they are to be confirmed.
create table duty_policy (
  id uuid not null default uuid_v7() constraint duty_policy_pkey primary key,
  urgent_minutes int not null check (urgent_minutes between 1 and 240),
  emergency_minutes int not null check (emergency_minutes between 1 and 120),
  most_urgent_minutes int not null check (most_urgent_minutes between 1 and 240),
  most_emergency_minutes int not null check (most_emergency_minutes between 1 and 120),
  -- What gives the figures; without it they are to be confirmed.
  source text check (char_length(source) between 3 and 300),
  set_by_id uuid references membership (id),
  valid_from timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  constraint duty_policy_within check (urgent_minutes <= most_urgent_minutes and emergency_minutes <= most_emergency_minutes
    and emergency_minutes <= urgent_minutes and most_emergency_minutes <= most_urgent_minutes)
);
create index duty_policy_newest on duty_policy (valid_from desc);
create index duty_policy_set_by on duty_policy (set_by_id) where set_by_id is not null;
alter table duty_policy enable row level security;
alter table duty_policy force row level security;
grant select on duty_policy to lachan_system;
create policy duty_policy_system on duty_policy for select to lachan_system using (true);
grant select, insert (urgent_minutes, emergency_minutes, most_urgent_minutes, most_emergency_minutes, source, set_by_id) on duty_policy to lachan_app;
create policy duty_policy_select on duty_policy for select to lachan_app using (app.user_id() is not null);
create policy duty_policy_insert on duty_policy for insert to lachan_app with check (app.administers() and set_by_id = app.membership_id());
alter table duty_policy no force row level security; -- binds an owner who is no superuser too
insert into duty_policy (urgent_minutes, emergency_minutes, most_urgent_minutes, most_emergency_minutes, valid_from) values (10, 5, 240, 120, '2020-01-01T00:00:00Z');
alter table duty_policy force row level security;

-- What an organisation sets stays within it.
create function duty_limit_within() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and not exists (select from (select p.most_urgent_minutes, p.most_emergency_minutes from public.duty_policy p
      order by p.valid_from desc, p.id desc limit 1) most
    where new.urgent_minutes <= most.most_urgent_minutes and new.emergency_minutes <= most.most_emergency_minutes) then
    raise exception 'urgent work does not lie so long' using errcode = 'check_violation', constraint = 'duty_limit_within';
  end if;
  return new;
end $$;
create trigger duty_limit_within before insert on duty_limit for each row execute function duty_limit_within();
