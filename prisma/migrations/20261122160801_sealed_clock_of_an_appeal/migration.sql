-- Since a police unit answers too (20261122130301), "who answers and owns the clock" was also the unit that judges an appeal: its people
-- saw the clock of a sealed case, and could end it. Whoever is asked owns a clock of somebody else's order; what is one's own unit's, an
-- appeal's clock among it, is seen and turned through the side that asks, where the seal is.
alter policy deadline_select on deadline using (
  ((select app.works_cases()) and requester_org_id = any((select app.org_ids())::uuid[]) and (cardinality(sealed_to) = 0 or (select app.membership_id()) = any(sealed_to)))
  or ((select app.answers()) and owner_org_id = (select app.org_id()) and requester_org_id <> owner_org_id and request_id is not null)
  or ((select app.reads_figures()) and province_code = any((select app.provinces())::text[]) and not restricted and subject = 'ANSWER'));
alter policy deadline_update on deadline
  using ((app.keeps_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to))
    or (app.answers() and owner_org_id = app.org_id() and requester_org_id <> owner_org_id and request_id is not null))
  with check ((app.keeps_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to))
    or (app.answers() and owner_org_id = app.org_id() and requester_org_id <> owner_org_id and request_id is not null));
