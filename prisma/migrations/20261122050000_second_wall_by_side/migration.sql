-- Seeing a record is one thing, writing it another. The second wall asked who sees; from here on it also asks whose side of a
-- request a person stands on, and lets each side write what that side writes. The worker and sign-in keep their own door.

-- Is a person at work here, and neither the worker's door nor the owner of the tables (migrations, seeds)?
create function app.for_person() returns boolean language sql stable parallel safe return
  not pg_has_role('lachan_system', 'member') and not pg_has_role((select relowner from pg_class where oid = 'public.request'::regclass), 'member');
-- Analysts read cases and requests, intake officers read requests.
create function app.keeps_cases() returns boolean language sql stable parallel safe return coalesce(app.roles() && array['intake_officer', 'investigator', 'commander'], false);
create function app.writes_requests() returns boolean language sql stable parallel safe return coalesce(app.roles() && array['investigator', 'commander'], false);
create function app.commands() returns boolean language sql stable parallel safe return coalesce('commander' = any(app.roles()), false);
-- The side that this person may write for: the unit that asks, the organisation that is asked, or none.
create function app.side(requester_org_id uuid, addressee_org_id uuid, sealed_to uuid[], sent_at timestamptz) returns text language sql stable parallel safe return
  case when app.writes_requests() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to) then 'asks'
    when app.answers() and addressee_org_id = app.org_id() and sent_at is not null then 'answers' end;
create function app.side_of(request_id uuid) returns text language sql stable parallel safe return
  (select app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) from public.request r where r.id = side_of.request_id);
-- An instant that is written now, kept to the millisecond. Nobody answers yesterday.
create function app.is_now(at timestamptz) returns boolean language sql volatile parallel safe return
  at between date_trunc('milliseconds', now()) and clock_timestamp() + interval '1 millisecond';
create function app.is_today(day date) returns boolean language sql volatile parallel safe return
  day in ((now() at time zone 'Asia/Ho_Chi_Minh')::date, (clock_timestamp() at time zone 'Asia/Ho_Chi_Minh')::date);
grant execute on all functions in schema app to lachan_app, lachan_system;

-- Which side an arrow belongs to, and who of it may take it: lib/access/policy.ts, proven equal by a test. The clock's are nobody's.
alter table lifecycle_step add column side text not null default 'answers' check (side in ('asks', 'answers', 'clock'));
alter table lifecycle_step add column roles text[] not null default '{liaison,liaison_manager}';
alter table lifecycle_step no force row level security; -- binds an owner who is no superuser too
update lifecycle_step set side = 'clock', roles = '{}' where to_status = 'EXPIRED';
update lifecycle_step set side = 'asks', roles = '{investigator,commander}'
  where from_status in ('DRAFT', 'PENDING_SIGNATURE', 'CLARIFICATION_NEEDED', 'ANSWERED', 'NOT_EXECUTED') and side <> 'clock';
update lifecycle_step set side = 'asks', roles = '{commander}' where from_status = 'PENDING_SIGNATURE' or to_status = 'WITHDRAWN';
alter table lifecycle_step force row level security;
alter table lifecycle_step alter column side drop default, alter column roles drop default;

-- Requests.

alter policy request_insert on request with check (
  app.writes_requests() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to) and drafter_id = app.user_id()
  and exists (select 1 from fraud_case c where c.id = request.case_id and c.unit_id = request.requester_org_id
    and c.province_code = request.province_code and c.sealed_to = request.sealed_to));
alter policy request_update on request
  using (app.side(requester_org_id, addressee_org_id, sealed_to, sent_at) is not null)
  with check (app.side(requester_org_id, addressee_org_id, sealed_to, sent_at) is not null);

