-- Whoever works cases learns how long those he asks take to answer his province: by it the portal says what will be late today.
alter policy pace_sum_select on pace_sum using (
  ((select app.reads_figures()) and scope = any((select app.figure_scopes())::text[]))
  or ((select app.leads_desk()) and addressee_org_id = (select app.org_id()) and scope = 'vn')
  or ((select app.works_cases()) and stage = 'answered' and scope = any((select app.provinces())::text[])));
