-- A clock that runs for an answer is given more time by whoever asked, or waived by two people of his unit. Both leave a row of their own:
-- without it nobody who is a person moves the end of a clock, or ends it while the answer is still owed.

create table deadline_extension (
  id uuid not null default uuid_v7() constraint deadline_extension_pkey primary key,
  deadline_id uuid not null references deadline (id),
  request_id uuid not null references request (id),
  due_before timestamptz(3) not null,
  due_after timestamptz(3) not null,
  reason text not null check (char_length(reason) between 10 and 2000),
  extended_by_id uuid not null references person (id),
  extended_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  -- The transaction that may move the clock with it.
  extended_tx bigint not null default pg_current_xact_id()::text::bigint,
  constraint deadline_extension_is_later check (due_after > due_before and due_after <= due_before + interval '366 days')
);
create index deadline_extension_deadline on deadline_extension (deadline_id);
create index deadline_extension_request on deadline_extension (request_id, extended_at);
create index deadline_extension_person on deadline_extension (extended_by_id);

create table deadline_waiver (
  id uuid not null default uuid_v7() constraint deadline_waiver_pkey primary key,
  deadline_id uuid not null references deadline (id),
  request_id uuid not null references request (id),
  reason text not null check (char_length(reason) between 20 and 2000),
  proposed_by_id uuid not null references person (id),
  proposed_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  decision text check (decision in ('waived', 'declined')),
  decided_by_id uuid references person (id),
  decided_at timestamptz(3),
  decided_tx bigint,
  -- Why it was declined.
  answer text check (char_length(answer) between 10 and 2000),
  constraint deadline_waiver_decided_whole check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by_id is null)
    and (decision is null) = (decided_tx is null) and (answer is not null) = (coalesce(decision, '') = 'declined')),
  constraint deadline_waiver_four_eyes check (decided_by_id <> proposed_by_id)
);
create unique index deadline_waiver_one_open on deadline_waiver (deadline_id) where decision is null;
create index deadline_waiver_deadline on deadline_waiver (deadline_id);
create index deadline_waiver_request on deadline_waiver (request_id, proposed_at);
create index deadline_waiver_proposed_by on deadline_waiver (proposed_by_id);
create index deadline_waiver_decided_by on deadline_waiver (decided_by_id) where decided_by_id is not null;

-- Works on an issued request: drafted it, took it over or is named on its case.
create function app.works_on(request_id uuid) returns boolean language sql stable parallel safe return
  'investigator' = any(app.roles()) and exists (select 1 from public.request r where r.id = works_on.request_id and (r.drafter_id = app.user_id()
    or exists (select 1 from public.request_officer o where o.request_id = r.id and o.membership_id = app.membership_id())
    or exists (select 1 from public.case_member m where m.case_id = r.case_id and m.membership_id = app.membership_id() and m.removed_at is null)));
-- What this very transaction does to the clock of this request: believed only with the row that says so.
create function app.reclocking(request_id uuid) returns text language sql stable parallel safe return
  case when current_setting('app.reclocking', true) = reclocking.request_id::text then case
    when exists (select 1 from public.deadline_extension e where e.request_id = reclocking.request_id and e.extended_by_id = app.user_id()
      and e.extended_tx = pg_current_xact_id()::text::bigint) then 'extend'
    when exists (select 1 from public.deadline_waiver w where w.request_id = reclocking.request_id and w.decision = 'waived' and w.decided_by_id = app.user_id()
      and w.decided_tx = pg_current_xact_id()::text::bigint) then 'waive' end end;
grant execute on function app.works_on(uuid), app.reclocking(uuid) to lachan_app, lachan_system;

-- Who sees and who writes: more time is read by both sides, a proposal to waive by the unit alone, a waived clock by both.

