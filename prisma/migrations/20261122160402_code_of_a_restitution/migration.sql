-- The short code on the paper of a decision to give back, as on an order (20261122130200): given by the database, chosen by nobody, and
-- answering once the decision is approved.
alter table restitution_decision add column check_code text;
alter table restitution_decision alter column check_code set default app.check_code();
alter table restitution_decision no force row level security; -- binds an owner who is no superuser too
update restitution_decision set check_code = app.check_code() where check_code is null;
alter table restitution_decision force row level security;
alter table restitution_decision add constraint restitution_decision_check_code check (check_code ~ '^[0-9A-HJKMNP-TV-Z]{10}$');
create unique index restitution_decision_check_code on restitution_decision (check_code);

create function restitution_code_born() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() then new.check_code := app.check_code(); end if;
  return new;
end $$;
create trigger restitution_code_born before insert on restitution_decision for each row execute function restitution_code_born();
