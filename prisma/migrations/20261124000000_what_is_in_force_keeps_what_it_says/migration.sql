-- What the law gave from a day on stays readable as it was: once its first day has come, a time limit or a request kind keeps what it says.
-- It may end, and its source may be confirmed; a period that nobody has gone by yet may be written anew.
create function app.period_kept() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  free constant text[] := array['valid_to', 'verify', 'source', 'version'];
begin
  if old.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
    and to_jsonb(new) - free is distinct from to_jsonb(old) - free
  then
    raise exception 'a period in force keeps what it says' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger deadline_policy_kept before update on deadline_policy for each row execute function app.period_kept();
create trigger request_kind_kept before update on request_kind for each row execute function app.period_kept();
