-- Who is on duty when, who was called and who came next. A roster is its organisation's own: another one learns only which number to
-- call now, and a unit that asked only when the desk was called.
create extension if not exists btree_gist;

-- Who keeps the roster: a desk's manager, a unit's commander.
create function app.keeps_roster() returns boolean language sql stable parallel safe return
  coalesce(app.roles() && array['liaison_manager', 'commander'], false);
grant execute on function app.keeps_roster() to lachan_app, lachan_system;

-- A weekly repeat, from which shifts are made for some weeks at a time. Minutes from midnight in Viet Nam.
create table duty_pattern (
  id uuid primary key default uuid_v7(),
  org_id uuid not null references organisation (id),
  membership_id uuid not null references membership (id),
  weekday int not null check (weekday between 0 and 6),
  from_minute int not null check (from_minute between 0 and 1439),
  minutes int not null check (minutes between 30 and 1440),
  rank int not null check (rank between 1 and 5),
  phone text check (phone ~ '^\+?[0-9]{3,15}$'),
  valid_from date not null,
  valid_to date not null check (valid_to > valid_from and valid_to <= valid_from + 186),
  cancelled_at timestamptz(3),
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  version int not null default 1
);
create index duty_pattern_of_org on duty_pattern (org_id, weekday) where cancelled_at is null;
create index duty_pattern_org on duty_pattern (org_id);
create index duty_pattern_membership on duty_pattern (membership_id);

create table duty_shift (
  id uuid primary key default uuid_v7(),
  org_id uuid not null references organisation (id),
  membership_id uuid not null references membership (id),
  from_at timestamptz(3) not null,
  to_at timestamptz(3) not null,
  rank int not null check (rank between 1 and 5),
  phone text check (phone ~ '^\+?[0-9]{3,15}$'),
  source text not null default 'hand' check (source in ('hand', 'pattern', 'import')),
  pattern_id uuid references duty_pattern (id),
  cancelled_at timestamptz(3),
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  version int not null default 1,
  constraint duty_shift_has_length check (to_at >= from_at + interval '30 minutes' and to_at <= from_at + interval '24 hours'),
  -- Judged at the end of a statement: two who exchange their shifts of the same night stand crosswise only within it.
  constraint duty_shift_one_at_a_time exclude using gist (membership_id with =, tstzrange(from_at, to_at) with &&)
    where (cancelled_at is null) deferrable initially immediate,
  constraint duty_shift_one_of_a_rank exclude using gist (org_id with =, rank with =, tstzrange(from_at, to_at) with &&)
    where (cancelled_at is null) deferrable initially immediate
);
create index duty_shift_of_org on duty_shift (org_id, to_at, from_at) where cancelled_at is null;
create index duty_shift_org on duty_shift (org_id);
create index duty_shift_membership on duty_shift (membership_id);
create index duty_shift_pattern on duty_shift (pattern_id) where pattern_id is not null;

create table duty_leave (
  id uuid primary key default uuid_v7(),
  org_id uuid not null references organisation (id),
  membership_id uuid not null references membership (id),
  from_at timestamptz(3) not null,
  to_at timestamptz(3) not null,
  reason text not null check (reason in ('annual', 'health', 'study', 'mission', 'other')),
  cancelled_at timestamptz(3),
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  version int not null default 1,
  constraint duty_leave_has_length check (to_at > from_at and to_at <= from_at + interval '366 days')
);
create index duty_leave_of_org on duty_leave (org_id, to_at) where cancelled_at is null;
create index duty_leave_org on duty_leave (org_id);
create index duty_leave_membership on duty_leave (membership_id, to_at);

-- One offers a shift of his own, and may ask for one of the other's in return.
create table duty_swap (
  id uuid primary key default uuid_v7(),
  org_id uuid not null references organisation (id),
  shift_id uuid not null references duty_shift (id),
  return_shift_id uuid references duty_shift (id),
  from_membership_id uuid not null references membership (id),
  to_membership_id uuid not null references membership (id),
  state text not null default 'proposed' check (state in ('proposed', 'agreed', 'declined', 'withdrawn')),
  proposed_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  answered_at timestamptz(3),
  constraint duty_swap_of_two check (from_membership_id <> to_membership_id and return_shift_id is distinct from shift_id),
  constraint duty_swap_answered check ((state = 'proposed') = (answered_at is null))
);
create unique index duty_swap_one_open on duty_swap (shift_id) where state = 'proposed';
create index duty_swap_org on duty_swap (org_id, proposed_at desc);
create index duty_swap_shift on duty_swap (shift_id);
create index duty_swap_return on duty_swap (return_shift_id) where return_shift_id is not null;
create index duty_swap_from on duty_swap (from_membership_id);
create index duty_swap_to on duty_swap (to_membership_id);

