-- The desk that handed an appeal in reads the files that it sent with it, and none that the unit lays beside them.
alter policy attachment_select_appeal on attachment using (appeal_id is not null and (app.works_cases() or owner_org_id = app.org_id())
  and exists (select 1 from appeal a where a.id = attachment.appeal_id));
