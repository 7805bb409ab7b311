-- A clock has instants that a calendar can count to: one without would hold up whoever sweeps.
alter table deadline add constraint deadline_countable check (starts_at > '1990-01-01' and starts_at < '2200-01-01' and due_at > '1990-01-01' and due_at < '2200-01-01');

-- Whoever begins a clock begins it now and running, for the record that it names; how it ends the record says.
create function deadline_of_now() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() then return new; end if;
  if new.state <> 'running' or new.ended_at is not null or new.paused_at is not null or new.due_at > new.starts_at + interval '20 years'
    -- A suspension that is extended goes on from the end it had.
    or (new.subject = 'SUSPENSION_MAX' and not (new.starts_at between now() - interval '1 day' and now() + interval '366 days'
      and new.due_at <= new.starts_at + interval '366 days'))
    or (new.subject in ('ANSWER', 'ACKNOWLEDGE') and not app.is_now(new.starts_at))
    or (new.subject in ('ANSWER', 'ACKNOWLEDGE', 'SUSPENSION_MAX') and not (new.subject_type = 'request' and new.subject_id = new.request_id and exists (select from public.request r where r.id = new.request_id and r.restricted = new.restricted))) then
    raise exception 'a time limit begins with its act' using errcode = 'insufficient_privilege', constraint = 'deadline_of_now';
  end if;
  return new;
end $$;
create trigger deadline_of_now before insert on deadline for each row execute function deadline_of_now();

-- Looked at when the act is whole: nobody owes an answer to what is over.
create function deadline_of_open_request() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and not exists (select from public.request where id = new.request_id
    and status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')) then
    raise exception 'an answer is owed to an open request' using errcode = 'check_violation', constraint = 'deadline_of_open_request';
  end if;
  return null;
end $$;
create constraint trigger deadline_of_open_request after insert on deadline deferrable initially deferred
  for each row when (new.subject in ('ANSWER', 'ACKNOWLEDGE')) execute function deadline_of_open_request();

-- What is said of an order and of its answer, each by its own side: figures are counted from it.
create policy event_of_side on event as restrictive for insert to lachan_app with check (request_id is null or case
  when type in ('request.accepted', 'request.sent_back', 'request.refusal_disputed') then app.side_of(request_id) = 'asks'
  when type in ('request.answered', 'request.refused', 'request.acknowledged') then app.side_of(request_id) = 'answers'
  else true end);

-- The outbox gives its rows their place and instant itself; a topic is a word, and what only the clock says nobody else says.
create or replace function outbox_actor() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.actor_membership_id := app.membership_id();
  if app.for_person() then
    new.id := public.uuid_v7();
    new.at := clock_timestamp();
  end if;
  return new;
end $$;
create policy outbox_topic on outbox as restrictive for insert to lachan_app with check (
  topic ~ '^[a-z]+\.[a-z_]{1,50}$' and topic not in ('request.expired', 'request.hold_lapsed'));
