-- What was signed stays as it was signed, until it is amended: with a reason, by whoever works on it, under another's signature. An
-- amendment that is issued changes its request in the very transaction in which it is issued, and at no other time.

create table amendment (
  id uuid not null default uuid_v7() constraint amendment_pkey primary key,
  request_id uuid not null references request (id),
  -- Given when it is issued: 1, 2, … without a gap.
  number int,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'PENDING_SIGNATURE', 'ISSUED', 'DISCARDED')),
  reason text not null check (char_length(reason) between 10 and 2000),
  -- Before and after of each part that changes, and nothing of what stays.
  changes jsonb not null,
  -- The content that it starts from, and its own.
  base_hash text not null check (base_hash ~ '^[0-9a-f]{64}$'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  drafted_by_id uuid not null references person (id),
  drafted_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  submitted_at timestamptz(3),
  stated_reason text,
  signed_by_id uuid references person (id),
  issued_at timestamptz(3),
  document_number text,
  document_date date,
  -- The content that it leads to, and the organisation's signature over it and over this amendment.
  result_hash text check (result_hash ~ '^[0-9a-f]{64}$'),
  signature text,
  signing_key_id uuid references signing_key (id),
  issued_tx bigint,
  version int not null default 1,
  constraint amendment_signer_is_not_drafter check (signed_by_id is null or signed_by_id <> drafted_by_id),
  constraint amendment_issued_whole check ((status = 'ISSUED') = (signed_by_id is not null) and (status = 'ISSUED') = (issued_at is not null)
    and (status = 'ISSUED') = (number is not null) and (status = 'ISSUED') = (document_number is not null) and (status = 'ISSUED') = (issued_tx is not null)),
  constraint amendment_number_once unique (request_id, number)
);
create unique index amendment_one_open on amendment (request_id) where status in ('DRAFT', 'PENDING_SIGNATURE');
create index amendment_to_sign on amendment (submitted_at, id) where status = 'PENDING_SIGNATURE';
create index amendment_drafted_by on amendment (drafted_by_id);
create index amendment_signed_by on amendment (signed_by_id) where signed_by_id is not null;
create index amendment_signing_key on amendment (signing_key_id) where signing_key_id is not null;

-- Is this request being amended here and now? What the session says is believed only with the amendment that this very transaction issued.
create function app.amending(request_id uuid) returns boolean language sql stable parallel safe return
  coalesce(current_setting('app.amending', true) = amending.request_id::text, false) and exists (select from public.amendment a
    where a.request_id = amending.request_id and a.status = 'ISSUED' and a.signed_by_id = app.user_id() and a.issued_tx = pg_current_xact_id()::text::bigint);
grant execute on function app.amending(uuid) to lachan_app, lachan_system;

alter table amendment enable row level security;
alter table amendment force row level security;
grant select on amendment to lachan_system;
create policy amendment_system on amendment to lachan_system using (true) with check (true);
grant select, insert (request_id, reason, changes, base_hash, content_hash, drafted_by_id), update (number, status, reason, changes, base_hash, content_hash,
  submitted_at, stated_reason, signed_by_id, issued_at, document_number, document_date, result_hash, signature, signing_key_id, version) on amendment to lachan_app;
-- The unit reads what it drafts; the addressee and the procuracy read what was issued.
create policy amendment_select on amendment for select to lachan_app using (app.reads_as(request_id) = 'asks'
  or (status = 'ISSUED' and exists (select 1 from request r where r.id = amendment.request_id)));