-- The columns that a side may change while the request stands where it stands; every other one is refused, a new one too.
create function app.request_columns(side text, status public.request_status) returns text[] language sql stable parallel safe return case
  when side = 'asks' then array['version', 'updated_at', 'restricted', 'sealed_to'] || case status
    when 'DRAFT' then array['kind_code', 'addressee_org_id', 'procuracy_org_id', 'urgency', 'grounds', 'legal_bases', 'disclosure', 'parent_id',
      'disputed_amount', 'item_count', 'first_target_label', 'first_target_name', 'first_transfer_at', 'status', 'stated_reason', 'submitted_at', 'closed_at']
    when 'PENDING_SIGNATURE' then array['status', 'stated_reason', 'submitted_at', 'signer_id', 'sent_at', 'document_number', 'document_date', 'content_hash',
      'due_at', 'queue_at', 'paused_at', 'span_minutes']
    else array['status', 'stated_reason', 'answered_at', 'answered_count', 'closed_at', 'due_at', 'queue_at', 'paused_at', 'span_minutes'] end
  when side = 'answers' then array['opened_at', 'answering_id', 'answering_at'] || case
    when status = 'CLARIFICATION_NEEDED' then array['version', 'updated_at', 'assignee_id']
    when status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'PARTLY_ANSWERED') then array['version', 'updated_at', 'assignee_id', 'status', 'stated_reason',
      'refusal_ground', 'held_amount', 'moved_amount', 'cashed_out_amount', 'answered_count', 'acknowledged_at', 'first_action_at', 'answered_at', 'queue_at', 'paused_at']
    else '{}' end
  else '{}' end;

-- What a row holds beside the columns named.
create function app.without(whole jsonb, columns text[]) returns jsonb language sql immutable parallel safe return whole - columns;

create or replace function request_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  mine text;
  step public.lifecycle_step%rowtype;
begin
  if tg_op = 'INSERT' then
    if app.for_person() and new.status <> 'DRAFT' then
      raise exception 'a request begins as a draft' using errcode = 'check_violation', constraint = 'request_begins_as_draft';
    end if;
    if app.for_person() and new.sent_at is not null then
      raise exception 'a draft is not sent' using errcode = 'check_violation', constraint = 'request_begins_as_draft';
    end if;
    return new;
  end if;
  if new.status <> old.status then
    select * into step from public.lifecycle_step where from_status = old.status and to_status = new.status;
    if not found then
      raise exception 'no arrow from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'request_lifecycle';
    end if;
  end if;
  -- Issuing fixes the content: what was signed stays as it was signed.
  if old.sent_at is not null and (new.case_id, new.kind_code, new.requester_org_id, new.addressee_org_id, new.grounds, new.legal_bases,
      new.disputed_amount, new.drafter_id, new.signer_id, new.content_hash, new.document_number, new.sent_at, new.code)
    is distinct from (old.case_id, old.kind_code, old.requester_org_id, old.addressee_org_id, old.grounds, old.legal_bases,
      old.disputed_amount, old.drafter_id, old.signer_id, old.content_hash, old.document_number, old.sent_at, old.code) then
    raise exception 'a signed request does not change' using errcode = 'check_violation', constraint = 'request_signed_content';
  end if;
  if not app.for_person() then return new; end if;

  mine := app.side(old.requester_org_id, old.addressee_org_id, old.sealed_to, old.sent_at);
  if new.status <> old.status and (step.side is distinct from mine or not step.roles && app.roles()) then
    raise exception 'the arrow from % to % is not yours', old.status, new.status using errcode = 'insufficient_privilege', constraint = 'request_side';
  end if;
  if app.without(to_jsonb(new), app.request_columns(mine, old.status)) <> app.without(to_jsonb(old), app.request_columns(mine, old.status)) then
    raise exception 'this part of a request is not yours to write' using errcode = 'insufficient_privilege', constraint = 'request_side';
  end if;
  -- Clocks turn with an arrow: none moves while the request stays where it is, and only asking back makes one rest.
  if new.status = old.status and (new.due_at, new.queue_at, new.paused_at, new.span_minutes, new.answered_at, new.closed_at)
    is distinct from (old.due_at, old.queue_at, old.paused_at, old.span_minutes, old.answered_at, old.closed_at) then
    raise exception 'a clock turns with an arrow alone' using errcode = 'insufficient_privilege', constraint = 'request_clock';
  end if;
  if mine = 'answers' and new.status <> 'CLARIFICATION_NEEDED' and (new.queue_at, new.paused_at) is distinct from (old.queue_at, old.paused_at) then
    raise exception 'a clock turns with an arrow alone' using errcode = 'insufficient_privilege', constraint = 'request_clock';
  end if;
  if exists (select from (values (old.sent_at, new.sent_at), (old.opened_at, new.opened_at), (old.acknowledged_at, new.acknowledged_at),
        (old.first_action_at, new.first_action_at), (old.answered_at, new.answered_at), (old.paused_at, new.paused_at), (old.closed_at, new.closed_at)) as v (was, becomes)
      where becomes is distinct from was and not app.is_now(becomes)) then
    raise exception 'what is done is done now' using errcode = 'insufficient_privilege', constraint = 'request_clock';
  end if;
  -- Issued is what was signed, by whom signs here.
  if (new.sent_at is null) <> (new.status in ('DRAFT', 'PENDING_SIGNATURE', 'DISCARDED')) or (new.signer_id is distinct from old.signer_id and new.signer_id <> app.user_id()) then
    raise exception 'nobody signs in another''s name' using errcode = 'insufficient_privilege', constraint = 'request_side';
  end if;
  return new;
