-- What must never be, whatever the application believes.

-- Four eyes: the signer is never the drafter (domain §4).
alter table request add constraint request_signer_is_not_drafter check (signer_id is null or signer_id <> drafter_id);
alter table request add constraint request_sent_is_signed
  check (status in ('DRAFT', 'PENDING_SIGNATURE', 'DISCARDED') or (signer_id is not null and sent_at is not null and content_hash is not null));
alter table request add constraint request_amounts_not_negative
  check (disputed_amount >= 0 and held_amount >= 0 and moved_amount >= 0 and cashed_out_amount >= 0);
alter table request add constraint request_restricted_is_sealed check (restricted = (cardinality(sealed_to) > 0));
alter table fraud_case add constraint case_restricted_is_sealed check (restricted = (cardinality(sealed_to) > 0));
alter table fraud_case add constraint case_loss_not_negative check (reported_loss >= 0);
alter table payment add constraint payment_amount_positive check (amount > 0);
alter table transfer add constraint transfer_amount_positive check (amount > 0);

-- Amount-only hold is the default: more than the disputed amount needs a ground that the signer saw.
alter table request_item add constraint item_held_within_disputed
  check (held_amount is null or disputed_amount is null or held_amount <= disputed_amount or over_ground is not null);
alter table hold add constraint hold_within_disputed check (amount <= disputed_amount or over_ground is not null);
alter table hold add constraint hold_amount_positive check (amount > 0);
alter table hold add constraint hold_returned_within_held check (returned_amount >= 0 and returned_amount <= amount);

-- One active hold per order and account.
create unique index hold_one_active on hold (request_id, account) where released_at is null;
-- One row per thing a case is about.
create unique index target_once_per_case on target
  (case_id, kind, coalesce(institution_id, '00000000-0000-0000-0000-000000000000'::uuid), value);
-- One running clock per request and subject.
create unique index deadline_one_running on deadline (request_id, subject) where state in ('running', 'paused') and request_id is not null;

-- Worklists: keyset pages by time left, open work only.
create index request_queue_addressee on request (addressee_org_id, queue_at, id)
  where status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED');
create index request_queue_requester on request (requester_org_id, queue_at, id)
  where status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED');
create index request_to_sign on request (requester_org_id, submitted_at, id) where status = 'PENDING_SIGNATURE';
create index request_drafts on request (drafter_id, updated_at, id) where status = 'DRAFT';
create index request_to_accept on request (requester_org_id, answered_at, id) where status = 'ANSWERED';
create index request_by_requester on request (requester_org_id, created_at desc, id desc);
create index request_by_addressee on request (addressee_org_id, sent_at desc, id desc) where sent_at is not null;
create index request_by_procuracy on request (procuracy_org_id, sent_at desc, id desc) where procuracy_org_id is not null;
create index deadline_running_due on deadline (due_at) where state = 'running';
create index deadline_open_by_province on deadline (province_code, owner_org_id, due_at) where state in ('running', 'paused') and subject = 'ANSWER';
create index deadline_ended_by_province on deadline (province_code, ended_at, owner_org_id) where subject = 'ANSWER' and state in ('met', 'missed');
create index hold_until on hold (until_at) where released_at is null;
create index outbox_waiting on outbox (at) where processed_at is null;
create index search_entry_exact on search_entry (exact);
create index search_entry_norm on search_entry using gin (norm gin_trgm_ops);
create index search_entry_subject on search_entry (subject, subject_id);
create index figure_day_period on figure_day (province_code, day);

-- Statuses move only along the arrows; the rows are the table of lib/requests/lifecycle.ts, proven equal by a test.
insert into lifecycle_step (from_status, to_status) values
  ('DRAFT', 'PENDING_SIGNATURE'), ('DRAFT', 'DISCARDED'),
  ('PENDING_SIGNATURE', 'DRAFT'), ('PENDING_SIGNATURE', 'SENT'),
  ('SENT', 'ACKNOWLEDGED'), ('SENT', 'IN_PROGRESS'), ('SENT', 'CLARIFICATION_NEEDED'), ('SENT', 'PARTLY_ANSWERED'),
  ('SENT', 'ANSWERED'), ('SENT', 'WITHDRAWN'), ('SENT', 'NOT_EXECUTED'),
  ('ACKNOWLEDGED', 'IN_PROGRESS'), ('ACKNOWLEDGED', 'CLARIFICATION_NEEDED'), ('ACKNOWLEDGED', 'PARTLY_ANSWERED'),
  ('ACKNOWLEDGED', 'ANSWERED'), ('ACKNOWLEDGED', 'WITHDRAWN'), ('ACKNOWLEDGED', 'NOT_EXECUTED'),
  ('IN_PROGRESS', 'CLARIFICATION_NEEDED'), ('IN_PROGRESS', 'PARTLY_ANSWERED'), ('IN_PROGRESS', 'ANSWERED'),
  ('IN_PROGRESS', 'WITHDRAWN'), ('IN_PROGRESS', 'NOT_EXECUTED'),
  ('CLARIFICATION_NEEDED', 'IN_PROGRESS'), ('CLARIFICATION_NEEDED', 'PARTLY_ANSWERED'), ('CLARIFICATION_NEEDED', 'WITHDRAWN'),
  ('PARTLY_ANSWERED', 'CLARIFICATION_NEEDED'), ('PARTLY_ANSWERED', 'ANSWERED'), ('PARTLY_ANSWERED', 'WITHDRAWN'),
  ('ANSWERED', 'ACCEPTED'), ('ANSWERED', 'IN_PROGRESS'), ('ANSWERED', 'EXPIRED'), ('ACCEPTED', 'EXPIRED'),
  ('NOT_EXECUTED', 'IN_PROGRESS');

