-- An appeal that was found right keeps its right to a release: where the order that should let the money go was withdrawn, it is drafted
-- anew, as where its draft was discarded.
create or replace function appeal_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  wrote uuid[];
  signed uuid;
begin
  if (old.status, new.status) not in (('RECEIVED', 'RECEIVED'), ('REVIEWING', 'REVIEWING'), ('UPHELD', 'UPHELD'), ('REJECTED', 'REJECTED'), ('WITHDRAWN', 'WITHDRAWN'),
      ('RECEIVED', 'REVIEWING'), ('RECEIVED', 'WITHDRAWN'), ('REVIEWING', 'UPHELD'), ('REVIEWING', 'REJECTED'), ('REVIEWING', 'WITHDRAWN')) then
    raise exception 'no arrow from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'appeal_lifecycle';
  end if;
  if old.ended_at is not null and app.without(to_jsonb(new), array['unfreeze_id', 'version']) <> app.without(to_jsonb(old), array['unfreeze_id', 'version']) then
    raise exception 'an appeal that was answered does not change' using errcode = 'check_violation', constraint = 'appeal_answered';
  end if;
  if old.unfreeze_id is not null and new.unfreeze_id is distinct from old.unfreeze_id
    and not exists (select from public.request r where r.id = old.unfreeze_id and r.status in ('DISCARDED', 'WITHDRAWN')) then
    raise exception 'the release of an appeal is drafted once' using errcode = 'check_violation', constraint = 'appeal_release_once';
  end if;
  select r.editor_ids, r.signer_id into wrote, signed from public.request r where r.id = new.request_id;
  if new.decided_by_id is not null and new.decided_by_id is distinct from old.decided_by_id and (new.decided_by_id = any(wrote) or new.decided_by_id = signed) then
    raise exception 'who drafted or signed the order does not judge the appeal' using errcode = 'check_violation', constraint = 'appeal_decider_is_not_drafter';
  end if;
  if not app.for_person() then return new; end if;
  if (new.decided_by_id is distinct from old.decided_by_id and (new.decided_by_id <> app.user_id() or not app.commands()))
    or (new.ended_at is distinct from old.ended_at and not coalesce(app.is_now(new.ended_at), false))
    or (new.reviewer_id is distinct from old.reviewer_id and (new.reviewer_id is distinct from app.user_id() or new.status <> 'REVIEWING' or app.user_id() = signed))
    -- Words, numbers and names come with an arrow; between two of them only the release is noted.
    or (new.status = old.status and app.without(to_jsonb(new), array['unfreeze_id', 'version']) <> app.without(to_jsonb(old), array['unfreeze_id', 'version']))
    or (new.status <> 'WITHDRAWN' and not app.writes_requests())
    or (new.status in ('UPHELD', 'REJECTED') and new.status <> old.status and new.decided_by_id is distinct from app.user_id())
    or (new.status <> 'WITHDRAWN' and new.withdrawal_letter_id is not null) then
    raise exception 'this part of an appeal is not yours to write' using errcode = 'insufficient_privilege', constraint = 'appeal_side';
  end if;
  if new.status = 'WITHDRAWN' and old.status <> 'WITHDRAWN' then
    if not app.roles() && array['intake_officer', 'commander'] or app.user_id() = any(wrote) or app.user_id() = signed then
      raise exception 'that an appeal is taken back is not yours to write' using errcode = 'insufficient_privilege', constraint = 'appeal_side';
    end if;
    if not exists (select from public.attachment a where a.id = new.withdrawal_letter_id and a.appeal_id = new.id) then
      raise exception 'an appeal is taken back by its appellant''s letter' using errcode = 'check_violation', constraint = 'appeal_withdrawn_by_letter';
    end if;
  end if;
  return new;
end $$;
