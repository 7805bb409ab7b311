-- What left the portal as a file: who took it, when, how much of it, and the mark of its bytes. A page found where it should not be
-- names by its number who exported it.

-- A sequence, not a counter: exports do not wait for one another while they draw. One that failed leaves a gap, and that is allowed here.
create sequence export_number;

create table export_record (
  id uuid primary key default uuid_v7(),
  number text not null unique default
    'XK-' || extract(year from now() at time zone 'Asia/Ho_Chi_Minh') || '-' || to_char(nextval('export_number'), 'FM999999999000000'),
  kind text not null check (kind ~ '^[a-z][a-z_]{1,39}$'),
  organisation_id uuid not null references organisation (id),
  membership_id uuid not null references membership (id),
  user_id uuid not null references person (id),
  province_code text references province (code),
  made_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  row_count int not null check (row_count >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  reason text check (char_length(reason) between 1 and 2000),
  case_id uuid references fraud_case (id),
  request_id uuid references request (id),
  constraint export_of_many_has_reason check (row_count <= 500 or reason is not null)
);
create index export_record_by_organisation on export_record (organisation_id, made_at desc);
create index export_record_membership on export_record (membership_id);
create index export_record_person on export_record (user_id);
create index export_record_province on export_record (province_code);
create index export_record_case on export_record (case_id) where case_id is not null;
create index export_record_request on export_record (request_id) where request_id is not null;

-- A number without bytes is a promise nobody kept: the record and the mark of what was made stand or fall together.
create function export_is_sealed() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.export_record where id = new.id and sha256 is null) then
    raise exception 'an export carries the mark of its bytes' using errcode = 'check_violation', constraint = 'export_is_sealed';
  end if;
  return null;
end $$;
create constraint trigger export_is_sealed after insert on export_record
  deferrable initially deferred for each row execute function export_is_sealed();

alter table export_record enable row level security;
alter table export_record force row level security;
grant select on export_record to lachan_system;
create policy export_record_system on export_record to lachan_system using (true) with check (true);

-- Number and instant come from the database alone; the mark is set once, by whoever made the record.
grant usage on sequence export_number to lachan_app;
grant select, insert (kind, organisation_id, membership_id, user_id, province_code, row_count, reason, case_id, request_id), update (sha256)
  on export_record to lachan_app;
create policy export_record_insert on export_record for insert to lachan_app with check (
  organisation_id = app.org_id() and membership_id = app.membership_id() and user_id = app.user_id()
  and (request_id is null or exists (select 1 from request r where r.id = export_record.request_id))
  and (case_id is null or request_id is not null or exists (select 1 from fraud_case c where c.id = export_record.case_id)));
create policy export_record_update on export_record for update to lachan_app
  using (membership_id = app.membership_id() and user_id = app.user_id() and sha256 is null) with check (sha256 is not null);
-- Colleagues read what their own organisation took, of what they may read themselves; auditors read that it was taken.
create policy export_record_select on export_record for select to lachan_app using (user_id = app.user_id()
  or (app.audits() and (province_code = any(app.provinces()) or organisation_id = any(app.org_ids())))
  or (organisation_id = app.org_id() and case when request_id is not null then exists (select 1 from request r where r.id = export_record.request_id)
    when case_id is not null then exists (select 1 from fraud_case c where c.id = export_record.case_id) else true end));
