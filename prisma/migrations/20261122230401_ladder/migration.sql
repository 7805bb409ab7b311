-- Reminders and the ladder: what is told when a clock runs towards its end and past it, each step once.

-- The sweep picks clocks by the instant of their next step. A clock whose end moved is planned anew under a new due_version; due_since
-- is when it moved, so that a reminder of what already was is not repeated.
alter table deadline add column next_step_at timestamptz(3), add column due_version integer not null default 1, add column due_since timestamptz(3);
create index deadline_next_step on deadline (next_step_at) where state = 'running';

create function deadline_steps() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    -- Nobody begins a clock that the sweep would not see.
    if app.for_person() then new.due_version := 1; new.due_since := null; new.next_step_at := null; end if;
    if new.state = 'running' and new.next_step_at is null then new.next_step_at := new.starts_at; end if;
    return new;
  end if;
  if new.due_at is distinct from old.due_at then
    new.due_version := old.due_version + 1;
    new.due_since := date_trunc('milliseconds', clock_timestamp());
    new.next_step_at := new.due_since;
  elsif new.state = 'running' and old.state <> 'running' then
    new.next_step_at := date_trunc('milliseconds', clock_timestamp());
  end if;
  if new.state <> 'running' then new.next_step_at := null; end if;
  return new;
end $$;
-- Named to run after the guards of a clock: they judge what its writer wrote, this adds what follows from it.
create trigger deadline_zz_steps before insert or update on deadline for each row execute function deadline_steps();
update deadline set next_step_at = starts_at where state = 'running';

-- Who heads an organisation: told before anybody outside it. Kept by an administrator.
alter table membership add column heads boolean not null default false;

-- When which step is due and whom it reaches. A change ends a row and begins another; a clock keeps the rows in force when it began.
create table ladder_step (
  id uuid not null default uuid_v7() constraint ladder_step_pkey primary key,
  subject deadline_subject not null,
  urgency urgency,
  rung text not null check (rung in ('first_reminder', 'second_reminder', 'breach', 'manager', 'head', 'overseer', 'committee')),
  share integer check (share between 1 and 100),
  minutes_after integer check (minutes_after between 1 and 129600),
  recipient text not null check (recipient in ('owner', 'manager', 'head', 'overseer', 'committee', 'requester')),
  enabled boolean not null default true,
  verify boolean not null default true,
  source text,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3),
  version integer not null default 1,
  constraint ladder_step_one_when check ((share is null) <> (minutes_after is null)),
  constraint ladder_step_reminds_before check ((rung in ('first_reminder', 'second_reminder')) = coalesce(share < 100, false) and (rung = 'breach') = coalesce(share = 100, false)),
  constraint ladder_step_outside_is_last check ((rung = 'overseer') = (recipient = 'overseer') and (rung = 'committee') = (recipient = 'committee')),
  constraint ladder_step_period check (valid_to is null or valid_to > valid_from)
);
create unique index ladder_step_one_in_force on ladder_step (subject, urgency, rung) nulls not distinct where valid_to is null;
create index ladder_step_history on ladder_step (subject, rung, valid_from);
alter table ladder_step enable row level security;
alter table ladder_step force row level security;
grant select, insert on ladder_step to lachan_system;
create policy ladder_step_system on ladder_step to lachan_system using (true) with check (true);
grant select, insert, update (valid_to, verify, source, version) on ladder_step to lachan_app;
create policy ladder_step_select on ladder_step for select to lachan_app using (app.user_id() is not null);
create policy ladder_step_insert on ladder_step for insert to lachan_app
  with check (app.administers() and valid_to is null and version = 1 and app.is_now(valid_from) and (verify or source is not null));
create policy ladder_step_update on ladder_step for update to lachan_app using (app.administers() and valid_to is null)
  with check (app.administers() and (valid_to is null or app.is_now(valid_to)));

