-- The leader's page reads tens of thousands of clocks at once. Who acts is asked once per statement (a sub-select) and not
-- once per row, and the columns it needs, those of the policy included, lie in the index. Restricted clocks are not in it.
alter policy deadline_select on deadline using (
  ((select app.works_cases()) and requester_org_id = any((select app.org_ids())::uuid[]) and (cardinality(sealed_to) = 0 or (select app.membership_id()) = any(sealed_to)))
  or ((select app.answers()) and owner_org_id = (select app.org_id()) and request_id is not null)
  or ((select app.reads_figures()) and province_code = any((select app.provinces())::text[]) and not restricted and subject = 'ANSWER'));
alter policy figure_day_select on figure_day using ((select app.reads_figures()) and province_code = any((select app.provinces())::text[]));
alter policy figure_delta_select on figure_delta using ((select app.reads_figures()) and province_code = any((select app.provinces())::text[]));

drop index deadline_open_by_province;
drop index deadline_ended_by_province;
create index deadline_open_by_province on deadline (province_code, owner_org_id, due_at)
  include (paused_at, state, kind_code, requester_org_id, request_id, sealed_to, restricted, subject)
  where state in ('running', 'paused') and subject = 'ANSWER' and not restricted;
create index deadline_ended_by_province on deadline (province_code, ended_at)
  include (owner_org_id, starts_at, due_at, span_minutes, state, kind_code, requester_org_id, request_id, sealed_to, restricted, subject)
  where state in ('met', 'missed') and subject = 'ANSWER' and not restricted;
