-- A person takes ten lists an hour out of the portal (lib/exports/hourly-limit.ts, proven equal by a test): what leaves in one file is many records.
-- Letters, minutes and decisions are of one record each and are not counted.

create function export_hourly_limit() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() or new.kind not in ('holds_xlsx', 'requests_xlsx', 'trail_png', 'trail_svg', 'trail_xlsx') then return new; end if;
  -- One after the other: two at once would both be the tenth.
  perform pg_advisory_xact_lock(hashtextextended('export:' || new.user_id, 0));
  if (select count(*) from public.export_record e where e.user_id = new.user_id and e.kind in ('holds_xlsx', 'requests_xlsx', 'trail_png', 'trail_svg', 'trail_xlsx')
      and e.made_at > clock_timestamp() - interval '1 hour') >= 10 then
    raise exception 'ten lists an hour' using errcode = 'check_violation', constraint = 'export_hourly_limit';
  end if;
  return new;
end $$;
create trigger export_hourly_limit before insert on export_record for each row execute function export_hourly_limit();
create index export_record_person_lately on export_record (user_id, made_at desc);
drop index export_record_person;