-- No source gives these: configurable defaults, to be confirmed.
insert into ladder_step (subject, urgency, rung, share, minutes_after, recipient, valid_from)
select d.subject::deadline_subject, d.urgency::urgency, d.rung, d.share, d.minutes_after, d.recipient, '2020-01-01T00:00:00Z' from (values
  ('ANSWER', null, 'first_reminder', 50, null, 'owner'), ('ANSWER', null, 'second_reminder', 80, null, 'owner'), ('ANSWER', null, 'breach', 100, null, 'owner'),
  ('ANSWER', 'emergency', 'manager', null, 30, 'manager'), ('ANSWER', 'emergency', 'head', null, 60, 'head'),
  ('ANSWER', 'emergency', 'overseer', null, 120, 'overseer'), ('ANSWER', 'emergency', 'committee', null, 480, 'committee'),
  ('ANSWER', 'urgent', 'manager', null, 60, 'manager'), ('ANSWER', 'urgent', 'head', null, 240, 'head'),
  ('ANSWER', 'urgent', 'overseer', null, 480, 'overseer'), ('ANSWER', 'urgent', 'committee', null, 1440, 'committee'),
  ('ANSWER', null, 'manager', null, 120, 'manager'), ('ANSWER', null, 'head', null, 480, 'head'),
  ('ANSWER', null, 'overseer', null, 960, 'overseer'), ('ANSWER', null, 'committee', null, 2400, 'committee'),
  ('ACKNOWLEDGE', null, 'second_reminder', 80, null, 'owner'), ('ACKNOWLEDGE', null, 'breach', 100, null, 'owner'), ('ACKNOWLEDGE', null, 'manager', null, 15, 'manager'),
  ('CASE_LEGAL', null, 'first_reminder', 50, null, 'owner'), ('CASE_LEGAL', null, 'second_reminder', 80, null, 'owner'),
  ('CASE_LEGAL', null, 'breach', 100, null, 'owner'), ('CASE_LEGAL', null, 'manager', null, 60, 'manager'),
  ('APPEAL', null, 'first_reminder', 50, null, 'owner'), ('APPEAL', null, 'second_reminder', 80, null, 'owner'),
  ('APPEAL', null, 'breach', 100, null, 'owner'), ('APPEAL', null, 'manager', null, 60, 'manager'),
  ('SUSPENSION_MAX', null, 'first_reminder', 50, null, 'requester'), ('SUSPENSION_MAX', null, 'second_reminder', 80, null, 'requester'),
  ('HOLD_EXPIRY', null, 'first_reminder', 80, null, 'requester'), ('HOLD_EXPIRY', null, 'second_reminder', 95, null, 'requester')
) as d (subject, urgency, rung, share, minutes_after, recipient);

-- What was done about a clock: fired, or left out and why. Once for each end that the clock had.
create table deadline_step (
  id uuid not null default uuid_v7() constraint deadline_step_pkey primary key,
  deadline_id uuid not null references deadline (id),
  rung text not null,
  due_version integer not null,
  -- When it was to happen, and when it did: the database's clock.
  planned_at timestamptz(3) not null,
  fired_at timestamptz(3) not null,
  skipped text check (skipped in ('overtaken', 'earlier', 'nobody', 'sealed')),
  told integer not null default 0 check (told >= 0),
  to_org_id uuid references organisation (id),
  constraint deadline_step_once unique (deadline_id, rung, due_version),
  constraint deadline_step_skipped_tells_nobody check (skipped is null or told = 0)
);
create index deadline_step_to_org on deadline_step (to_org_id) where to_org_id is not null;
alter table deadline_step enable row level security;
alter table deadline_step force row level security;
grant select, insert on deadline_step to lachan_system;
create policy deadline_step_system on deadline_step to lachan_system using (true) with check (true);
-- Whoever reads the clock reads what was told about it.
grant select on deadline_step to lachan_app;
create policy deadline_step_select on deadline_step for select to lachan_app using (exists (select 1 from deadline d where d.id = deadline_step.deadline_id));

-- What climbed to somebody: the heads of the organisation itself, or whoever oversees it. No content of the case.
create table escalation (
  id uuid not null default uuid_v7() constraint escalation_pkey primary key,
  step_id uuid not null references deadline_step (id),
  deadline_id uuid not null references deadline (id),
  request_id uuid references request (id),
  code text not null,
  kind_code text not null,
  subject deadline_subject not null,
  owner_org_id uuid not null references organisation (id),
  requester_org_id uuid not null references organisation (id),
  province_code text not null,
  to_org_id uuid not null references organisation (id),
  rung text not null,
  due_at timestamptz(3) not null,
  at timestamptz(3) not null,
  acknowledged_at timestamptz(3),
  acknowledged_by_id uuid references membership (id),
  urged_at timestamptz(3),
  urged_by_id uuid references membership (id),
  -- The urging itself; told to the organisation's managers by the worker, once.
  urge_id uuid,
  urge_told_at timestamptz(3),
  version integer not null default 1,
  constraint escalation_acknowledged_by check ((acknowledged_at is null) = (acknowledged_by_id is null)),
  constraint escalation_urged_by check ((urged_at is null) = (urged_by_id is null) and (urged_at is null) = (urge_id is null))
);
create unique index escalation_of_step on escalation (step_id);
create index escalation_of_deadline on escalation (deadline_id);
create index escalation_of_request on escalation (request_id) where request_id is not null;
create index escalation_to_org on escalation (to_org_id, at desc);
create index escalation_of_owner on escalation (owner_org_id);
create index escalation_of_requester on escalation (requester_org_id);
create index escalation_acknowledged_by on escalation (acknowledged_by_id) where acknowledged_by_id is not null;
create index escalation_urged_by on escalation (urged_by_id) where urged_by_id is not null;
create index escalation_urge_waits on escalation (urged_at) where urge_id is not null and urge_told_at is null;
alter table escalation enable row level security;
alter table escalation force row level security;
grant select, insert, update on escalation to lachan_system;
create policy escalation_system on escalation to lachan_system using (true) with check (true);
create function app.oversees() returns boolean language sql stable parallel safe return coalesce(app.roles() && array['leader', 'secretary', 'department_officer', 'liaison_manager'], false);
grant execute on function app.oversees() to lachan_app, lachan_system;
grant select, update (acknowledged_at, acknowledged_by_id, urged_at, urged_by_id, urge_id, urge_told_at, version) on escalation to lachan_app;
-- Through the clock, whose own policy knows the seal: a case that is sealed later takes its escalations with it.
create policy escalation_select on escalation for select to lachan_app using (
  ((app.oversees() and to_org_id = app.org_id()) or (app.works_cases() and requester_org_id = any(app.org_ids())) or (app.answers() and owner_org_id = app.org_id()))
  and exists (select 1 from deadline d where d.id = escalation.deadline_id and not d.restricted));
