-- Auditors read long lists: who acts is asked once per statement, and a code leads to its case or request at once.
alter policy event_select on event using (actor_id = (select app.user_id())
  or ((select app.audits()) and (province_code = any((select app.provinces())::text[]) or org_id = any((select app.org_ids())::uuid[])))
  or ((select app.works_cases()) and requester_org_id = any((select app.org_ids())::uuid[]) and (cardinality(sealed_to) = 0 or (select app.membership_id()) = any(sealed_to)))
  or ((select app.answers()) and addressee_org_id = (select app.org_id()) and shared)
  or ((select app.administers()) and org_id = (select app.org_id())));
create index event_by_code on event ((changes->>'code')) where changes ? 'code';
create index event_by_actor on event (actor_id, at desc, id desc);
create index event_newest on event (at desc, id desc);
