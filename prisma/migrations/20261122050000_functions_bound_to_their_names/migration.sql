-- A function that a table trusts must not be told by its caller what its names mean. Whoever may make temporary tables could
-- put one of his own before the portal's, because pg_temp is searched first where nobody says otherwise.

-- Nobody who works for a person makes temporary tables. The owner keeps the right that owning a database gives.
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;

-- What policies ask: bodies that were bound to their names here and now, and that are still folded into the query that asks.
create or replace function app.user_id() returns uuid language sql stable parallel safe return nullif(current_setting('app.user_id', true), '')::uuid;
create or replace function app.membership_id() returns uuid language sql stable parallel safe return nullif(current_setting('app.membership_id', true), '')::uuid;
create or replace function app.org_id() returns uuid language sql stable parallel safe return nullif(current_setting('app.org_id', true), '')::uuid;
create or replace function app.org_ids() returns uuid[] language sql stable parallel safe return nullif(current_setting('app.org_ids', true), '')::uuid[];
create or replace function app.roles() returns text[] language sql stable parallel safe return nullif(current_setting('app.roles', true), '')::text[];
create or replace function app.provinces() returns text[] language sql stable parallel safe return nullif(current_setting('app.provinces', true), '')::text[];
create or replace function app.works_cases() returns boolean language sql stable parallel safe return coalesce(app.roles() && array['intake_officer', 'investigator', 'commander', 'analyst'], false);
create or replace function app.answers() returns boolean language sql stable parallel safe return coalesce(app.roles() && array['liaison', 'liaison_manager'], false);
create or replace function app.prosecutes() returns boolean language sql stable parallel safe return coalesce('prosecutor' = any(app.roles()), false);
create or replace function app.audits() returns boolean language sql stable parallel safe return coalesce('auditor' = any(app.roles()), false);
create or replace function app.administers() returns boolean language sql stable parallel safe return coalesce('admin' = any(app.roles()), false);
create or replace function app.reads_figures() returns boolean language sql stable parallel safe return coalesce(app.roles() && array['leader', 'secretary', 'department_officer', 'commander'], false);
create or replace function app.unsealed(sealed_to uuid[]) returns boolean language sql stable parallel safe return cardinality(sealed_to) = 0 or app.membership_id() = any(sealed_to);

-- What triggers run: pg_temp last, so that nothing of the caller's stands before the portal's own.
alter function request_guard() set search_path = pg_catalog, public, pg_temp;
alter function request_item_guard() set search_path = pg_catalog, public, pg_temp;
alter function event_is_forever() set search_path = pg_catalog, public, pg_temp;
alter function outbox_tell() set search_path = pg_catalog, public, pg_temp;
alter function event_text(event) set search_path = pg_catalog, public, pg_temp;

-- The one function with rights of its own. Its writer chooses neither place nor hash: whatever he gives is overwritten.
create or replace function event_chain() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare head public.event_head%rowtype;
begin
  insert into public.event_head (stream, seq, hash) values (new.stream, 0, '\x') on conflict do nothing;
  select * into head from public.event_head where stream = new.stream for update;
  new.at := date_trunc('milliseconds', clock_timestamp());
  new.seq := head.seq + 1;
  new.prev_hash := head.hash;
  new.hash := sha256(head.hash || convert_to(public.event_text(new), 'UTF8'));
  update public.event_head set seq = new.seq, hash = new.hash where stream = new.stream;
  return new;
end $$;

-- Its rights are the heads of the chains and nothing else: it belongs to a role that nobody can sign in as. An owner who may not
-- make roles keeps it himself; docs/decisions/row-level-security.md says what that means.
do $$
begin
  begin
    create role lachan_record nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
  exception when duplicate_object or unique_violation then
    null; -- another database of this server has made it already
  end;
  if not pg_has_role('lachan_record', 'member') then
    execute format('grant lachan_record to %I', current_user);
  end if;
  grant usage, create on schema public to lachan_record;
  grant select, insert, update on event_head to lachan_record;
  create policy event_head_record on event_head to lachan_record using (true) with check (true);
  alter function event_chain() owner to lachan_record;
  revoke create on schema public from lachan_record;
exception when insufficient_privilege then
  raise warning 'event_chain() keeps its owner: %', sqlerrm;
end $$;
