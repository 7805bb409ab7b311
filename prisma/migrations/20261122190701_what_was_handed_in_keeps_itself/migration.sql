-- What was handed in and taken back is kept by the act that takes it back, out of the request and its targets as they stand: nobody writes
-- such a row by hand, so none holds another content, stands without its arrow, or takes the place of a later one.

drop policy recalled_version_insert on recalled_version;
revoke insert (request_id, version, content, content_hash, handed_in_at, recalled_by_id) on recalled_version from lachan_app;
-- Its hash follows from it, and is reckoned where it is read; the event of the recall says it too.
alter table recalled_version drop column content_hash;

create or replace function request_recall_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() then return new; end if;
  if new.stated_reason is not null then
    if not app.commands() then
      raise exception 'who does not command the unit returns nothing' using errcode = 'insufficient_privilege', constraint = 'request_side';
    end if;
  elsif not app.user_id() = any(old.editor_ids) then
    raise exception 'only who wrote or handed in a request takes it back' using errcode = 'insufficient_privilege', constraint = 'request_recall';
  end if;
  return new;
end $$;

-- The envelope of lib/requests/signing/envelope.ts, proven equal by a test. A version that stands there already is counted on from.
create function request_recall_keeps() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.recalled_version (request_id, version, content, handed_in_at, recalled_by_id)
  select old.id,
    greatest(old.version, (select max(v.version) + 1 from public.recalled_version v where v.request_id = old.id)),
    jsonb_build_object('code', old.code, 'kindCode', old.kind_code, 'urgency', old.urgency, 'requesterOrgId', old.requester_org_id,
      'addresseeOrgId', old.addressee_org_id, 'drafterId', old.drafter_id, 'grounds', old.grounds, 'legalBases', old.legal_bases,
      'disclosure', old.disclosure, 'parentId', old.parent_id,
      'items', (select coalesce(jsonb_agg(jsonb_build_object('position', i.position, 'kind', i.kind, 'value', i.value, 'institutionId', i.institution_id,
          'disputedAmount', i.disputed_amount::text, 'overGround', i.over_ground)
          || case when coalesce(i.details, '{}') - 'note' = '{}' then '{}' else jsonb_build_object('details', i.details - 'note') end order by i.position), '[]')
        from public.request_item i where i.request_id = old.id),
      'files', array(select a.sha256 from public.attachment a where a.request_id = old.id and a.owner_org_id <> old.addressee_org_id order by a.sha256))
    || case when jsonb_typeof(old.details) = 'object' then jsonb_build_object('details', old.details) else '{}' end,
    coalesce(old.submitted_at, old.updated_at), app.user_id();
  return null;
end $$;
create trigger request_recall_keeps after update on request
  for each row when (old.status = 'PENDING_SIGNATURE' and new.status = 'DRAFT' and new.stated_reason is null and app.for_person())
  execute function request_recall_keeps();

do $$
declare
  holder text := 'lachan_trust';
begin
  begin
    if not pg_has_role('lachan_trust', 'member') then
      execute format('grant lachan_trust to %I', current_user);
    end if;
    grant usage, create on schema public to lachan_trust;
    alter function request_recall_keeps() owner to lachan_trust;
    revoke create on schema public from lachan_trust;
    grant select (request_id, position, kind, value, institution_id, disputed_amount, over_ground, details) on request_item to lachan_trust;
    grant select (request_id, owner_org_id, sha256) on attachment to lachan_trust;
    grant select (request_id, version), insert (request_id, version, content, handed_in_at, recalled_by_id) on recalled_version to lachan_trust;
  exception when insufficient_privilege or undefined_object then
    raise warning 'request_recall_keeps() keeps its owner: %', sqlerrm;
    holder := current_user;
  end;
  execute format('create policy request_item_trust on request_item for select to %I using (true)', holder);
  execute format('create policy attachment_trust on attachment for select to %I using (true)', holder);
  execute format('create policy recalled_version_trust on recalled_version for select to %I using (true)', holder);
  execute format('create policy recalled_version_trust_insert on recalled_version for insert to %I with check (true)', holder);
end $$;