end $$;

-- What is asked about: the unit's while it drafts; afterwards the answer is the addressee's, and sending it back the unit's.

alter policy request_item_insert on request_item with check (exists (select 1 from request r where r.id = request_item.request_id
  and r.status = 'DRAFT' and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'asks'));
alter policy request_item_delete on request_item using (exists (select 1 from request r where r.id = request_item.request_id
  and r.status = 'DRAFT' and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'asks'));
alter policy request_item_update on request_item using (exists (select 1 from request r where r.id = request_item.request_id
    and case app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at)
      when 'asks' then r.status in ('DRAFT', 'ANSWERED') when 'answers' then r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'PARTLY_ANSWERED') end))
  with check (app.side_of(request_id) is not null);

create or replace function request_item_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  sent timestamptz;
  written text[];
begin
  select sent_at into sent from public.request where id = old.request_id;
  if sent is not null then
    if tg_op = 'DELETE' or (new.request_id, new.target_id, new.kind, new.value, new.institution_id, new.disputed_amount, new.over_ground, new.details)
      is distinct from (old.request_id, old.target_id, old.kind, old.value, old.institution_id, old.disputed_amount, old.over_ground, old.details) then
      raise exception 'a signed target does not change' using errcode = 'check_violation', constraint = 'request_signed_content';
    end if;
    if app.for_person() then
      written := case app.side_of(old.request_id) when 'asks' then array['answered_at', 'sent_back_reason', 'version'] when 'answers' then
        array['outcome', 'answer', 'held_amount', 'held_until', 'moved_amount', 'cashed_out_amount', 'answered_at', 'answered_by_id', 'sent_back_reason', 'version'] end;
      if written is null or app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
        or (new.answered_at is distinct from old.answered_at and not coalesce(app.is_now(new.answered_at), 'answered_by_id' <> all(written)))
        or (new.answered_by_id is distinct from old.answered_by_id and new.answered_by_id is distinct from app.user_id()) then
        raise exception 'this part of an answer is not yours to write' using errcode = 'insufficient_privilege', constraint = 'item_side';
      end if;
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

-- The addressee asks back, in his own name; the unit replies, in its own.

revoke update on clarification from lachan_app;
grant update (reply, replied_by_id, replied_at) on clarification to lachan_app;
alter policy clarification_insert on clarification with check (app.side_of(request_id) = 'answers' and asked_by_id = app.user_id() and reply is null and replied_at is null);
alter policy clarification_update on clarification using (app.side_of(request_id) = 'asks' and replied_at is null)
  with check (app.side_of(request_id) = 'asks' and replied_by_id = app.user_id() and app.is_now(replied_at));

-- Money that is held is its holder's to write. The unit's commander ends it by withdrawing the order, and does nothing else to it.

alter policy hold_insert on hold with check (app.answers() and holder_org_id = app.org_id()
  and exists (select 1 from request r where r.id = hold.request_id and r.case_id = hold.case_id and r.addressee_org_id = hold.holder_org_id));
alter policy hold_update on hold using ((app.answers() and holder_org_id = app.org_id()) or (app.commands() and app.side_of(request_id) = 'asks'))
  with check ((app.answers() and holder_org_id = app.org_id()) or (app.commands() and app.side_of(request_id) = 'asks'));
create function hold_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  is_holder boolean := app.answers() and old.holder_org_id = app.org_id();
  written text[] := case when is_holder then array['amount', 'until_at', 'version', 'released_at', 'release_reason', 'confirmed_by_id'] else array['released_at', 'release_reason'] end;
begin
  if not app.for_person() then return new; end if;
  if old.released_at is not null or app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
    or (new.released_at is not null and not app.is_now(new.released_at))
    or (not is_holder and (new.release_reason is distinct from 'withdrawn' or not exists (
      select from public.request r join public.lifecycle_step s on s.from_status = r.status and s.to_status = 'WITHDRAWN' where r.id = old.request_id))) then
    raise exception 'this part of a hold is not yours to write' using errcode = 'insufficient_privilege', constraint = 'hold_side';
  end if;
  return new;