alter table deadline_extension enable row level security;
alter table deadline_extension force row level security;
grant select on deadline_extension to lachan_system;
create policy deadline_extension_system on deadline_extension for select to lachan_system using (true);
grant select, insert (deadline_id, request_id, due_before, due_after, reason, extended_by_id) on deadline_extension to lachan_app;
create policy deadline_extension_select on deadline_extension for select to lachan_app using (app.reads_as(request_id) is not null);
create policy deadline_extension_insert on deadline_extension for insert to lachan_app with check (extended_by_id = app.user_id()
  and app.side_of(request_id) = 'asks' and (app.commands() or app.works_on(request_id)));

alter table deadline_waiver enable row level security;
alter table deadline_waiver force row level security;
grant select on deadline_waiver to lachan_system;
create policy deadline_waiver_system on deadline_waiver for select to lachan_system using (true);
grant select, insert (deadline_id, request_id, reason, proposed_by_id), update (decision, decided_by_id, decided_at, decided_tx, answer) on deadline_waiver to lachan_app;
create policy deadline_waiver_select on deadline_waiver for select to lachan_app
  using (case app.reads_as(request_id) when 'asks' then true when 'answers' then decision = 'waived' else false end);
create policy deadline_waiver_insert on deadline_waiver for insert to lachan_app with check (proposed_by_id = app.user_id()
  and app.side_of(request_id) = 'asks' and app.works_on(request_id));
create policy deadline_waiver_update on deadline_waiver for update to lachan_app
  using (decision is null and app.commands() and app.side_of(request_id) = 'asks')
  with check (decided_by_id = app.user_id() and app.is_now(decided_at) and decided_tx = pg_current_xact_id()::text::bigint
    and app.side_of(request_id) = 'asks');

-- Both are about the answer's clock of an order that stands, as it is when a concurrent act has ended; what is late already stays late.
create function deadline_word_stands() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  clock public.deadline%rowtype;
  stands record;
begin
  if not app.for_person() then return new; end if;
  select r.status, r.suspected_at into stands from public.request r where r.id = new.request_id for share;
  select d.* into clock from public.deadline d where d.id = new.deadline_id for share;
  if clock.id is null or clock.request_id is distinct from new.request_id or clock.subject <> 'ANSWER' or stands.suspected_at is not null
    or stands.status not in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED') then
    raise exception 'no clock runs here that could be moved' using errcode = 'check_violation', constraint = 'deadline_word_stands';
  end if;
  if tg_table_name = 'deadline_extension' then
    if clock.state <> 'running' or clock.due_at <> new.due_before or clock.due_at < now() then
      raise exception 'more time is given to a clock that runs and is not late' using errcode = 'check_violation', constraint = 'deadline_word_stands';
    end if;
  elsif clock.state not in ('running', 'paused') then
    raise exception 'this clock has ended' using errcode = 'check_violation', constraint = 'deadline_word_stands';
  end if;
  if app.is_held() then
    raise exception 'whoever is doubted neither submits nor decides' using errcode = 'insufficient_privilege', constraint = 'request_sender_held';
  end if;
  return new;
end $$;
create trigger deadline_extension_stands before insert on deadline_extension for each row execute function deadline_word_stands();
create trigger deadline_waiver_stands before insert on deadline_waiver for each row execute function deadline_word_stands();
create trigger deadline_waiver_still_stands before update on deadline_waiver for each row when (new.decision = 'waived') execute function deadline_word_stands();

-- The clock itself. Its own guard rests while such a word is carried out; this one stands there instead.
drop trigger deadline_guard on deadline;
create trigger deadline_guard before update on deadline for each row when (not app.amending(old.request_id) and app.reclocking(old.request_id) is null)
  execute function deadline_guard();
create function deadline_reclock_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  act text := app.reclocking(old.request_id);
  -- What the sweep keeps of a clock follows its end by a trigger.
  written text[] := array['version', 'next_step_at', 'due_version'] || case act when 'extend' then array['due_at', 'span_minutes'] else array['state', 'ended_at', 'paused_at'] end;
