-- A request is handed in now: whoever takes it back and hands it in anew does not date it before others, or as of an act of long ago.
-- Those that one act hands in together bear one instant of its own transaction (app.is_now). Taken back or returned, it bears none.

create function request_handed_in_now() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and not (case new.status when 'PENDING_SIGNATURE' then coalesce(app.is_now(new.submitted_at), false) else new.submitted_at is null end) then
    raise exception 'what is done is done now' using errcode = 'insufficient_privilege', constraint = 'request_clock';
  end if;
  return new;
end $$;
create trigger request_handed_in_now before update on request
  for each row when ((old.status, new.status) in (('DRAFT', 'PENDING_SIGNATURE'), ('PENDING_SIGNATURE', 'DRAFT'))) execute function request_handed_in_now();
