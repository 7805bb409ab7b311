-- The record keeps what happened; that a word of it arrived is kept for ninety days. What waits or was given up stays until somebody decides.
grant delete on delivery, digest_entry to lachan_system;
create index delivery_ended on delivery (at) where state in ('sent', 'discarded');
create function delivery_forgotten() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.state not in ('sent', 'discarded') then
    raise exception 'what was not sent is not forgotten' using errcode = 'check_violation', constraint = 'delivery_forgotten';
  end if;
  return old;
end $$;
create trigger delivery_forgotten before delete on delivery for each row execute function delivery_forgotten();
