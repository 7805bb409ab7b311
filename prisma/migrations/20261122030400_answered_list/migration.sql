-- What a desk has answered, the latest first: its list, its count of today and its manager's median.
create index request_answered_addressee on request (addressee_org_id, answered_at desc, id desc) where answered_at is not null;
