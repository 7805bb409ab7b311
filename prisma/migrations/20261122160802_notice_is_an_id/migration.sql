-- Whoever can connect can LISTEN, with nobody named as who acts: so the channel says no more than that something was committed.
-- What it was about the portal's listener reads through its own door (lib/notices/listen.ts).
create or replace function outbox_tell() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_notify('lachan', new.id::text);
  return null;
end $$;
