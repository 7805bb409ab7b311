-- A slip of typing that came into force at once could not be put right before the next day. A period keeps what it says once its
-- first day is over; on that day it may be written anew. Clocks that began by it keep the copy they took.
create or replace function app.period_kept() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  free constant text[] := array['valid_to', 'verify', 'source', 'version'];
begin
  if old.valid_from < (now() at time zone 'Asia/Ho_Chi_Minh')::date
    and to_jsonb(new) - free is distinct from to_jsonb(old) - free
  then
    raise exception 'a period in force keeps what it says' using errcode = 'check_violation';
  end if;
  return new;
end $$;
