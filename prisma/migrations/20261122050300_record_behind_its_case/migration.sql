-- What was written of a case while everybody saw it follows the case behind its seal: the record keeps its own seal for ever,
-- so the case is asked as it stands now.
alter policy event_select on event using (actor_id = (select app.user_id())
  or ((select app.audits()) and (province_code = any((select app.provinces())::text[]) or org_id = any((select app.org_ids())::uuid[])))
  or ((select app.works_cases()) and requester_org_id = any((select app.org_ids())::uuid[])
    and case when case_id is null then cardinality(sealed_to) = 0 or (select app.membership_id()) = any(sealed_to)
      else exists (select 1 from public.fraud_case c where c.id = case_id) end)
  or ((select app.answers()) and addressee_org_id = (select app.org_id()) and shared)
  or ((select app.administers()) and org_id = (select app.org_id())));