begin
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
    or (act = 'extend' and (old.state <> 'running' or not exists (select 1 from public.deadline_extension e where e.deadline_id = old.id
      and e.due_before = old.due_at and e.due_after = new.due_at and e.extended_tx = pg_current_xact_id()::text::bigint)))
    or (act = 'waive' and (old.state not in ('running', 'paused') or new.state <> 'cancelled' or not coalesce(app.is_now(new.ended_at), false)
      or not exists (select 1 from public.deadline_waiver w where w.deadline_id = old.id and w.decision = 'waived' and w.decided_tx = pg_current_xact_id()::text::bigint))) then
    raise exception 'a clock moves as its extension or its waiver says' using errcode = 'insufficient_privilege', constraint = 'deadline_reclocked';
  end if;
  return new;
end $$;
create trigger deadline_reclock_guard before update on deadline for each row when (app.reclocking(old.request_id) is not null) execute function deadline_reclock_guard();

-- Looked at when the act is whole: a waived clock is the one that ends while its answer is owed.
create or replace function deadline_follows_request() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare now_at public.request%rowtype;
begin
  if not app.for_person() then return null; end if;
  select * into now_at from public.request where id = new.request_id;
  if (case new.state
    when 'running' then now_at.status = 'CLARIFICATION_NEEDED' or now_at.suspected_at is not null
    when 'paused' then now_at.status <> 'CLARIFICATION_NEEDED' and now_at.suspected_at is null
    else now_at.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED') end)
    and not (new.state = 'cancelled' and exists (select 1 from public.deadline_waiver w where w.deadline_id = new.id and w.decision = 'waived')) then
    raise exception 'an answer''s clock follows its request' using errcode = 'check_violation', constraint = 'deadline_follows_request';
  end if;
  return null;
end $$;
-- And a word that was given is carried out in the same act.
create function deadline_word_is_carried_out() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  clock public.deadline%rowtype;
  shown record;
begin
  if not app.for_person() then return null; end if;
  select d.* into clock from public.deadline d where d.id = new.deadline_id;
  select r.due_at into shown from public.request r where r.id = new.request_id;
  if (case tg_table_name when 'deadline_extension' then clock.due_at < (to_jsonb(new) ->> 'due_after')::timestamptz or shown.due_at is distinct from clock.due_at
    else clock.state <> 'cancelled' or shown.due_at is not null end) then
    raise exception 'a clock is moved in the act that says so' using errcode = 'check_violation', constraint = 'deadline_word_is_carried_out';
  end if;
  return null;
end $$;
create constraint trigger deadline_extension_is_carried_out after insert on deadline_extension deferrable initially deferred
  for each row execute function deadline_word_is_carried_out();
create constraint trigger deadline_waiver_is_carried_out after update on deadline_waiver deferrable initially deferred
  for each row when (new.decision = 'waived') execute function deadline_word_is_carried_out();

-- What the request's lists show of its clock follows. A waived one shows no end and stands behind everything that runs.
drop trigger request_guard_update on request;
create trigger request_guard_update before update on request for each row when (not app.amending(old.id) and app.reclocking(old.id) is null) execute function request_guard();
create function request_reclock_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare written text[] := array['due_at', 'queue_at', 'span_minutes', 'version', 'updated_at'];
begin
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
    or app.side(old.requester_org_id, old.addressee_org_id, old.sealed_to, old.sent_at) is distinct from 'asks'
    or old.suspected_at is not null or app.is_held()
    or old.status not in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')
    or (case app.reclocking(old.id) when 'extend' then new.queue_at is distinct from new.due_at or not exists (select 1 from public.deadline d
        where d.request_id = old.id and d.subject = 'ANSWER' and d.state = 'running' and d.due_at = new.due_at)
      else new.due_at is not null or new.span_minutes is not null or new.queue_at is distinct from timestamptz '9999-01-01 00:00:00+00' end) then
    raise exception 'this part of a request is not yours to write' using errcode = 'insufficient_privilege', constraint = 'request_reclocked';
  end if;
  return new;
end $$;
create trigger request_reclock_guard before update on request for each row when (app.reclocking(old.id) is not null) execute function request_reclock_guard();