create policy escalation_update on escalation for update to lachan_app
  using (app.oversees() and to_org_id = app.org_id() and exists (select 1 from deadline d where d.id = escalation.deadline_id and not d.restricted))
  with check (to_org_id = app.org_id());

create function escalation_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.without(to_jsonb(new), array['acknowledged_at', 'acknowledged_by_id', 'urged_at', 'urged_by_id', 'urge_id', 'urge_told_at', 'version'])
      <> app.without(to_jsonb(old), array['acknowledged_at', 'acknowledged_by_id', 'urged_at', 'urged_by_id', 'urge_id', 'urge_told_at', 'version'])
    or (old.acknowledged_at is not null and (new.acknowledged_at, new.acknowledged_by_id) is distinct from (old.acknowledged_at, old.acknowledged_by_id)) then
    raise exception 'what was reported stays as it was' using errcode = 'check_violation', constraint = 'escalation_fixed';
  end if;
  if not app.for_person() then return new; end if;
  if (new.acknowledged_at is distinct from old.acknowledged_at and not coalesce(app.is_now(new.acknowledged_at) and new.acknowledged_by_id = app.membership_id(), false))
    or (new.urge_id is distinct from old.urge_id and not coalesce(app.is_now(new.urged_at) and new.urged_by_id = app.membership_id() and new.urge_told_at is null
      and (old.urged_at is null or old.urged_at <= new.urged_at - interval '4 hours') and new.to_org_id <> new.owner_org_id, false))
    or (new.urge_id is not distinct from old.urge_id and (new.urged_at, new.urged_by_id, new.urge_told_at) is distinct from (old.urged_at, old.urged_by_id, old.urge_told_at)) then
    raise exception 'an escalation is taken note of, or urged once in four hours' using errcode = 'insufficient_privilege', constraint = 'escalation_side';
  end if;
  return new;
end $$;
create trigger escalation_guard before update on escalation for each row execute function escalation_guard();

-- "Hẹn xử lý": when somebody who has a request means to be done with it, for his colleagues and to be reminded at that time.
create table work_promise (
  id uuid not null default uuid_v7() constraint work_promise_pkey primary key,
  request_id uuid not null references request (id),
  org_id uuid not null references organisation (id),
  membership_id uuid not null references membership (id),
  promised_at timestamptz(3) not null,
  note text check (char_length(note) between 1 and 300),
  -- Why it is later than the request's own end; asked for then.
  late_reason text check (char_length(late_reason) between 5 and 300),
  made_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  -- Taken back or replaced by another.
  ended_at timestamptz(3),
  told_at timestamptz(3),
  constraint work_promise_ahead check (promised_at > made_at and promised_at <= made_at + interval '366 days')
);
create unique index work_promise_one on work_promise (request_id, org_id) where ended_at is null;
create index work_promise_of_request on work_promise (request_id);
create index work_promise_of_org on work_promise (org_id, promised_at) where ended_at is null;
create index work_promise_org_fk on work_promise (org_id);
create index work_promise_of_membership on work_promise (membership_id);
create index work_promise_to_tell on work_promise (promised_at) where told_at is null and ended_at is null;
alter table work_promise enable row level security;
alter table work_promise force row level security;
grant select, insert, update on work_promise to lachan_system;
create policy work_promise_system on work_promise to lachan_system using (true) with check (true);
grant select, insert (request_id, org_id, membership_id, promised_at, note, late_reason), update (ended_at) on work_promise to lachan_app;
create policy work_promise_select on work_promise for select to lachan_app
  using (org_id = app.org_id() and exists (select 1 from request r where r.id = work_promise.request_id));
create policy work_promise_insert on work_promise for insert to lachan_app with check (org_id = app.org_id() and membership_id = app.membership_id()
  and exists (select 1 from request r where r.id = work_promise.request_id and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) is not null
    and (r.requester_org_id = app.org_id() or r.addressee_org_id = app.org_id())));
create policy work_promise_update on work_promise for update to lachan_app
  using (org_id = app.org_id() and ended_at is null and exists (select 1 from request r where r.id = work_promise.request_id)) with check (org_id = app.org_id() and app.is_now(ended_at));