create function request_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if current_user = 'lachan_app' and new.status <> 'DRAFT' then
      raise exception 'a request begins as a draft' using errcode = 'check_violation', constraint = 'request_begins_as_draft';
    end if;
    return new;
  end if;
  if new.status <> old.status and not exists (
    select 1 from public.lifecycle_step where from_status = old.status and to_status = new.status) then
    raise exception 'no arrow from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'request_lifecycle';
  end if;
  -- Issuing fixes the content: what was signed stays as it was signed.
  if old.sent_at is not null and (new.case_id, new.kind_code, new.requester_org_id, new.addressee_org_id, new.grounds, new.legal_bases,
      new.disputed_amount, new.drafter_id, new.signer_id, new.content_hash, new.document_number, new.sent_at, new.code)
    is distinct from (old.case_id, old.kind_code, old.requester_org_id, old.addressee_org_id, old.grounds, old.legal_bases,
      old.disputed_amount, old.drafter_id, old.signer_id, old.content_hash, old.document_number, old.sent_at, old.code) then
    raise exception 'a signed request does not change' using errcode = 'check_violation', constraint = 'request_signed_content';
  end if;
  return new;
end $$;
create trigger request_guard before insert or update on request for each row execute function request_guard();

create function request_item_guard() returns trigger language plpgsql as $$
declare sent timestamptz;
begin
  select sent_at into sent from public.request where id = old.request_id;
  if sent is not null then
    if tg_op = 'DELETE' or (new.request_id, new.target_id, new.kind, new.value, new.institution_id, new.disputed_amount, new.over_ground, new.details)
      is distinct from (old.request_id, old.target_id, old.kind, old.value, old.institution_id, old.disputed_amount, old.over_ground, old.details) then
      raise exception 'a signed target does not change' using errcode = 'check_violation', constraint = 'request_signed_content';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger request_item_guard before update or delete on request_item for each row execute function request_item_guard();

-- The record: append-only, one gap-free chain per stream (the acting organisation).
-- The trigger alone moves the head, so no writer can choose a place in the chain or a hash.
create function event_text(e event) returns text language sql stable as $$
  select concat_ws(E'\x1f', e.stream, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.type,
    coalesce(e.actor_id::text, ''), coalesce(e.actor_name, ''), coalesce(e.membership_id::text, ''), coalesce(e.org_id::text, ''),
    coalesce(e.case_id::text, ''), coalesce(e.request_id::text, ''), coalesce(e.subject_type, ''), coalesce(e.subject_id::text, ''),
    coalesce(e.reason, ''), coalesce(e.origin, ''), e.changes::text)
$$;

create function event_chain() returns trigger language plpgsql security definer set search_path = public as $$
declare head event_head%rowtype;
begin
  new.at := clock_timestamp();
  insert into event_head (stream, seq, hash) values (new.stream, 0, '\x') on conflict do nothing;
  select * into head from event_head where stream = new.stream for update;
  new.seq := head.seq + 1;
  new.prev_hash := head.hash;
  new.at := date_trunc('milliseconds', new.at);
  new.hash := sha256(head.hash || convert_to(event_text(new), 'UTF8'));
  update event_head set seq = new.seq, hash = new.hash where stream = new.stream;
  return new;
end $$;
create trigger event_chain before insert on event for each row execute function event_chain();

create function event_is_forever() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_forever before update or delete on event for each row execute function event_is_forever();
create trigger event_is_not_emptied before truncate on event for each statement execute function event_is_forever();

-- Open screens and the worker hear of it when the act is committed: ids only.
create function outbox_tell() returns trigger language plpgsql as $$
begin
  perform pg_notify('lachan', json_build_object('id', new.id, 'topic', new.topic, 'orgs', new.org_ids, 'caseId', new.case_id,
    'requestId', new.request_id, 'urgent', new.urgent)::text);
  return null;
end $$;
create trigger outbox_tell after insert on outbox for each row execute function outbox_tell();
