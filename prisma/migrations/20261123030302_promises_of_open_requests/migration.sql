-- Nobody promises to be done with what is over: each side while it has something to do (lib/ladder/promises.ts says the same).
alter policy work_promise_insert on work_promise with check (org_id = app.org_id() and membership_id = app.membership_id()
  and exists (select 1 from request r where r.id = work_promise.request_id
    and case app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at)
      when 'answers' then r.addressee_org_id = app.org_id() and r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')
      when 'asks' then app.org_id() in (r.requester_org_id, r.addressee_org_id)
        and r.status in ('DRAFT', 'PENDING_SIGNATURE', 'SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED', 'ANSWERED')
        and (r.addressee_org_id <> app.org_id() or r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED'))
      else false end));
