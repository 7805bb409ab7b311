-- An appeal is against the people who wrote and signed the order: neither looks into it. appeal_guard (20261122190202) refuses the signer;
-- this refuses whoever drafted, rewrote or handed in any version of it. The drafter is always among the editors.
create function appeal_reviewer_wrote_nothing() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.request r where r.id = new.request_id and new.reviewer_id = any(r.editor_ids)) then
    raise exception 'who wrote the order does not look into the appeal' using errcode = 'check_violation', constraint = 'appeal_reviewer_is_not_drafter';
  end if;
  return new;
end $$;
create trigger appeal_reviewer_wrote_nothing before update on appeal
  for each row when (new.reviewer_id is not null and new.reviewer_id is distinct from old.reviewer_id) execute function appeal_reviewer_wrote_nothing();