-- The word of who goes for who comes.
create table duty_note (
  id uuid primary key default uuid_v7(),
  org_id uuid not null references organisation (id),
  shift_id uuid not null unique references duty_shift (id),
  author_id uuid not null references membership (id),
  body text not null check (char_length(body) between 1 and 4000),
  request_ids uuid[] not null default '{}' check (cardinality(request_ids) <= 50),
  written_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  reader_id uuid references membership (id),
  read_at timestamptz(3),
  constraint duty_note_read_by_another check ((reader_id is null) = (read_at is null) and reader_id is distinct from author_id)
);
create index duty_note_org on duty_note (org_id, written_at desc);
create index duty_note_author on duty_note (author_id);
create index duty_note_reader on duty_note (reader_id) where reader_id is not null;

-- How long a desk leaves urgent work unopened before the next in line is called, since when. Without a row it is a default to be confirmed.
create table duty_limit (
  id uuid primary key default uuid_v7(),
  org_id uuid not null references organisation (id),
  urgent_minutes int not null check (urgent_minutes between 1 and 240),
  emergency_minutes int not null check (emergency_minutes between 1 and 120),
  set_by_id uuid not null references membership (id),
  valid_from timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  constraint duty_limit_emergency_sooner check (emergency_minutes <= urgent_minutes)
);
create index duty_limit_of_org on duty_limit (org_id, valid_from desc);
create index duty_limit_set_by on duty_limit (set_by_id);

-- Who was called for an urgent request, in which order. `since` is when it was delivered, or handed in for a signature.
create table duty_call (
  id uuid primary key default uuid_v7(),
  subject text not null check (subject in ('answer', 'signing')),
  request_id uuid not null references request (id),
  org_id uuid not null references organisation (id),
  since timestamptz(3) not null,
  rank int not null check (rank between 1 and 20),
  membership_id uuid not null references membership (id),
  shift_id uuid references duty_shift (id),
  called_at timestamptz(3) not null,
  -- When the next in line is called; null for the last one.
  next_at timestamptz(3),
  passed_on_at timestamptz(3),
  opened_at timestamptz(3),
  constraint duty_call_once unique (request_id, subject, since, rank),
  constraint duty_call_person_once unique (request_id, subject, since, membership_id),
  constraint duty_call_ends_one_way check (passed_on_at is null or opened_at is null)
);
create index duty_call_to_pass_on on duty_call (next_at) where passed_on_at is null and opened_at is null and next_at is not null;
create index duty_call_unanswered on duty_call (request_id) where passed_on_at is null and opened_at is null;
create index duty_call_org on duty_call (org_id, called_at desc);
create index duty_call_membership on duty_call (membership_id);
create index duty_call_shift on duty_call (shift_id) where shift_id is not null;
-- What waits unopened, for the sweep: a few rows, however many requests there are.
create index request_urgent_unopened on request (sent_at) where urgency <> 'normal' and status = 'SENT' and opened_at is null;
create index request_urgent_unsigned on request (submitted_at) where urgency <> 'normal' and status = 'PENDING_SIGNATURE';

do $$
declare
  name text;
