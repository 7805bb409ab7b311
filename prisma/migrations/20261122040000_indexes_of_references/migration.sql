-- What a request's page and a list's filter look up by reference; without these each of them reads a whole table.
create index hold_request_id_idx on hold (request_id);
create index payment_victim_id_idx on payment (victim_id);
-- Whom a unit has written to is found one addressee after the other instead of request by request.
create index request_asked on request (requester_org_id, addressee_org_id);
-- A state is a condition that row-level security lets no index look up (comparing it is not leakproof): each view that does
-- not hold most requests has an index of its own rows.
create index request_answered_requester on request (requester_org_id, created_at desc, id desc) where status in ('ANSWERED', 'NOT_EXECUTED');
create index request_drafts_requester on request (requester_org_id, created_at desc, id desc) where status = 'DRAFT';
