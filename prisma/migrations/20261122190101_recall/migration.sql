-- Whoever wrote or handed in a request takes it back from the signer to mend it. The arrow is the one by which a commander returns it:
-- returned with a reason it is his act, without one it is its writer's, and what was handed in is kept as it stood.

alter table lifecycle_step no force row level security; -- binds an owner who is no superuser too
update lifecycle_step set roles = '{investigator,commander}' where from_status = 'PENDING_SIGNATURE' and to_status = 'DRAFT';
alter table lifecycle_step force row level security;

create table recalled_version (
  request_id uuid not null references request (id),
  version int not null,
  -- The canonical envelope that the signer had before him: lib/requests/signing/envelope.ts
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  handed_in_at timestamptz(3) not null,
  recalled_by_id uuid not null references person (id),
  recalled_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  constraint recalled_version_pkey primary key (request_id, version)
);
create index recalled_version_recalled_by on recalled_version (recalled_by_id);
alter table recalled_version enable row level security;
alter table recalled_version force row level security;
grant select on recalled_version to lachan_system;
create policy recalled_version_system on recalled_version for select to lachan_system using (true);
-- Written once, read by the unit alone: it was never issued. Nobody changes or removes it.
grant select, insert (request_id, version, content, content_hash, handed_in_at, recalled_by_id) on recalled_version to lachan_app;
create policy recalled_version_select on recalled_version for select to lachan_app using (app.reads_as(request_id) = 'asks');
create policy recalled_version_insert on recalled_version for insert to lachan_app with check (recalled_by_id = app.user_id()
  and app.side_of(request_id) = 'asks' and exists (select 1 from request r where r.id = recalled_version.request_id
    and r.status = 'PENDING_SIGNATURE' and r.version = recalled_version.version and r.submitted_at = recalled_version.handed_in_at
    and app.user_id() = any(r.editor_ids)));

-- Runs after request_guard_update, for triggers run by name.
create function request_recall_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() then return new; end if;
  if new.stated_reason is not null then
    if not app.commands() then
      raise exception 'who does not command the unit returns nothing' using errcode = 'insufficient_privilege', constraint = 'request_side';
    end if;
  elsif not app.user_id() = any(old.editor_ids) or not exists (select from public.recalled_version v
      where v.request_id = old.id and v.version = old.version and v.recalled_by_id = app.user_id()) then
    raise exception 'only who wrote or handed in a request takes it back, and what was handed in is kept'
      using errcode = 'insufficient_privilege', constraint = 'request_recall';
  end if;
  return new;
end $$;
create trigger request_recall_guard before update on request
  for each row when (old.status = 'PENDING_SIGNATURE' and new.status = 'DRAFT') execute function request_recall_guard();