end $$;
create trigger hold_guard before update on hold for each row execute function hold_guard();

-- Where money went on: told by the addressee about his own order, and taken back by telling it anew.

revoke update on transfer from lachan_app;
grant update (superseded_at) on transfer to lachan_app;
alter policy transfer_insert on transfer with check (app.answers() and reporter_org_id = app.org_id()
  and exists (select 1 from request r join request_item i on i.request_id = r.id
    where r.id = transfer.request_id and r.case_id = transfer.case_id and r.addressee_org_id = transfer.reporter_org_id and i.id = transfer.item_id));

-- Files: onto a case that one keeps, a draft of one's unit, an order of one's desk. Once there, a file only moves onto its draft.

revoke update on attachment from lachan_app;
grant update (request_id) on attachment to lachan_app;
alter policy attachment_insert on attachment with check (owner_org_id = app.org_id() and uploaded_by_id = app.user_id() and case when request_id is null
  then app.keeps_cases() and exists (select 1 from fraud_case c where c.id = attachment.case_id)
  else exists (select 1 from request r where r.id = attachment.request_id and r.case_id = attachment.case_id
    and case app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) when 'asks' then r.status = 'DRAFT' when 'answers' then true end) end);
alter policy attachment_update on attachment using (owner_org_id = app.org_id() and request_id is null and exists (select 1 from fraud_case c where c.id = attachment.case_id))
  with check (owner_org_id = app.org_id() and exists (select 1 from request r where r.id = attachment.request_id and r.case_id = attachment.case_id
    and r.status = 'DRAFT' and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'asks'));

-- Time limits: begun by whose act begins them, for the parties that the record names.

alter policy deadline_insert on deadline with check (case
  when request_id is null then app.keeps_cases() and subject = 'CASE_LEGAL' and requester_org_id = owner_org_id
    and exists (select 1 from fraud_case c where c.id = deadline.case_id and c.unit_id = deadline.owner_org_id and c.province_code = deadline.province_code
      and c.sealed_to = deadline.sealed_to)
  else exists (select 1 from request r where r.id = deadline.request_id and r.case_id = deadline.case_id and r.requester_org_id = deadline.requester_org_id
    and r.addressee_org_id = deadline.owner_org_id and r.province_code = deadline.province_code and r.kind_code = deadline.kind_code and r.sealed_to = deadline.sealed_to
    and case app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at)
      when 'asks' then deadline.subject in ('ANSWER', 'ACKNOWLEDGE') when 'answers' then deadline.subject = 'SUSPENSION_MAX' end) end);
alter policy deadline_update on deadline
  using ((app.keeps_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and owner_org_id = app.org_id() and request_id is not null))
  with check ((app.keeps_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and owner_org_id = app.org_id() and request_id is not null));

create function deadline_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  asks boolean := app.keeps_cases() and old.requester_org_id = any(app.org_ids()) and app.unsealed(old.sealed_to);
  is_open boolean := old.state in ('running', 'paused');
  -- A pause that began in time shelters the clock until it ends.
  counted timestamptz := case when old.paused_at < old.due_at then old.paused_at else new.ended_at end;
  written text[] := case when asks then array['restricted', 'sealed_to'] else '{}' end
    || case when is_open then array['state', 'paused_at', 'ended_at', 'version'] else '{}' end
    || case when asks and old.state = 'paused' and new.state = 'running' then array['due_at', 'pauses'] else '{}' end;
begin
  if not app.for_person() then return new; end if;
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
    or (new.ended_at is distinct from old.ended_at and not coalesce(app.is_now(new.ended_at), false))
    or (new.paused_at is distinct from old.paused_at and new.paused_at is not null and not app.is_now(new.paused_at))
    or (new.state <> old.state and not case new.state
      when 'running' then asks
      when 'paused' then not asks and old.subject = 'ANSWER'
      when 'cancelled' then asks
      when 'met' then counted <= old.due_at
      when 'missed' then counted > old.due_at end)
    or ((new.state in ('running', 'paused')) <> (new.ended_at is null)) then
    raise exception 'this part of a time limit is not yours to write' using errcode = 'insufficient_privilege', constraint = 'deadline_side';
  end if;
  return new;
