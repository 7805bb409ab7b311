-- Four eyes are two pairs of eyes on this content. Whoever drafted, rewrote or handed in any version of a request, or put a file to it,
-- is kept with it for good and never signs it; its drafter is who wrote what stands there now.

alter table request add column editor_ids uuid[] not null default '{}';

-- What is known of earlier requests: who drafted each, and who rewrote or handed it in.
alter table request no force row level security; -- binds an owner who is no superuser too
alter table event no force row level security;
update request r set editor_ids = array(
  select r.drafter_id union
  select e.actor_id from event e where e.request_id = r.id and e.actor_id is not null
    and e.type in ('request.drafted', 'request.redrafted', 'request.submitted'));
alter table event force row level security;
alter table request force row level security;
alter table request add constraint request_drafter_wrote check (drafter_id = any(editor_ids));

create or replace function app.request_columns(side text, status public.request_status) returns text[] language sql stable parallel safe return case
  when side = 'asks' then array['version', 'updated_at', 'restricted', 'sealed_to'] || case status
    when 'DRAFT' then array['kind_code', 'addressee_org_id', 'procuracy_org_id', 'urgency', 'grounds', 'legal_bases', 'disclosure', 'parent_id', 'details',
      'disputed_amount', 'item_count', 'first_target_label', 'first_target_name', 'first_transfer_at', 'status', 'stated_reason', 'submitted_at', 'closed_at',
      'drafter_id', 'editor_ids']
    when 'PENDING_SIGNATURE' then array['status', 'stated_reason', 'submitted_at', 'signer_id', 'sent_at', 'document_number', 'document_date', 'content_hash',
      'due_at', 'queue_at', 'paused_at', 'span_minutes']
    else array['status', 'stated_reason', 'answered_at', 'answered_count', 'closed_at', 'due_at', 'queue_at', 'paused_at', 'span_minutes'] end
  when side = 'answers' then array['opened_at', 'answering_id', 'answering_at'] || case
    when status = 'CLARIFICATION_NEEDED' then array['version', 'updated_at', 'assignee_id']
    when status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'PARTLY_ANSWERED') then array['version', 'updated_at', 'assignee_id', 'status', 'stated_reason',
      'refusal_ground', 'held_amount', 'moved_amount', 'cashed_out_amount', 'answered_count', 'acknowledged_at', 'first_action_at', 'answered_at', 'queue_at', 'paused_at']
    else '{}' end
  else '{}' end;

-- Runs after request_guard_update (triggers run by name), which has let through no more than this side's columns.
create function request_written_by() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  content text[] := array['kind_code', 'addressee_org_id', 'urgency', 'grounds', 'legal_bases', 'disclosure', 'parent_id', 'details', 'disputed_amount', 'item_count'];
  beside text[] := array['restricted', 'sealed_to', 'version', 'updated_at', 'editor_ids'];
begin
  if tg_op = 'INSERT' then
    if app.for_person() or not new.drafter_id = any(new.editor_ids) then new.editor_ids := array[new.drafter_id]; end if;
    return new;
  end if;
  if not app.for_person() then return new; end if;
  if new.editor_ids <> old.editor_ids and new.editor_ids <> old.editor_ids || app.user_id() then
    raise exception 'who wrote a request stays written down' using errcode = 'insufficient_privilege', constraint = 'request_editors';
  end if;
  if new.drafter_id <> old.drafter_id and new.drafter_id <> app.user_id() then
    raise exception 'nobody drafts in another''s name' using errcode = 'insufficient_privilege', constraint = 'request_side';
  end if;
  if old.status = 'DRAFT' then
    if new.drafter_id <> app.user_id() and (select bool_or(to_jsonb(new) -> name is distinct from to_jsonb(old) -> name) from unnest(content) as name) then
      raise exception 'who rewrites a draft is its drafter' using errcode = 'insufficient_privilege', constraint = 'request_drafter_wrote';
    end if;
    if new.status <> 'DISCARDED' and app.without(to_jsonb(new), beside) <> app.without(to_jsonb(old), beside)
      and not app.user_id() = any(new.editor_ids) then
      new.editor_ids := new.editor_ids || app.user_id();
    end if;
  end if;
  if new.signer_id is distinct from old.signer_id and new.signer_id = any(old.editor_ids) then
    raise exception 'who wrote or handed in a request does not sign it' using errcode = 'check_violation', constraint = 'request_signer_is_no_editor';
  end if;
  return new;
end $$;
create trigger request_written_by before insert or update on request for each row execute function request_written_by();

-- A draft's targets are its drafter's to write.
alter policy request_item_insert on request_item with check (exists (select 1 from request r where r.id = request_item.request_id
  and r.status = 'DRAFT' and r.drafter_id = app.user_id() and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'asks'));
alter policy request_item_delete on request_item using (exists (select 1 from request r where r.id = request_item.request_id
  and r.status = 'DRAFT' and r.drafter_id = app.user_id() and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'asks'));
alter policy request_item_update on request_item using (exists (select 1 from request r where r.id = request_item.request_id
    and case app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at)
      when 'asks' then (r.status = 'DRAFT' and r.drafter_id = app.user_id()) or r.status = 'ANSWERED'
      when 'answers' then r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'PARTLY_ANSWERED') end))
  with check (app.side_of(request_id) is not null);

-- A draft's files are signed with it: who puts one there or takes one off has written it too.
create function attachment_edits_request() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  about uuid[] := array_remove(array[new.request_id, case tg_op when 'UPDATE' then old.request_id end], null);
begin
  if app.for_person() and (tg_op = 'INSERT' or new.request_id is distinct from old.request_id) then
    update public.request set editor_ids = editor_ids || app.user_id()
      where id = any(about) and status = 'DRAFT' and not app.user_id() = any(editor_ids);
  end if;
  return null;
end $$;
create trigger attachment_edits_request after insert or update of request_id on attachment for each row execute function attachment_edits_request();

-- An amendment goes on in its drafter's hands alone: who hands it in is who wrote it, and neither signs it.
create function amendment_handed_in_by() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and old.status = 'DRAFT' and new.status = 'PENDING_SIGNATURE' and app.user_id() <> old.drafted_by_id then
    raise exception 'an amendment is handed in by who drafted it' using errcode = 'insufficient_privilege', constraint = 'amendment_side';
  end if;
  return new;
end $$;
create trigger amendment_handed_in_by before update on amendment for each row execute function amendment_handed_in_by();

-- Who wrote an order does not say either that it is genuine.
alter policy suspicion_update on suspicion
  using (app.commands() and app.user_id() <> signer_id and app.user_id() <> drafter_id and app.side_of(request_id) = 'asks'
    and not exists (select 1 from request r where r.id = suspicion.request_id and app.user_id() = any(r.editor_ids)))
  with check (app.commands() and app.user_id() <> signer_id and app.user_id() <> drafter_id and app.side_of(request_id) = 'asks'
    and not exists (select 1 from request r where r.id = suspicion.request_id and app.user_id() = any(r.editor_ids)));
