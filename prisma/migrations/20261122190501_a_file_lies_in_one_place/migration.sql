-- What an appellant sent lies beside his appeal and goes onto no request: no receiver reads it with an order. lib/files/case-files.ts is the same
-- rule for the commands.
alter table attachment add constraint file_of_an_appeal_stays_beside_it check (appeal_id is null or (request_id is null and thread_request_id is null));

-- A decision to give back hands its file to the holders: it is one of the case's own, and no statement, no word of the talk and no appellant's.
create or replace function restitution_file_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.attachment_id is not null and exists (select from public.attachment a where a.id = new.attachment_id
      and (a.is_statement or a.appeal_id is not null or a.thread_request_id is not null)) then
    raise exception 'only a file of the case itself goes onto a decision' using errcode = 'check_violation';
  end if;
  return new;
end $$;
