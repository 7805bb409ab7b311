-- The statement as it was pasted or uploaded lies in the case's own file and nowhere else. It tells of every account, bank and victim of the
-- case: it goes onto no request, into no talk and beside no appeal, so that no receiver reads what is not about him.
alter table attachment add column is_statement boolean not null default false;
alter table attachment add constraint statement_stays_in_its_case
  check (not is_statement or (request_id is null and item_id is null and thread_request_id is null and appeal_id is null));

-- Whether a file is the statement is said when it comes and never again.
create function attachment_statement_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.is_statement is distinct from old.is_statement then
    raise exception 'a file is the statement from its beginning or never' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger attachment_statement_guard before update of is_statement on attachment for each row execute function attachment_statement_guard();

-- A decision to give back hands its file to the holders: the statement is none of it.
create function restitution_file_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.attachment_id is not null and exists (select from public.attachment a where a.id = new.attachment_id and a.is_statement) then
    raise exception 'the statement stays in its case' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger restitution_file_guard before insert or update of attachment_id on restitution_decision for each row execute function restitution_file_guard();
