-- What a restricted case issues is numbered in a register of its own (lib/organisations/numbering.ts), so that no gap in the unit's
-- other numbers tells how many such documents there are. Its head is for commanders who stand in a restricted case.
create function app.keeps_register(document_type text) returns boolean language sql stable parallel safe return
  case when document_type like '%-HC'
    then exists (select 1 from public.fraud_case c where c.restricted and c.unit_id = any(app.org_ids()) and app.membership_id() = any(c.sealed_to))
    else true end;
grant execute on function app.keeps_register(text) to lachan_app, lachan_system;
create index fraud_case_restricted on fraud_case (unit_id) where restricted;

alter policy document_counter_select on document_counter using (organisation_id = app.org_id() and app.commands() and app.keeps_register(document_type));
alter policy document_counter_insert on document_counter with check (organisation_id = app.org_id() and app.commands() and app.keeps_register(document_type));
alter policy document_counter_update on document_counter using (organisation_id = app.org_id() and app.commands() and app.keeps_register(document_type))
  with check (organisation_id = app.org_id() and app.commands() and app.keeps_register(document_type));
