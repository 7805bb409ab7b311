-- "Not ours": the case's own word about who keeps a target follows the request that carries it on. Nothing else of a target changes, and
-- the items of requests, which are what was signed, keep the institution that they were signed with.
grant update (institution_id) on target to lachan_app;
create policy target_update on target for update to lachan_app
  using (app.keeps_cases() and exists (select 1 from fraud_case c where c.id = target.case_id)
    and exists (select 1 from request_item i where i.target_id = target.id and i.outcome = 'NOT_OURS' and i.answered_at is not null and app.side_of(i.request_id) = 'asks'))
  with check (app.keeps_cases() and exists (select 1 from fraud_case c where c.id = target.case_id)
    and exists (select 1 from request_item i join request r on r.id = i.request_id
      where i.target_id = target.id and r.link = 'rerouted' and r.addressee_org_id = target.institution_id and r.status <> 'DISCARDED'));