end $$;
create trigger deadline_guard before update on deadline for each row execute function deadline_guard();

-- Looked at when the act is whole: the answer's clock rests only while a question stands, and ends only when nothing is owed.
create function deadline_follows_request() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare now_at public.request_status;
begin
  if not app.for_person() then return null; end if;
  select status into now_at from public.request where id = new.request_id;
  if (case new.state when 'running' then now_at = 'CLARIFICATION_NEEDED' when 'paused' then now_at <> 'CLARIFICATION_NEEDED'
    else now_at in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED') end) then
    raise exception 'an answer''s clock follows its request' using errcode = 'check_violation', constraint = 'deadline_follows_request';
  end if;
  return null;
end $$;
create constraint trigger deadline_follows_request after update on deadline deferrable initially deferred
  for each row when (new.subject = 'ANSWER' and new.state <> old.state) execute function deadline_follows_request();

-- Numbers are given one after the other: codes in one's own provinces, a document's by the commander who signs.

alter policy document_counter_insert on document_counter with check (organisation_id = app.org_id() and app.commands());
alter policy code_counter_select on code_counter using (app.keeps_cases() and exists (select 1 from organisation o where o.id = any(app.org_ids()) and o.province_code = code_counter.province_code));
alter policy code_counter_insert on code_counter with check (app.keeps_cases() and exists (select 1 from organisation o where o.id = any(app.org_ids()) and o.province_code = code_counter.province_code));
alter policy code_counter_update on code_counter using (app.keeps_cases() and exists (select 1 from organisation o where o.id = any(app.org_ids()) and o.province_code = code_counter.province_code));
create function counter_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and (new.last <> case tg_op when 'INSERT' then 1 else old.last + 1 end
    or (tg_op = 'UPDATE' and to_jsonb(new) - 'last' <> to_jsonb(old) - 'last')) then
    raise exception 'numbers are given one after the other' using errcode = 'insufficient_privilege', constraint = 'counter_by_one';
  end if;
  return new;
end $$;
create trigger counter_guard before insert or update on document_counter for each row execute function counter_guard();
create trigger counter_guard before insert or update on code_counter for each row execute function counter_guard();

-- Cases: analysts read. What was reported stays as it was reported; who works on it, a commander says, or who opened it of himself.

revoke update on fraud_case from lachan_app;
grant update (status, decision_number, decision_date, lead_id, restricted, sealed_to, version, updated_at) on fraud_case to lachan_app;
alter policy fraud_case_insert on fraud_case with check (app.keeps_cases() and unit_id = app.org_id() and created_by_id = app.user_id() and app.unsealed(sealed_to)
  and exists (select 1 from organisation o where o.id = fraud_case.unit_id and o.province_code = fraud_case.province_code));
alter policy fraud_case_update on fraud_case using (app.keeps_cases() and unit_id = any(app.org_ids()) and app.unsealed(sealed_to))
  with check (app.keeps_cases() and unit_id = any(app.org_ids()) and app.unsealed(sealed_to));
revoke update, delete on victim, payment, target from lachan_app;
revoke update on case_note from lachan_app;
alter policy victim_insert on victim with check (app.keeps_cases() and exists (select 1 from fraud_case c where c.id = victim.case_id));
alter policy payment_insert on payment with check (app.keeps_cases() and exists (select 1 from fraud_case c where c.id = payment.case_id));
alter policy target_insert on target with check (app.keeps_cases() and exists (select 1 from fraud_case c where c.id = target.case_id));
alter policy case_note_insert on case_note with check (app.keeps_cases() and author_id = app.user_id() and exists (select 1 from fraud_case c where c.id = case_note.case_id));
drop policy victim_update on victim;
drop policy victim_delete on victim;
drop policy payment_update on payment;
drop policy payment_delete on payment;
drop policy target_update on target;
drop policy target_delete on target;
drop policy case_note_update on case_note;
revoke update on case_member from lachan_app;
grant update (removed_at) on case_member to lachan_app;
alter policy case_member_insert on case_member with check (exists (select 1 from fraud_case c where c.id = case_member.case_id
  and (app.commands() or (app.keeps_cases() and c.created_by_id = app.user_id() and case_member.membership_id = app.membership_id()))));
alter policy case_member_update on case_member using (app.commands() and exists (select 1 from fraud_case c where c.id = case_member.case_id));

-- What is findable: kept by the unit, and shown to nobody but the addressee of its own request.

alter policy search_entry_insert on search_entry with check (app.keeps_cases() and owner_org_id = any(app.org_ids()) and app.unsealed(sealed_to)
  and exists (select 1 from fraud_case c where c.id = search_entry.case_id and c.unit_id = search_entry.owner_org_id)
  and (addressee_org_id is null or exists (select 1 from request r where r.id = search_entry.request_id and r.addressee_org_id = search_entry.addressee_org_id)));
alter policy search_entry_update on search_entry using (app.keeps_cases() and owner_org_id = any(app.org_ids()) and app.unsealed(sealed_to))
  with check (app.keeps_cases() and owner_org_id = any(app.org_ids()) and app.unsealed(sealed_to)
    and exists (select 1 from fraud_case c where c.id = search_entry.case_id and c.unit_id = search_entry.owner_org_id)
    and (addressee_org_id is null or exists (select 1 from request r where r.id = search_entry.request_id and r.addressee_org_id = search_entry.addressee_org_id)));
alter policy search_entry_delete on search_entry using (app.keeps_cases() and owner_org_id = any(app.org_ids()) and app.unsealed(sealed_to));

-- The record: in one's own name and membership, for the parties that the request or the case itself names.

alter policy event_insert on event with check (actor_id = app.user_id() and org_id = app.org_id() and stream = app.org_id() and membership_id = app.membership_id()
  and exists (select 1 from membership m where m.id = event.membership_id and m.user_id = event.actor_id and m.organisation_id = event.org_id)
  and case
    when request_id is not null then exists (select 1 from request r where r.id = event.request_id and r.case_id = event.case_id
      and r.requester_org_id = event.requester_org_id and r.addressee_org_id = event.addressee_org_id and r.province_code = event.province_code
      and r.restricted = event.restricted and r.sealed_to = event.sealed_to)
    when case_id is not null then addressee_org_id is null and not shared and exists (select 1 from fraud_case c where c.id = event.case_id
      and c.unit_id = event.requester_org_id and c.province_code = event.province_code)
    else requester_org_id is null and addressee_org_id is null and not restricted and not shared end);
-- The name beside an act is the one that the register of people has for who acts.
create function event_actor() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() then new.actor_name := (select full_name from public.person where id = app.user_id()); end if;
  return new;
end $$;
create trigger event_actor before insert on event for each row execute function event_actor();

-- Open screens are told of what one may see, and only those of its parties.

alter policy outbox_insert on outbox with check (app.user_id() is not null and processed_at is null and case
  when request_id is not null then exists (select 1 from request r where r.id = outbox.request_id and (outbox.case_id is null or r.case_id = outbox.case_id)
    and outbox.org_ids <@ array[r.requester_org_id, r.addressee_org_id, r.procuracy_org_id])
  when case_id is not null then exists (select 1 from fraud_case c where c.id = outbox.case_id and outbox.org_ids <@ array[c.unit_id])
  else org_ids <@ array[app.org_id()] end);

-- Figures: each side counts its own share of what it asked or was asked, today. Only a commander takes a case off the days before
-- or puts it back there, because he restricts and opens cases.

alter policy figure_delta_insert on figure_delta with check (
  (app.keeps_cases() and requester_org_id = any(app.org_ids())
    and exists (select 1 from organisation o where o.id = figure_delta.requester_org_id and o.province_code = figure_delta.province_code)
    and (app.commands() or (app.is_today(day) and measure not like 'answer.%')))
  or (app.answers() and addressee_org_id = app.org_id() and app.is_today(day) and (measure like 'answer.%' or measure = 'money.released')
    and exists (select 1 from request r where r.requester_org_id = figure_delta.requester_org_id and r.addressee_org_id = figure_delta.addressee_org_id
      and r.kind_code = figure_delta.kind_code and r.province_code = figure_delta.province_code and not r.restricted)));

-- People: entered and kept by an administrator. An address is never changed, and nobody gives or changes a membership of his own.

revoke update on person from lachan_app;
grant update (full_name, rank, suspended_at, version) on person to lachan_app;
alter policy person_update on person using (app.administers()) with check (app.administers());
alter policy membership_insert on membership with check (app.administers() and user_id <> app.user_id());
alter policy membership_update on membership using (app.administers() and user_id <> app.user_id()) with check (app.administers() and user_id <> app.user_id());
