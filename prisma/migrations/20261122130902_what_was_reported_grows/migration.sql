-- What was reported stays: a further statement adds to the loss and may tell of an earlier transfer, and nothing takes either back.
create function app.report_grows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.reported_loss < old.reported_loss
    or (old.first_transfer_at is not null and (new.first_transfer_at is null or new.first_transfer_at > old.first_transfer_at)) then
    raise exception 'what was reported stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger fraud_case_report_grows before update of reported_loss, first_transfer_at on fraud_case
  for each row execute function app.report_grows();
