-- The spread walks the outbox in the order of its ids.
create index outbox_in_order on outbox (id) where processed_at is null;
drop index outbox_waiting;
-- What was told is forgotten after ninety days; what was not is kept until it is.
grant delete on outbox to lachan_system;
create function outbox_forgotten() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.processed_at is null then
    raise exception 'what was not told is not forgotten' using errcode = 'check_violation', constraint = 'outbox_forgotten';
  end if;
  return old;
end $$;
create trigger outbox_forgotten before delete on outbox for each row execute function outbox_forgotten();
-- Collected words that were told are forgotten from the oldest on.
create index digest_entry_closed on digest_entry (at) where closed_at is not null;
-- Which exchanges were offered within the last day is asked every few seconds.
create index duty_swap_proposed_at on duty_swap (proposed_at) where state = 'proposed';
