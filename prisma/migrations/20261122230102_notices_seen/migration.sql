-- What a person has read, put off or gets back changes the number on all his open screens. The channel says whose, by id, and no more.
create function notification_seen() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_notify('lachan', 'of:' || e.membership_id)
    from (select distinct n.membership_id from changed n join was o on o.id = n.id
      where n.read_at is distinct from o.read_at or n.snoozed_until is distinct from o.snoozed_until) e;
  return null;
end $$;
create trigger notification_seen after update on notification referencing old table as was new table as changed
  for each statement execute function notification_seen();

-- What comes back from being put off.
create index notification_snoozed on notification (snoozed_until) where read_at is null and snoozed_until is not null;
