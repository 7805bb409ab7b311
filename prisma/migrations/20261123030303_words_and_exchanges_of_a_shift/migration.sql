-- Who takes over from who left a word then: a colleague whose shift ended after it and has begun, or begins within half an hour, and
-- whoever keeps the roster. Read by lib/duty too, so that the screen offers what the table takes.
create function app.takes_over(since timestamptz) returns boolean language sql stable parallel safe return
  app.keeps_roster() or exists (select from public.duty_shift d where d.org_id = app.org_id() and d.membership_id = app.membership_id()
    and d.cancelled_at is null and d.to_at > since and d.from_at <= now() + interval '30 minutes');
grant execute on function app.takes_over(timestamptz) to lachan_app, lachan_system;

-- A word is left in one's shift or within twelve hours of its end, and confirmed by who comes.
alter policy duty_note_insert on duty_note with check (org_id = app.org_id() and author_id = app.membership_id()
  and exists (select 1 from duty_shift d where d.id = duty_note.shift_id and d.org_id = duty_note.org_id and d.membership_id = duty_note.author_id
    and d.cancelled_at is null and d.from_at <= now() and d.to_at >= now() - interval '12 hours'));
alter policy duty_note_update on duty_note
  using (org_id = app.org_id() and read_at is null and author_id <> app.membership_id() and app.takes_over(written_at))
  with check (org_id = app.org_id() and reader_id = app.membership_id() and app.is_now(read_at));

-- Agreed is what changed hands: looked at when the act is whole.
create function duty_swap_was_made() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare act xid := pg_current_xact_id()::xid;
begin
  if app.for_person() and (not exists (select from public.duty_shift d where d.id = new.shift_id and d.xmin = act
        and d.membership_id = new.to_membership_id and d.cancelled_at is null)
      or (new.return_shift_id is not null and not exists (select from public.duty_shift d where d.id = new.return_shift_id and d.xmin = act
        and d.membership_id = new.from_membership_id and d.cancelled_at is null))) then
    raise exception 'an exchange moves its shifts' using errcode = 'check_violation', constraint = 'duty_swap_was_made';
  end if;
  return null;
end $$;
create constraint trigger duty_swap_was_made after update on duty_swap deferrable initially deferred
  for each row when (new.state = 'agreed' and old.state <> 'agreed') execute function duty_swap_was_made();
