-- Four things that a person chose and that are not his to choose.

-- An exchange moves the shifts of the two who agreed, as they are: a shift that was given to somebody else meanwhile stays his, and each
-- keeps his call-back number. The numbers are read when it is agreed to, so that either shift may be written first.
alter table duty_swap add column shift_phone text, add column return_phone text;
create function duty_swap_numbers() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.shift_phone := (select d.phone from public.duty_shift d where d.id = new.shift_id);
  new.return_phone := (select d.phone from public.duty_shift d where d.id = new.return_shift_id);
  return new;
end $$;
create trigger duty_swap_numbers before update on duty_swap for each row when (new.state = 'agreed' and old.state = 'proposed')
  execute function duty_swap_numbers();

drop policy duty_shift_exchange on duty_shift;
create policy duty_shift_exchange on duty_shift for update to lachan_app
  using (org_id = app.org_id() and cancelled_at is null and exists (select 1 from duty_swap s where s.state = 'agreed' and s.to_membership_id = app.membership_id()
    and app.is_now(s.answered_at) and ((duty_shift.id = s.shift_id and duty_shift.membership_id = s.from_membership_id)
      or (duty_shift.id = s.return_shift_id and duty_shift.membership_id = s.to_membership_id))))
  with check (cancelled_at is null and exists (select 1 from duty_swap s where s.state = 'agreed' and s.to_membership_id = app.membership_id()
    and app.is_now(s.answered_at) and ((duty_shift.id = s.shift_id and duty_shift.membership_id = s.to_membership_id)
      or (duty_shift.id = s.return_shift_id and duty_shift.membership_id = s.from_membership_id))));

create or replace function duty_shift_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and not app.keeps_roster() and ((new.org_id, new.from_at, new.to_at, new.rank, new.cancelled_at)
      is distinct from (old.org_id, old.from_at, old.to_at, old.rank, old.cancelled_at)
    or ((new.membership_id, new.phone) is distinct from (old.membership_id, old.phone) and not exists (select 1 from public.duty_swap s
      where s.state = 'agreed' and s.to_membership_id = app.membership_id() and app.is_now(s.answered_at)
        and ((s.shift_id, s.from_membership_id, s.to_membership_id) = (old.id, old.membership_id, new.membership_id) and new.phone is not distinct from s.return_phone
          or (s.return_shift_id, s.to_membership_id, s.from_membership_id) = (old.id, old.membership_id, new.membership_id) and new.phone is not distinct from s.shift_phone)))) then
    raise exception 'the roster is not yours to keep' using errcode = 'insufficient_privilege', constraint = 'duty_shift_kept';
  end if;
  -- A shift that is over is what was: who was on duty is asked for afterwards.
  if app.for_person() and old.to_at <= clock_timestamp() then
    raise exception 'this shift is over' using errcode = 'check_violation', constraint = 'duty_shift_is_over';
  end if;
  return new;
end $$;

-- A hand-over note names urgent requests that are open at the own desk, each once.
create function duty_note_names() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and (select count(distinct named) <> count(*) from unnest(new.request_ids) named)
    or app.for_person() and exists (select from unnest(new.request_ids) named where not exists (select 1 from public.request r where r.id = named
      and r.addressee_org_id = new.org_id and r.sent_at is not null and r.urgency <> 'normal'
      and r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED'))) then
    raise exception 'a hand-over note names what is open at its desk' using errcode = 'insufficient_privilege', constraint = 'duty_note_names';
  end if;
  return new;
end $$;
create trigger duty_note_names before insert on duty_note for each row execute function duty_note_names();

-- Whoever is told twice of one id is told once. So an urging's own id is the database's: nobody gives it that of another word.
create function escalation_urge_id() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.urge_id := public.uuid_v7();
  return new;
end $$;
-- Named to run after the guard, which judges what was written.
create trigger escalation_zz_urge_id before update on escalation for each row when (new.urge_id is distinct from old.urge_id and app.for_person())
  execute function escalation_urge_id();

-- An extended clock's span is what it was and the time that was given; what the request's lists show is its clock's.
create or replace function deadline_reclock_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  act text := app.reclocking(old.request_id);
  -- What the sweep keeps of a clock follows its end by a trigger.
  written text[] := array['version', 'next_step_at', 'due_version'] || case act when 'extend' then array['due_at', 'span_minutes'] else array['state', 'ended_at', 'paused_at'] end;
begin
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
    or (act = 'extend' and (old.state <> 'running' or not exists (select 1 from public.deadline_extension e where e.deadline_id = old.id
      and e.due_before = old.due_at and e.due_after = new.due_at and e.extended_tx = pg_current_xact_id()::text::bigint)
      or new.span_minutes is distinct from old.span_minutes + round(extract(epoch from new.due_at - old.due_at) / 60)))
    or (act = 'waive' and (old.state not in ('running', 'paused') or new.state <> 'cancelled' or not coalesce(app.is_now(new.ended_at), false)
      or not exists (select 1 from public.deadline_waiver w where w.deadline_id = old.id and w.decision = 'waived' and w.decided_tx = pg_current_xact_id()::text::bigint))) then
    raise exception 'a clock moves as its extension or its waiver says' using errcode = 'insufficient_privilege', constraint = 'deadline_reclocked';
  end if;
  return new;
end $$;
create or replace function request_reclock_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare written text[] := array['due_at', 'queue_at', 'span_minutes', 'version', 'updated_at'];
begin
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
    or app.side(old.requester_org_id, old.addressee_org_id, old.sealed_to, old.sent_at) is distinct from 'asks'
    or old.suspected_at is not null or app.is_held()
    or old.status not in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')
    or (case app.reclocking(old.id) when 'extend' then new.queue_at is distinct from new.due_at or not exists (select 1 from public.deadline d
        where d.request_id = old.id and d.subject = 'ANSWER' and d.state = 'running' and d.due_at = new.due_at and d.span_minutes = new.span_minutes)
      else new.due_at is not null or new.span_minutes is not null or new.queue_at is distinct from timestamptz '9999-01-01 00:00:00+00' end) then
    raise exception 'this part of a request is not yours to write' using errcode = 'insufficient_privilege', constraint = 'request_reclocked';
  end if;
  return new;
end $$;
