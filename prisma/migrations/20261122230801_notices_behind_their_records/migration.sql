-- A notification is no way around a record that was sealed since, or that one's role no longer reads: it is seen with its record alone.
alter policy notification_select on notification using (membership_id = (select app.membership_id())
  and (request_id is null or exists (select from request r where r.id = notification.request_id))
  and (case_id is null or exists (select from fraud_case c where c.id = notification.case_id))
  and (deadline_id is null or request_id is not null or case_id is not null
    or exists (select from escalation e where e.deadline_id = notification.deadline_id)));
