-- A file moves onto a draft and off it again, back to its case, until the draft is signed: whoever of the unit, or of those above it,
-- works on the draft, and whoever of them sent the file.
alter policy attachment_update on attachment using (case when request_id is null
  then owner_org_id = any(app.org_ids()) and exists (select 1 from fraud_case c where c.id = attachment.case_id)
  else exists (select 1 from request r where r.id = attachment.request_id
    and r.status = 'DRAFT' and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'asks') end)
  with check (case when request_id is null
  then exists (select 1 from fraud_case c where c.id = attachment.case_id)
  else exists (select 1 from request r where r.id = attachment.request_id and r.case_id = attachment.case_id
    and r.status = 'DRAFT' and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'asks') end);
