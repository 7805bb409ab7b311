-- What a person is told. One happening tells one person once, however often it is told again: by its id.

create table notification (
  id uuid not null default uuid_v7() constraint notification_pkey primary key,
  event_id uuid not null,
  membership_id uuid not null references membership (id),
  org_id uuid not null references organisation (id),
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  urgent boolean not null default false,
  case_id uuid references fraud_case (id),
  request_id uuid references request (id),
  deadline_id uuid references deadline (id),
  -- A record's code, counts, instants, names of organisations: nothing of a person.
  code text check (length(code) <= 60),
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  href text check (href ~ '^/[^/\\]' or href = '/'),
  at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  read_at timestamptz(3),
  snoozed_until timestamptz(3),
  constraint notification_once unique (membership_id, event_id),
  -- Whose request it is of does not tell which case it is of: two requests of one case stay two to whoever is asked.
  constraint notification_of_request_or_case check (request_id is null or case_id is null)
);
create index notification_list on notification (membership_id, at desc, id desc);
create index notification_unread on notification (membership_id, snoozed_until) where read_at is null;
create index notification_of_event on notification (event_id);
create index notification_of_request on notification (request_id, membership_id) where request_id is not null;
create index notification_of_case on notification (case_id) where case_id is not null;
create index notification_of_deadline on notification (deadline_id) where deadline_id is not null;
create index notification_of_org on notification (org_id);
create index notification_age on notification (at);
alter table notification enable row level security;
alter table notification force row level security;
grant select, insert, update, delete on notification to lachan_system;
create policy notification_system on notification to lachan_system using (true) with check (true);
-- Nobody writes to others: people read and put away what is theirs.
grant select, update (read_at, snoozed_until) on notification to lachan_app;
create policy notification_select on notification for select to lachan_app using (membership_id = app.membership_id());
create policy notification_update on notification for update to lachan_app
  using (membership_id = app.membership_id()) with check (membership_id = app.membership_id() and (read_at is null or read_at <= clock_timestamp()));

-- The channel says an id alone, as it does of the outbox; the portal's listener reads whom it is for.
create function notification_tell() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_notify('lachan', 'to:' || e.event_id) from (select distinct event_id from added) e;
  return null;
end $$;
create trigger notification_tell after insert on notification referencing new table as added for each statement execute function notification_tell();

-- How a person wants to be told. A kind without a row is told as `lib/notices/preferences.ts` says.
create table notice_preference (
  membership_id uuid not null references membership (id),
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  email text not null check (email in ('now', 'digest', 'never')),
  sms boolean not null default false,
  zalo boolean not null default false,
  constraint notice_preference_pkey primary key (membership_id, kind)
);
-- Minutes of the Vietnamese day, from and to; `to` before `from` goes over midnight. Days: 0 is Sunday; the day on which the hours begin.
create table quiet_hours (
  membership_id uuid not null constraint quiet_hours_pkey primary key references membership (id),
  from_minute integer not null check (from_minute between 0 and 1439),
  to_minute integer not null check (to_minute between 0 and 1439),
  days integer[] not null check (days <@ array[0, 1, 2, 3, 4, 5, 6]),
  version integer not null default 1,
  constraint quiet_hours_have_length check (from_minute <> to_minute)
);
do $$ declare name text; begin
  foreach name in array array['notice_preference', 'quiet_hours'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to lachan_system', name);
    execute format('create policy %I on %I for select to lachan_system using (true)', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to lachan_app', name);
    execute format('create policy %I on %I to lachan_app using (membership_id = app.membership_id()) with check (membership_id = app.membership_id())', name || '_own', name);
  end loop;
end $$;

-- Nobody is told of his own act. Who acted the database knows; nobody says it of himself or of others.
alter table outbox add column actor_membership_id uuid;
create function outbox_actor() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.actor_membership_id := app.membership_id();
  return new;
end $$;
create trigger outbox_actor before insert on outbox for each row execute function outbox_actor();
