-- What is told was done: a topic that people are told of needs the row that its act leaves, written in the very transaction that tells.
-- Whoever writes the outbox past every command tells nobody of what did not happen.

-- Where an arrow leads, by its topic: lib/requests/lifecycle.ts, proven equal by a test. Null for what is no arrow.
create function app.arrow_leads(topic text) returns public.request_status[] language sql immutable parallel safe return (case topic
  when 'request.submitted' then '{PENDING_SIGNATURE}'
  when 'request.discarded' then '{DISCARDED}'
  when 'request.returned' then '{DRAFT}'
  when 'request.recalled' then '{DRAFT}'
  when 'request.signed' then '{SENT}'
  when 'request.acknowledged' then '{ACKNOWLEDGED}'
  when 'request.started' then '{IN_PROGRESS}'
  when 'request.clarification_asked' then '{CLARIFICATION_NEEDED}'
  when 'request.clarified' then '{IN_PROGRESS,PARTLY_ANSWERED}'
  when 'request.answered' then '{PARTLY_ANSWERED,ANSWERED}'
  when 'request.refused' then '{NOT_EXECUTED}'
  when 'request.refusal_disputed' then '{IN_PROGRESS}'
  when 'request.accepted' then '{ACCEPTED}'
  when 'request.sent_back' then '{IN_PROGRESS}'
  when 'request.withdrawn' then '{WITHDRAWN}'
  when 'request.found_forged' then '{WITHDRAWN}'
end)::public.request_status[];

-- Did this transaction do to that request what the topic says? One look at an index: signing waits for it. A topic that is not here tells
-- no person; it makes open screens look again.
create function app.was_done(topic text, about uuid) returns boolean language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  act xid := pg_current_xact_id()::xid;
  leads public.request_status[] := app.arrow_leads(topic);
begin
  if leads is not null then
    return exists (select from public.request r where r.id = about and r.xmin = act and r.status = any(leads)
      and (topic <> 'request.signed' or app.is_now(r.sent_at)));
  elsif topic in ('request.message_sent', 'request.noted', 'request.reminded', 'request.handed_over') then
    return exists (select from public.thread_message m where m.request_id = about and m.xmin = act and m.membership_id = app.membership_id()
      and (m.kind, m.internal) = (case topic when 'request.reminded' then 'reminder' when 'request.handed_over' then 'handover' else 'message' end,
        topic in ('request.noted', 'request.handed_over')));
  elsif topic in ('request.opened', 'request.assigned', 'request.taken') then
    return exists (select from public.request r where r.id = about and r.xmin = act and r.sent_at is not null);
  elsif topic in ('request.objected', 'request.objection_replied') then
    return exists (select from public.objection o where o.request_id = about and o.xmin = act and (o.replied_at is null) = (topic = 'request.objected'));
  elsif topic in ('request.withdrawal_proposed', 'request.withdrawal_declined', 'request.withdrawal_taken_back') then
    return exists (select from public.withdrawal_proposal p where p.request_id = about and p.xmin = act
      and coalesce(p.decision, 'proposed') = substr(topic, length('request.withdrawal_') + 1));
  elsif topic = 'request.deadline_extended' then
    return exists (select from public.deadline_extension e where e.request_id = about and e.xmin = act);
  elsif topic in ('request.waiver_proposed', 'request.deadline_waived', 'request.waiver_declined', 'request.waiver_taken_back') then
    return exists (select from public.deadline_waiver w where w.request_id = about and w.xmin = act and coalesce(w.decision, 'proposed')
      = case topic when 'request.deadline_waived' then 'waived' else substr(topic, length('request.waiver_') + 1) end);
  elsif topic = 'request.amended' or topic like 'request.amendment\_%' then
    return exists (select from public.amendment a where a.request_id = about and a.xmin = act and a.status = case topic
      when 'request.amended' then 'ISSUED' when 'request.amendment_submitted' then 'PENDING_SIGNATURE' when 'request.amendment_discarded' then 'DISCARDED' else 'DRAFT' end);
  elsif topic = 'request.rechecked' then
    return exists (select from public.recheck c where c.request_id = about and c.xmin = act);
  elsif topic = 'hold.kept' then
    return exists (select from public.hold_review v where v.request_id = about and v.xmin = act);
  elsif topic like 'appeal.%' then
    return exists (select from public.appeal a where a.request_id = about and a.xmin = act);
  elsif topic in ('restitution.issued', 'restitution.called_back', 'restitution.returned') then
    return exists (select from public.restitution_share s where s.request_id = about and s.xmin = act);
  end if;
  return true;
end $$;
grant execute on function app.arrow_leads(text), app.was_done(text, uuid) to lachan_app, lachan_system;

create policy outbox_of_act on outbox as restrictive for insert to lachan_app with check (request_id is null or app.was_done(topic, request_id));
-- Of a doubt the trigger of its own row tells (suspicion_tell), and of what lapses the clock: nobody else.
alter policy outbox_topic on outbox with check (topic ~ '^[a-z]+\.[a-z_]{1,50}$'
  and topic not in ('request.expired', 'request.hold_lapsed', 'request.sender_doubted', 'suspicion.raised', 'suspicion.decided'));

-- A procuracy is told before the order is numbered as sent: looked at when the act is whole.
create function outbox_of_signature() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and not exists (select from public.request r where r.id = new.request_id and r.procuracy_org_id is not null and app.is_now(r.notified_at)) then
    raise exception 'a procuracy is told with the signature' using errcode = 'insufficient_privilege', constraint = 'outbox_of_signature';
  end if;
  return null;
end $$;
create constraint trigger outbox_of_signature after insert on outbox deferrable initially deferred
  for each row when (new.topic = 'request.notified') execute function outbox_of_signature();
