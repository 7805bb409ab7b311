-- Limits of a case that begin with a paper which the portal does not make: minutes or documents that were collected (CPC art. 88 § 5), the
-- request to the procuracy for an extension (CPC art. 147 § 2, joint circular 01/2017 art. 11). The officer says its number and day.
create table case_limit_begin (
  deadline_id uuid not null constraint case_limit_begin_pkey primary key references deadline (id),
  case_id uuid not null references fraud_case (id),
  document_number text not null check (char_length(document_number) between 1 and 60),
  begun_on date not null,
  noted_by_id uuid not null references person (id),
  noted_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);
create index case_limit_begin_case on case_limit_begin (case_id);
create index case_limit_begin_noted_by on case_limit_begin (noted_by_id);
alter table case_limit_begin enable row level security;
alter table case_limit_begin force row level security;
grant select on case_limit_begin to lachan_system;
create policy case_limit_begin_system on case_limit_begin for select to lachan_system using (true);
grant select, insert (deadline_id, case_id, document_number, begun_on, noted_by_id) on case_limit_begin to lachan_app;
create policy case_limit_begin_select on case_limit_begin for select to lachan_app using (exists (select 1 from fraud_case c where c.id = case_limit_begin.case_id));
-- The clock begins on the day that is said, and no day to come is said.
create policy case_limit_begin_insert on case_limit_begin for insert to lachan_app with check (noted_by_id = app.user_id() and app.writes_requests()
  and begun_on <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
  and exists (select 1 from deadline d where d.id = case_limit_begin.deadline_id and d.case_id = case_limit_begin.case_id and d.subject = 'CASE_LEGAL'
    and d.label in ('EVIDENCE_TO_PROCURACY', 'PROCURACY_DECIDES_EXTENSION') and d.request_id is null and d.state = 'running'
    and d.requester_org_id = any(app.org_ids()) and d.starts_at = begun_on::timestamp at time zone 'Asia/Ho_Chi_Minh'));

-- What the procuracy decided: until when it extended, no longer than the law gives after the complex limit's end.
alter table case_notice add column extended_until date;
grant insert (extended_until) on case_notice to lachan_app;
create function app.latest_case_extension(asked uuid) returns date language sql stable parallel safe return (
  select ((d.due_at - interval '1 second') at time zone 'Asia/Ho_Chi_Minh')::date + make_interval(months => p.value)
  from public.deadline d, public.deadline_policy p
  where d.case_id = asked and d.request_id is null and d.subject = 'CASE_LEGAL' and d.label = 'RESOLVE_REPORT_COMPLEX'
    and p.subject = 'CASE_LEGAL' and p.kind_code = 'EXTENSION_MAX' and p.unit = 'months'
    and p.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date and (p.valid_to is null or p.valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date)
  order by d.starts_at desc, d.id desc limit 1)::date;
grant execute on function app.latest_case_extension(uuid) to lachan_app, lachan_system;
create function case_notice_extends() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.extended_until is not null and (not exists (select 1 from public.deadline d where d.id = new.deadline_id and d.label = 'PROCURACY_DECIDES_EXTENSION')
    or not coalesce(new.extended_until >= new.document_date and new.extended_until <= app.latest_case_extension(new.case_id), false)) then
    raise exception 'the law gives no such extension' using errcode = 'check_violation', constraint = 'case_notice_extends';
  end if;
  return new;
end $$;
create trigger case_notice_extends before insert on case_notice for each row execute function case_notice_extends();
