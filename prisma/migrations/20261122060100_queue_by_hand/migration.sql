-- The tabs of a queue and who asks are read along an index of their own, so that they cost the same however long the queue is.
create index request_in_hand on request (addressee_org_id, assignee_id, queue_at, id)
  where status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED');
create index request_asking on request (addressee_org_id, requester_org_id)
  where status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED');