create policy amendment_insert on amendment for insert to lachan_app with check (drafted_by_id = app.user_id() and app.side_of(request_id) = 'asks'
  and exists (select 1 from request r where r.id = amendment.request_id and r.content_hash = amendment.base_hash
    and r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')));
create policy amendment_update on amendment for update to lachan_app using (app.side_of(request_id) = 'asks') with check (app.side_of(request_id) = 'asks');

-- The arrows are those of lib/requests/amendments/lifecycle.ts, proven equal by a test.
create function amendment_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  arrow text := case when new.status = old.status then old.status else old.status || '>' || new.status end;
  written text[] := case arrow
    when 'DRAFT' then array['reason', 'changes', 'base_hash', 'content_hash', 'version']
    when 'DRAFT>PENDING_SIGNATURE' then array['status', 'submitted_at', 'stated_reason', 'version']
    when 'DRAFT>DISCARDED' then array['status', 'version']
    when 'PENDING_SIGNATURE>DRAFT' then array['status', 'submitted_at', 'stated_reason', 'version']
    when 'PENDING_SIGNATURE>ISSUED' then array['status', 'number', 'signed_by_id', 'issued_at', 'document_number', 'document_date', 'issued_tx', 'version']
    -- Its own transaction still adds what it led to.
    when 'ISSUED' then case when old.issued_tx = pg_current_xact_id()::text::bigint and old.signature is null then array['result_hash', 'signature', 'signing_key_id'] end end;
begin
  if new.status = 'ISSUED' and old.status <> 'ISSUED' then new.issued_tx := pg_current_xact_id()::text::bigint; end if;
  if written is null then
    raise exception 'no arrow from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'amendment_lifecycle';
  end if;
  if to_jsonb(new) - written <> to_jsonb(old) - written then
    raise exception 'this part of an amendment is not yours to write' using errcode = 'insufficient_privilege', constraint = 'amendment_side';
  end if;
  if not app.for_person() then return new; end if;
  if (arrow = 'DRAFT' and app.user_id() <> old.drafted_by_id)
    or (arrow in ('PENDING_SIGNATURE>DRAFT', 'PENDING_SIGNATURE>ISSUED') and not app.commands())
    or (arrow in ('DRAFT>PENDING_SIGNATURE', 'PENDING_SIGNATURE>ISSUED') and app.is_held())
    or (arrow = 'PENDING_SIGNATURE>ISSUED' and (new.signed_by_id <> app.user_id() or not app.is_now(new.issued_at)
      or new.number <> (select count(*) + 1 from public.amendment a where a.request_id = new.request_id and a.status = 'ISSUED')
      or not exists (select from public.request r where r.id = new.request_id and r.content_hash = new.base_hash)))
    or (new.submitted_at is distinct from old.submitted_at and not coalesce(app.is_now(new.submitted_at), true)) then
    raise exception 'this step of an amendment is not yours' using errcode = 'insufficient_privilege', constraint = 'amendment_side';
  end if;
  return new;
end $$;
create trigger amendment_guard before update on amendment for each row execute function amendment_guard();

-- Issued, signed and carried out stand or fall together.
create function amendment_is_whole() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.amendment a join public.request r on r.id = a.request_id
      where a.id = new.id and (a.signature is null or a.result_hash is null or a.signing_key_id is null
        or (r.content_hash <> a.result_hash and a.number = (select max(number) from public.amendment b where b.request_id = a.request_id)))) then
    raise exception 'an amendment is signed and carried out at once' using errcode = 'check_violation', constraint = 'amendment_is_whole';
  end if;
  return null;
end $$;
create constraint trigger amendment_is_whole after update on amendment deferrable initially deferred
  for each row when (new.status = 'ISSUED') execute function amendment_is_whole();

-- The request itself. Its own guard rests while an amendment is carried out; this one stands there instead, and lets it change what an
-- amendment may change: text, amounts, targets without an answer, a later due time, and the hash and signature over all that.
drop trigger request_guard on request;
create trigger request_guard before insert on request for each row execute function request_guard();
create trigger request_guard_update before update on request for each row when (not app.amending(old.id)) execute function request_guard();
create function request_amendment_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare written text[] := array['grounds', 'disclosure', 'disputed_amount', 'item_count', 'first_target_label', 'first_target_name', 'content_hash', 'signature',
  'signing_key_id', 'due_at', 'queue_at', 'span_minutes', 'version', 'updated_at'];
begin
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
    or not app.commands() or app.side(old.requester_org_id, old.addressee_org_id, old.sealed_to, old.sent_at) is distinct from 'asks'
    or old.suspected_at is not null or app.is_held()
    or old.status not in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')
    or new.due_at < old.due_at or new.queue_at is distinct from (case when old.paused_at is null then new.due_at else old.queue_at end)
    or new.item_count <= new.answered_count
    or not exists (select from public.signing_key k where k.id = new.signing_key_id and k.organisation_id = new.requester_org_id and k.retired_at is null) then
    raise exception 'this part of a request is not yours to amend' using errcode = 'insufficient_privilege', constraint = 'request_amended';
  end if;
  return new;
end $$;
create trigger request_amendment_guard before update on request for each row when (app.amending(old.id)) execute function request_amendment_guard();

-- Its targets: what was answered stands. One that was never answered may go, another may come, its amount may change.
drop trigger request_item_guard on request_item;
create trigger request_item_guard before update or delete on request_item for each row when (not app.amending(old.request_id)) execute function request_item_guard();
create function request_item_amendment_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare written text[] := array['disputed_amount', 'over_ground', 'version'];
begin
  if old.answered_at is not null or (tg_op = 'DELETE' and old.outcome is not null)
    or (tg_op = 'UPDATE' and app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)) then
    raise exception 'what was answered stands' using errcode = 'insufficient_privilege', constraint = 'item_amended';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger request_item_amendment_guard before update or delete on request_item for each row when (app.amending(old.request_id))
  execute function request_item_amendment_guard();
create policy request_item_insert_amended on request_item for insert to lachan_app with check (app.amending(request_id) and app.side_of(request_id) = 'asks'
  and answered_at is null and outcome is null and answer is null and held_amount is null and moved_amount is null and cashed_out_amount is null);
create policy request_item_update_amended on request_item for update to lachan_app using (app.amending(request_id) and app.side_of(request_id) = 'asks')
  with check (app.amending(request_id));
create policy request_item_delete_amended on request_item for delete to lachan_app using (app.amending(request_id) and app.side_of(request_id) = 'asks');

-- Its time: later, and nothing else of the clock.
drop trigger deadline_guard on deadline;
create trigger deadline_guard before update on deadline for each row when (not app.amending(old.request_id)) execute function deadline_guard();
create function deadline_amendment_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare written text[] := array['due_at', 'span_minutes', 'version'];
begin
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written) or new.due_at < old.due_at or old.subject <> 'ANSWER'
    or old.state not in ('running', 'paused') then
    raise exception 'an amendment gives more time and nothing else' using errcode = 'insufficient_privilege', constraint = 'deadline_amended';
  end if;
  return new;
end $$;
create trigger deadline_amendment_guard before update on deadline for each row when (app.amending(old.request_id)) execute function deadline_amendment_guard();
