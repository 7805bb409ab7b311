-- Whoever restricts a case takes off the figures what they hold of it, whatever its records say by now: so its own unit reads the
-- counters of a case that it may see.
alter policy figure_day_select on figure_day using ((app.reads_figures() and province_code = any(app.provinces()))
  or (app.keeps_cases() and requester_org_id = any(app.org_ids()) and exists (select 1 from fraud_case c where c.id = figure_day.case_id)));
alter policy figure_delta_select on figure_delta using ((app.reads_figures() and province_code = any(app.provinces()))
  or (app.keeps_cases() and requester_org_id = any(app.org_ids()) and exists (select 1 from fraud_case c where c.id = figure_delta.case_id)));
create index figure_day_of_case on figure_day (case_id);
create index figure_delta_of_case on figure_delta (case_id);

-- A case from which something was taken off again is counted exactly, never by a first look.
create index figure_day_taken_off on figure_day (province_code, measure, case_id) where count < 0 or amount < 0;
