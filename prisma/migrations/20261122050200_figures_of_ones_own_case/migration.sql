-- A counter names its case now, so a side counts for a case of its own: the unit for one that it sees, the addressee for one in
-- which it was asked. The day stays today's but for a commander, who takes a case off the days before or puts it back there.
alter policy figure_delta_insert on figure_delta with check (
  (app.keeps_cases() and requester_org_id = any(app.org_ids()) and (app.commands() or (app.is_today(day) and measure not like 'answer.%'))
    and exists (select 1 from fraud_case c where c.id = figure_delta.case_id and c.unit_id = figure_delta.requester_org_id and c.province_code = figure_delta.province_code))
  or (app.answers() and addressee_org_id = app.org_id() and app.is_today(day) and (measure like 'answer.%' or measure = 'money.released')
    and exists (select 1 from request r where r.case_id = figure_delta.case_id and r.requester_org_id = figure_delta.requester_org_id
      and r.addressee_org_id = figure_delta.addressee_org_id and r.kind_code = figure_delta.kind_code and r.province_code = figure_delta.province_code and not r.restricted)));
