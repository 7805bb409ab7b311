-- What the operator's scanner says of a file. `unscanned`: no scanner was set when it came, and the portal's own inspection stands
-- alone. `waiting` and `refused` are held: nobody but the side that brought the file sees that there is one.
alter table attachment add column scan_state text not null default 'unscanned' check (scan_state in ('unscanned', 'waiting', 'clean', 'refused'));
alter table attachment add column scan_reason text check (length(scan_reason) between 1 and 200);
alter table attachment add column scanned_at timestamptz(3);
alter table attachment add constraint refused_says_why check (scan_state <> 'refused' or scan_reason is not null);
create index attachment_waiting on attachment (scanned_at nulls first, id) where scan_state = 'waiting';

-- Only the narrow door says what a scanner found. Whoever adds a file may say that it waits; that it is clean follows from the same
-- bytes having been found clean where he can see them.
create function attachment_scan_born() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() or new.scan_state = 'unscanned' then return new; end if;
  new.scan_reason := null;
  new.scanned_at := null;
  new.scan_state := case when exists (select from attachment a where a.sha256 = new.sha256 and a.scan_state = 'clean') then 'clean' else 'waiting' end;
  return new;
end $$;
create trigger attachment_scan_born before insert on attachment for each row execute function attachment_scan_born();

create policy attachment_held on attachment as restrictive for select to lachan_app
  using (scan_state in ('unscanned', 'clean') or owner_org_id = any(app.org_ids()));
-- Said across, a file is there for the other side: a held one is not.
create policy attachment_held_back on attachment as restrictive for update to lachan_app
  using (true) with check (message_id is null or scan_state in ('unscanned', 'clean')
    or exists (select 1 from thread_message m where m.id = attachment.message_id and m.internal));

-- What is signed is read by its receiver: an order goes out without a held file, or not at all.
create function request_files_are_free() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from attachment a where a.request_id = new.id and a.scan_state in ('waiting', 'refused')
      and a.owner_org_id <> new.addressee_org_id) then
    raise exception 'a file of the request is held' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger request_files_are_free before update on request for each row
  when (old.sent_at is null and new.sent_at is not null) execute function request_files_are_free();
