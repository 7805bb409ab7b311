-- One engine for clocks of anything: each names what it is about. A hold has a clock until its end, and notices that the law asks of a case
-- are told with their number. Time limits may be one unit's, or those of units of one level.

alter table deadline add column subject_type text, add column subject_id uuid;
alter table deadline no force row level security; -- binds an owner who is no superuser too
alter table deadline disable trigger user;
update deadline set subject_type = case when appeal_id is not null then 'appeal' when request_id is not null then 'request' else 'case' end,
  subject_id = coalesce(appeal_id, request_id, case_id);
alter table deadline enable trigger user;
alter table deadline force row level security;
alter table deadline add constraint deadline_subject_type check (subject_type in ('request', 'case', 'appeal', 'hold', 'task', 'report')),
  add constraint deadline_subject_whole check ((subject_type is null) = (subject_id is null));
create index deadline_open_subject on deadline (subject_id) where state in ('running', 'paused');
-- Many holds of one order end apart.
drop index deadline_one_running;
create unique index deadline_one_running on deadline (request_id, subject,
    coalesce(appeal_id, case when subject = 'HOLD_EXPIRY' then subject_id end, '00000000-0000-0000-0000-000000000000'::uuid))
  where state in ('running', 'paused') and request_id is not null;

-- What a clock is about follows from where it hangs, unless its writer says it.
create function deadline_names_subject() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.subject_id is null then
    new.subject_type := case when new.appeal_id is not null then 'appeal' when new.request_id is not null then 'request' else 'case' end;
    new.subject_id := coalesce(new.appeal_id, new.request_id, new.case_id);
  end if;
  return new;
end $$;
create trigger deadline_names_subject before insert on deadline for each row execute function deadline_names_subject();

-- A hold's clock: begun by the act that gives the hold its end, for exactly that end.
create policy deadline_insert_hold on deadline for insert to lachan_app with check (subject = 'HOLD_EXPIRY' and subject_type = 'hold' and state = 'running'
  and appeal_id is null and app.side_of(request_id) is not null
  and exists (select 1 from hold h join request r on r.id = h.request_id where h.id = deadline.subject_id and h.request_id = deadline.request_id
    and h.case_id = deadline.case_id and h.holder_org_id = deadline.owner_org_id and h.until_at = deadline.due_at and h.released_at is null
    and r.requester_org_id = deadline.requester_org_id and r.province_code = deadline.province_code and r.kind_code = deadline.kind_code
    and r.sealed_to = deadline.sealed_to));

-- A notice that the law asks of a case: told, with the number and day of its document.
create table case_notice (
  deadline_id uuid not null constraint case_notice_pkey primary key references deadline (id),
  case_id uuid not null references fraud_case (id),
  document_number text not null check (char_length(document_number) between 1 and 60),
  document_date date not null,
  noted_by_id uuid not null references person (id),
  noted_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);
create index case_notice_case on case_notice (case_id);
create index case_notice_noted_by on case_notice (noted_by_id);
alter table case_notice enable row level security;
alter table case_notice force row level security;
grant select on case_notice to lachan_system;
create policy case_notice_system on case_notice for select to lachan_system using (true);
grant select, insert (deadline_id, case_id, document_number, document_date, noted_by_id) on case_notice to lachan_app;
create policy case_notice_select on case_notice for select to lachan_app using (exists (select 1 from fraud_case c where c.id = case_notice.case_id));
create policy case_notice_insert on case_notice for insert to lachan_app with check (noted_by_id = app.user_id() and app.writes_requests()
  and exists (select 1 from deadline d where d.id = case_notice.deadline_id and d.case_id = case_notice.case_id and d.subject = 'CASE_LEGAL'
    and d.request_id is null and d.state = 'running' and d.requester_org_id = any(app.org_ids())));

-- Whose requests a time limit is for: everybody's, one unit's, or those of units of one level.
alter table deadline_policy add column requester_org_id uuid references organisation (id), add column requester_level organisation_level,
  add constraint deadline_policy_one_requester check (requester_org_id is null or requester_level is null),
  add constraint deadline_policy_begins_before_it_ends check (valid_to is null or valid_to > valid_from),
  add constraint deadline_policy_can_be_met check (value > 0);
create index deadline_policy_requester on deadline_policy (requester_org_id) where requester_org_id is not null;
