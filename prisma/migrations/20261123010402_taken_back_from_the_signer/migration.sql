-- Who wrote a decision to give money back, or an amendment, takes it back while nobody has signed it, as he may a request (20261122190101). Taking
-- back says nothing beside it and changes nothing of what was handed in; it is mended as a draft, with a version of its own.

create or replace function restitution_decision_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  written text[] := array['status', 'stated_reason', 'version'] || case
    when new.status = 'PENDING_APPROVAL' or old.status = 'PENDING_APPROVAL' and new.status = 'DRAFT' then array['submitted_at']
    when new.status = 'APPROVED' then array['signer_id', 'signer_title', 'document_number', 'document_date', 'content_hash', 'holder_org_ids', 'approved_at']
    when new.status = 'CANCELLED' then array['cancelled_at']
    else array['grounds', 'payee', 'custody', 'attachment_id', 'total', 'submitted_at'] end;
  is_recall boolean := old.status = 'PENDING_APPROVAL' and new.status = 'DRAFT' and new.stated_reason is null and app.user_id() = any(old.editor_ids);
begin
  if (old.status, new.status) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'PENDING_APPROVAL'), ('DRAFT', 'CANCELLED'),
      ('PENDING_APPROVAL', 'DRAFT'), ('PENDING_APPROVAL', 'APPROVED'), ('PENDING_APPROVAL', 'CANCELLED'), ('APPROVED', 'CANCELLED')) then
    raise exception 'no arrow from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'restitution_lifecycle';
  end if;
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written) then
    raise exception 'what was handed in stays as it was' using errcode = 'check_violation', constraint = 'restitution_content';
  end if;
  if old.status = 'APPROVED' and exists (select from public.restitution_return t where t.decision_id = old.id) then
    raise exception 'money has been returned on it' using errcode = 'check_violation', constraint = 'restitution_is_under_way';
  end if;
  if not app.for_person() then return new; end if;
  if (old.status in ('PENDING_APPROVAL', 'APPROVED') and new.status <> old.status and not app.commands() and not coalesce(is_recall, false))
    or (new.signer_id is distinct from old.signer_id and new.signer_id <> app.user_id())
    or exists (select from (values (old.submitted_at, new.submitted_at), (old.approved_at, new.approved_at), (old.cancelled_at, new.cancelled_at)) as v (was, becomes)
      where becomes is not null and becomes is distinct from was and not app.is_now(becomes)) then
    raise exception 'this part of a decision is not yours to write' using errcode = 'insufficient_privilege', constraint = 'restitution_side';
  end if;
  return new;
end $$;

create or replace function amendment_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
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
    or (arrow = 'PENDING_SIGNATURE>ISSUED' and not app.commands())
    -- Given back by who signs, or taken back by who wrote it.
    or (arrow = 'PENDING_SIGNATURE>DRAFT' and not app.commands() and not (app.user_id() = old.drafted_by_id and new.stated_reason is null))
    or (arrow in ('DRAFT>PENDING_SIGNATURE', 'PENDING_SIGNATURE>ISSUED') and app.is_held())
    or (arrow = 'PENDING_SIGNATURE>ISSUED' and (new.signed_by_id <> app.user_id() or not app.is_now(new.issued_at)
      or new.number <> (select count(*) + 1 from public.amendment a where a.request_id = new.request_id and a.status = 'ISSUED')
      or not exists (select from public.request r where r.id = new.request_id and r.content_hash = new.base_hash)))
    or (new.submitted_at is distinct from old.submitted_at and not coalesce(app.is_now(new.submitted_at), true)) then
    raise exception 'this step of an amendment is not yours' using errcode = 'insufficient_privilege', constraint = 'amendment_side';
  end if;
  return new;
end $$;
