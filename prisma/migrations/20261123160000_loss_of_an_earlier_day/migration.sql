-- What is reported later belongs to the day on which the case was opened, where a rebuild of the counters puts it: its unit counts it
-- there, whoever of it adds a payment. Anything else is counted on the day on which it happens.
create function app.opened_on(case_asked uuid) returns date language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select (c.created_at at time zone 'Asia/Ho_Chi_Minh')::date from fraud_case c where c.id = case_asked
$$;
grant execute on function app.opened_on(uuid) to lachan_app;

alter policy figure_delta_insert on figure_delta with check (
  (app.keeps_cases() and requester_org_id = any(app.org_ids())
    and (app.commands() or (app.is_today(day) and measure not like 'answer.%') or (measure = 'case.reported' and day = app.opened_on(case_id)))
    and exists (select 1 from fraud_case c where c.id = figure_delta.case_id and c.unit_id = figure_delta.requester_org_id and c.province_code = figure_delta.province_code))
  or (app.answers() and addressee_org_id = app.org_id() and app.is_today(day) and (measure like 'answer.%' or measure in ('money.released', 'money.returned'))
    and exists (select 1 from request r where r.case_id = figure_delta.case_id and r.requester_org_id = figure_delta.requester_org_id
      and r.addressee_org_id = figure_delta.addressee_org_id and r.kind_code = figure_delta.kind_code and r.province_code = figure_delta.province_code and not r.restricted)));

-- What an answer tells of money is an amount: never less than nothing.
alter table request_item add constraint request_item_told_is_an_amount check (
  coalesce(held_amount, 0) >= 0 and coalesce(moved_amount, 0) >= 0 and coalesce(cashed_out_amount, 0) >= 0
  and coalesce(held_amount, 0) + coalesce(moved_amount, 0) + coalesce(cashed_out_amount, 0) < 1000000000000000000);