begin
  foreach name in array array['duty_pattern', 'duty_shift', 'duty_leave', 'duty_swap', 'duty_note', 'duty_limit', 'duty_call'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update on %I to lachan_system', name);
    execute format('create policy %I on %I to lachan_system using (true) with check (true)', name || '_system', name);
    execute format('grant select on %I to lachan_app', name);
  end loop;
  foreach name in array array['duty_pattern', 'duty_shift', 'duty_leave', 'duty_swap', 'duty_note', 'duty_limit'] loop
    execute format('create policy %I on %I for select to lachan_app using (org_id = app.org_id())', name || '_select', name);
  end loop;
end $$;
-- Of a call one learns with its request: of a restricted case its members alone.
create policy duty_call_select on duty_call for select to lachan_app using (org_id = app.org_id()
  and exists (select 1 from request r where r.id = duty_call.request_id));

grant insert (org_id, membership_id, weekday, from_minute, minutes, rank, phone, valid_from, valid_to), update (cancelled_at, version) on duty_pattern to lachan_app;
create policy duty_pattern_insert on duty_pattern for insert to lachan_app
  with check (org_id = app.org_id() and app.keeps_roster() and app.is_colleague(membership_id));
create policy duty_pattern_update on duty_pattern for update to lachan_app
  using (org_id = app.org_id() and app.keeps_roster() and cancelled_at is null) with check (org_id = app.org_id() and app.keeps_roster());

grant insert (org_id, membership_id, from_at, to_at, rank, phone, source, pattern_id),
  update (membership_id, from_at, to_at, rank, phone, cancelled_at, version) on duty_shift to lachan_app;
create policy duty_shift_insert on duty_shift for insert to lachan_app
  with check (org_id = app.org_id() and app.keeps_roster() and app.is_colleague(membership_id));
create policy duty_shift_update on duty_shift for update to lachan_app
  using (org_id = app.org_id() and app.keeps_roster() and cancelled_at is null)
  with check (org_id = app.org_id() and app.keeps_roster() and (cancelled_at is not null or app.is_colleague(membership_id)));
-- An exchange that was agreed to in this very act moves the two shifts between the two, and nothing else.
create policy duty_shift_exchange on duty_shift for update to lachan_app
  using (org_id = app.org_id() and cancelled_at is null and exists (select 1 from duty_swap s where duty_shift.id in (s.shift_id, s.return_shift_id)
    and s.state = 'agreed' and s.to_membership_id = app.membership_id() and app.is_now(s.answered_at)))
  with check (cancelled_at is null and exists (select 1 from duty_swap s where s.state = 'agreed' and s.to_membership_id = app.membership_id()
    and app.is_now(s.answered_at) and ((duty_shift.id = s.shift_id and duty_shift.membership_id = s.to_membership_id)
      or (duty_shift.id = s.return_shift_id and duty_shift.membership_id = s.from_membership_id))));
create function duty_shift_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and not app.keeps_roster()
    and (new.org_id, new.from_at, new.to_at, new.rank, new.cancelled_at) is distinct from (old.org_id, old.from_at, old.to_at, old.rank, old.cancelled_at) then
    raise exception 'the roster is not yours to keep' using errcode = 'insufficient_privilege', constraint = 'duty_shift_kept';
  end if;
  -- A shift that is over is what was: who was on duty is asked for afterwards.
  if app.for_person() and old.to_at <= clock_timestamp() then
    raise exception 'this shift is over' using errcode = 'check_violation', constraint = 'duty_shift_is_over';
  end if;
  return new;
end $$;
create trigger duty_shift_guard before update on duty_shift for each row execute function duty_shift_guard();

grant insert (org_id, membership_id, from_at, to_at, reason), update (cancelled_at, version) on duty_leave to lachan_app;
create policy duty_leave_insert on duty_leave for insert to lachan_app
  with check (org_id = app.org_id() and app.keeps_roster() and app.is_colleague(membership_id));
create policy duty_leave_update on duty_leave for update to lachan_app
  using (org_id = app.org_id() and app.keeps_roster() and cancelled_at is null) with check (org_id = app.org_id() and app.keeps_roster());

grant insert (org_id, shift_id, return_shift_id, from_membership_id, to_membership_id), update (state, answered_at) on duty_swap to lachan_app;
create policy duty_swap_insert on duty_swap for insert to lachan_app with check (org_id = app.org_id() and from_membership_id = app.membership_id()
  and app.is_colleague(to_membership_id) and state = 'proposed'
  and exists (select 1 from duty_shift d where d.id = duty_swap.shift_id and d.membership_id = duty_swap.from_membership_id and d.cancelled_at is null and d.from_at > now())
  and (return_shift_id is null or exists (select 1 from duty_shift d where d.id = duty_swap.return_shift_id and d.membership_id = duty_swap.to_membership_id
    and d.cancelled_at is null and d.from_at > now())));
create policy duty_swap_update on duty_swap for update to lachan_app
  using (state = 'proposed' and app.membership_id() in (from_membership_id, to_membership_id))
  with check (org_id = app.org_id() and app.is_now(answered_at) and ((state = 'withdrawn' and from_membership_id = app.membership_id())
    or (state in ('agreed', 'declined') and to_membership_id = app.membership_id())));

grant insert (org_id, shift_id, author_id, body, request_ids), update (reader_id, read_at) on duty_note to lachan_app;
create policy duty_note_insert on duty_note for insert to lachan_app with check (org_id = app.org_id() and author_id = app.membership_id()
  and exists (select 1 from duty_shift d where d.id = duty_note.shift_id and d.membership_id = duty_note.author_id and d.from_at <= now()));
create policy duty_note_update on duty_note for update to lachan_app using (org_id = app.org_id() and read_at is null and author_id <> app.membership_id())
  with check (org_id = app.org_id() and reader_id = app.membership_id() and app.is_now(read_at));

grant insert (org_id, urgent_minutes, emergency_minutes, set_by_id) on duty_limit to lachan_app;
create policy duty_limit_insert on duty_limit for insert to lachan_app
  with check (org_id = app.org_id() and app.keeps_roster() and set_by_id = app.membership_id());

-- Which number reaches the desk of another organisation now: of who is first on duty, and nothing of who that is or until when. Asked by
-- those who work on cases; null when nobody is on duty or no number was given, and the register's number serves.
create function app.duty_phone(asked uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.phone from public.duty_shift d where app.works_cases() and d.org_id = asked and d.cancelled_at is null
    and d.from_at <= now() and d.to_at > now() and not exists (select from public.duty_leave l where l.membership_id = d.membership_id
      and l.cancelled_at is null and l.from_at <= now() and l.to_at > now())
  order by d.rank limit 1
$$;
do $$
declare
  holder text := 'lachan_trust';
begin
  begin
    grant usage, create on schema public, app to lachan_trust;
    alter function app.duty_phone(uuid) owner to lachan_trust;
    revoke create on schema public, app from lachan_trust;
    grant select on duty_shift, duty_leave to lachan_trust;
  exception when insufficient_privilege or undefined_object then
    raise warning 'duty_phone() keeps its owner: %', sqlerrm;
    holder := current_user;
  end;
  execute format('create policy duty_shift_trust on duty_shift for select to %I using (true)', holder);
  execute format('create policy duty_leave_trust on duty_leave for select to %I using (true)', holder);
end $$;
revoke execute on function app.duty_phone(uuid) from public;
grant execute on function app.duty_phone(uuid) to lachan_app;
