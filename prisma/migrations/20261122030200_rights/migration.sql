-- The second wall. The application's own filter is the first; this one holds when the first is forgotten.
-- Who acts is told by set_config(…, true) inside the transaction; without it every function below gives null and no row is seen.
create schema app;
create function app.user_id() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create function app.membership_id() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.membership_id', true), '')::uuid $$;
create function app.org_id() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.org_id', true), '')::uuid $$;
-- The acting organisation and those below it today.
create function app.org_ids() returns uuid[] language sql stable parallel safe as $$ select nullif(current_setting('app.org_ids', true), '')::uuid[] $$;
create function app.roles() returns text[] language sql stable parallel safe as $$ select nullif(current_setting('app.roles', true), '')::text[] $$;
-- The provinces whose figures the acting organisation may read.
create function app.provinces() returns text[] language sql stable parallel safe as $$ select nullif(current_setting('app.provinces', true), '')::text[] $$;
create function app.works_cases() returns boolean language sql stable parallel safe as $$ select coalesce(app.roles() && array['intake_officer', 'investigator', 'commander', 'analyst'], false) $$;
create function app.answers() returns boolean language sql stable parallel safe as $$ select coalesce(app.roles() && array['liaison', 'liaison_manager'], false) $$;
create function app.prosecutes() returns boolean language sql stable parallel safe as $$ select coalesce('prosecutor' = any(app.roles()), false) $$;
create function app.audits() returns boolean language sql stable parallel safe as $$ select coalesce('auditor' = any(app.roles()), false) $$;
create function app.administers() returns boolean language sql stable parallel safe as $$ select coalesce('admin' = any(app.roles()), false) $$;
create function app.reads_figures() returns boolean language sql stable parallel safe as $$ select coalesce(app.roles() && array['leader', 'secretary', 'department_officer', 'commander'], false) $$;
-- A restricted record is seen by its named members alone.
create function app.unsealed(sealed_to uuid[]) returns boolean language sql stable parallel safe as $$ select cardinality(sealed_to) = 0 or app.membership_id() = any(sealed_to) $$;

grant usage on schema public, app to lachan_app, lachan_system;
grant execute on all functions in schema app to lachan_app, lachan_system;

-- Cases: the unit and those above it; never a responder, a committee or an administrator.

alter table fraud_case enable row level security;
alter table fraud_case force row level security;
grant select, insert, update on fraud_case to lachan_system;
create policy fraud_case_system on fraud_case to lachan_system using (true) with check (true);
grant select, insert, update on fraud_case to lachan_app;
create policy fraud_case_select on fraud_case for select to lachan_app using (app.works_cases() and unit_id = any(app.org_ids()) and app.unsealed(sealed_to));
create policy fraud_case_insert on fraud_case for insert to lachan_app with check (app.works_cases() and unit_id = any(app.org_ids()));
create policy fraud_case_update on fraud_case for update to lachan_app using (app.works_cases() and unit_id = any(app.org_ids()) and app.unsealed(sealed_to)) with check (app.works_cases() and unit_id = any(app.org_ids()));

alter table victim enable row level security;
alter table victim force row level security;
grant select, insert, update on victim to lachan_system;
create policy victim_system on victim to lachan_system using (true) with check (true);
grant select, insert, update, delete on victim to lachan_app;
create policy victim_select on victim for select to lachan_app using (exists (select 1 from fraud_case c where c.id = victim.case_id));
create policy victim_insert on victim for insert to lachan_app with check (exists (select 1 from fraud_case c where c.id = victim.case_id));
create policy victim_update on victim for update to lachan_app using (exists (select 1 from fraud_case c where c.id = victim.case_id)) with check (exists (select 1 from fraud_case c where c.id = victim.case_id));
create policy victim_delete on victim for delete to lachan_app using (exists (select 1 from fraud_case c where c.id = victim.case_id));

alter table payment enable row level security;
alter table payment force row level security;
grant select, insert, update on payment to lachan_system;
create policy payment_system on payment to lachan_system using (true) with check (true);
grant select, insert, update, delete on payment to lachan_app;
create policy payment_select on payment for select to lachan_app using (exists (select 1 from fraud_case c where c.id = payment.case_id));
create policy payment_insert on payment for insert to lachan_app with check (exists (select 1 from fraud_case c where c.id = payment.case_id));
create policy payment_update on payment for update to lachan_app using (exists (select 1 from fraud_case c where c.id = payment.case_id)) with check (exists (select 1 from fraud_case c where c.id = payment.case_id));
create policy payment_delete on payment for delete to lachan_app using (exists (select 1 from fraud_case c where c.id = payment.case_id));

alter table target enable row level security;
alter table target force row level security;
grant select, insert, update on target to lachan_system;
create policy target_system on target to lachan_system using (true) with check (true);
grant select, insert, update, delete on target to lachan_app;
create policy target_select on target for select to lachan_app using (exists (select 1 from fraud_case c where c.id = target.case_id));
create policy target_insert on target for insert to lachan_app with check (exists (select 1 from fraud_case c where c.id = target.case_id));
create policy target_update on target for update to lachan_app using (exists (select 1 from fraud_case c where c.id = target.case_id)) with check (exists (select 1 from fraud_case c where c.id = target.case_id));
create policy target_delete on target for delete to lachan_app using (exists (select 1 from fraud_case c where c.id = target.case_id));

alter table case_note enable row level security;
alter table case_note force row level security;
grant select, insert, update on case_note to lachan_system;
create policy case_note_system on case_note to lachan_system using (true) with check (true);
grant select, insert, update on case_note to lachan_app;
create policy case_note_select on case_note for select to lachan_app using (exists (select 1 from fraud_case c where c.id = case_note.case_id));
create policy case_note_insert on case_note for insert to lachan_app with check (exists (select 1 from fraud_case c where c.id = case_note.case_id));
create policy case_note_update on case_note for update to lachan_app using (exists (select 1 from fraud_case c where c.id = case_note.case_id)) with check (exists (select 1 from fraud_case c where c.id = case_note.case_id));

alter table case_member enable row level security;
alter table case_member force row level security;
grant select, insert, update on case_member to lachan_system;
create policy case_member_system on case_member to lachan_system using (true) with check (true);
grant select, insert, update on case_member to lachan_app;
create policy case_member_select on case_member for select to lachan_app using (exists (select 1 from fraud_case c where c.id = case_member.case_id));
create policy case_member_insert on case_member for insert to lachan_app with check (exists (select 1 from fraud_case c where c.id = case_member.case_id));
create policy case_member_update on case_member for update to lachan_app using (exists (select 1 from fraud_case c where c.id = case_member.case_id)) with check (exists (select 1 from fraud_case c where c.id = case_member.case_id));

-- Requests: the unit that asks; the organisation that is asked, once issued; the procuracy that is notified, once issued.

alter table request enable row level security;
alter table request force row level security;
grant select, insert, update on request to lachan_system;
create policy request_system on request to lachan_system using (true) with check (true);
grant select, insert, update on request to lachan_app;
create policy request_select on request for select to lachan_app using ((app.works_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and addressee_org_id = app.org_id() and sent_at is not null) or (app.prosecutes() and procuracy_org_id = app.org_id() and sent_at is not null));
create policy request_insert on request for insert to lachan_app with check (app.works_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to));
create policy request_update on request for update to lachan_app using ((app.works_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and addressee_org_id = app.org_id() and sent_at is not null)) with check ((app.works_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and addressee_org_id = app.org_id() and sent_at is not null));

alter table request_item enable row level security;
alter table request_item force row level security;
grant select, insert, update on request_item to lachan_system;
create policy request_item_system on request_item to lachan_system using (true) with check (true);
grant select, insert, update, delete on request_item to lachan_app;
create policy request_item_select on request_item for select to lachan_app using (exists (select 1 from request r where r.id = request_item.request_id));
create policy request_item_insert on request_item for insert to lachan_app with check (exists (select 1 from request r where r.id = request_item.request_id));
create policy request_item_update on request_item for update to lachan_app using (exists (select 1 from request r where r.id = request_item.request_id)) with check (exists (select 1 from request r where r.id = request_item.request_id));
create policy request_item_delete on request_item for delete to lachan_app using (exists (select 1 from request r where r.id = request_item.request_id));

alter table clarification enable row level security;
alter table clarification force row level security;
grant select, insert, update on clarification to lachan_system;
create policy clarification_system on clarification to lachan_system using (true) with check (true);
grant select, insert, update on clarification to lachan_app;
create policy clarification_select on clarification for select to lachan_app using (exists (select 1 from request r where r.id = clarification.request_id));
create policy clarification_insert on clarification for insert to lachan_app with check (exists (select 1 from request r where r.id = clarification.request_id));
create policy clarification_update on clarification for update to lachan_app using (exists (select 1 from request r where r.id = clarification.request_id)) with check (exists (select 1 from request r where r.id = clarification.request_id));

alter table hold enable row level security;
alter table hold force row level security;
grant select, insert, update on hold to lachan_system;
create policy hold_system on hold to lachan_system using (true) with check (true);
grant select, insert, update on hold to lachan_app;
create policy hold_select on hold for select to lachan_app using (exists (select 1 from request r where r.id = hold.request_id));
create policy hold_insert on hold for insert to lachan_app with check (exists (select 1 from request r where r.id = hold.request_id));
create policy hold_update on hold for update to lachan_app using (exists (select 1 from request r where r.id = hold.request_id)) with check (exists (select 1 from request r where r.id = hold.request_id));

alter table transfer enable row level security;
alter table transfer force row level security;
grant select, insert, update on transfer to lachan_system;
create policy transfer_system on transfer to lachan_system using (true) with check (true);
grant select, insert, update on transfer to lachan_app;
create policy transfer_select on transfer for select to lachan_app using (exists (select 1 from fraud_case c where c.id = transfer.case_id) or (app.answers() and reporter_org_id = app.org_id()));
create policy transfer_update on transfer for update to lachan_app using (app.answers() and reporter_org_id = app.org_id()) with check (app.answers() and reporter_org_id = app.org_id());
create policy transfer_insert on transfer for insert to lachan_app with check (app.answers() and reporter_org_id = app.org_id() and exists (select 1 from request r where r.id = transfer.request_id));

alter table attachment enable row level security;
alter table attachment force row level security;
grant select, insert, update on attachment to lachan_system;
create policy attachment_system on attachment to lachan_system using (true) with check (true);
grant select, insert, update on attachment to lachan_app;
create policy attachment_select on attachment for select to lachan_app using (exists (select 1 from fraud_case c where c.id = attachment.case_id) or exists (select 1 from request r where r.id = attachment.request_id));
create policy attachment_insert on attachment for insert to lachan_app with check (owner_org_id = app.org_id() and (exists (select 1 from fraud_case c where c.id = attachment.case_id) or exists (select 1 from request r where r.id = attachment.request_id)));
create policy attachment_update on attachment for update to lachan_app using (owner_org_id = app.org_id() and (exists (select 1 from fraud_case c where c.id = attachment.case_id) or exists (select 1 from request r where r.id = attachment.request_id))) with check (owner_org_id = app.org_id() and (exists (select 1 from fraud_case c where c.id = attachment.case_id) or exists (select 1 from request r where r.id = attachment.request_id)));

alter table deadline enable row level security;
alter table deadline force row level security;
grant select, insert, update on deadline to lachan_system;
create policy deadline_system on deadline to lachan_system using (true) with check (true);
grant select, insert, update on deadline to lachan_app;
create policy deadline_select on deadline for select to lachan_app using ((app.works_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and owner_org_id = app.org_id() and request_id is not null) or (app.reads_figures() and province_code = any(app.provinces()) and not restricted and subject = 'ANSWER'));
create policy deadline_insert on deadline for insert to lachan_app with check ((app.works_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and owner_org_id = app.org_id() and request_id is not null));
create policy deadline_update on deadline for update to lachan_app using ((app.works_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and owner_org_id = app.org_id() and request_id is not null)) with check ((app.works_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and owner_org_id = app.org_id() and request_id is not null));

-- The record: written as oneself only; read by auditors of the province, by the parties of a request, and by oneself.

alter table event enable row level security;
alter table event force row level security;
grant select, insert on event to lachan_system;
create policy event_system on event to lachan_system using (true) with check (true);
grant select, insert on event to lachan_app;
create policy event_insert on event for insert to lachan_app with check (actor_id = app.user_id() and org_id = app.org_id() and stream = app.org_id());
create policy event_select on event for select to lachan_app using (actor_id = app.user_id()
  or (app.audits() and (province_code = any(app.provinces()) or org_id = any(app.org_ids())))
  or (app.works_cases() and requester_org_id = any(app.org_ids()) and app.unsealed(sealed_to))
  or (app.answers() and addressee_org_id = app.org_id() and shared)
  or (app.administers() and org_id = app.org_id()));

alter table event_head enable row level security;
grant select on event_head to lachan_system;
create policy event_head_system on event_head for select to lachan_system using (true);
grant select on event_head to lachan_app;
create policy event_head_select on event_head for select to lachan_app using (app.audits());

-- Ones own: drafts, idempotency keys.

alter table draft enable row level security;
alter table draft force row level security;
grant select, delete on draft to lachan_system;
create policy draft_system on draft to lachan_system using (true) with check (true);
grant select, insert, update, delete on draft to lachan_app;
create policy draft_select on draft for select to lachan_app using (membership_id = app.membership_id());
create policy draft_insert on draft for insert to lachan_app with check (membership_id = app.membership_id());
create policy draft_update on draft for update to lachan_app using (membership_id = app.membership_id()) with check (membership_id = app.membership_id());
create policy draft_delete on draft for delete to lachan_app using (membership_id = app.membership_id());

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
grant select, delete on idempotency_key to lachan_system;
create policy idempotency_key_system on idempotency_key to lachan_system using (true) with check (true);
grant select, insert, update on idempotency_key to lachan_app;
create policy idempotency_key_select on idempotency_key for select to lachan_app using (user_id = app.user_id());
create policy idempotency_key_insert on idempotency_key for insert to lachan_app with check (user_id = app.user_id());
create policy idempotency_key_update on idempotency_key for update to lachan_app using (user_id = app.user_id()) with check (user_id = app.user_id());

-- Written by commands, read by the worker alone (the outbox) or by narrow doors (search, counters).

alter table outbox enable row level security;
alter table outbox force row level security;
grant select, insert, update on outbox to lachan_system;
create policy outbox_system on outbox to lachan_system using (true) with check (true);
grant insert on outbox to lachan_app;
create policy outbox_insert on outbox for insert to lachan_app with check (app.user_id() is not null);

alter table search_entry enable row level security;
alter table search_entry force row level security;
grant select, insert, update on search_entry to lachan_system;
create policy search_entry_system on search_entry to lachan_system using (true) with check (true);
grant select, insert, update, delete on search_entry to lachan_app;
create policy search_entry_select on search_entry for select to lachan_app using ((app.works_cases() and owner_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and addressee_org_id = app.org_id()));
create policy search_entry_insert on search_entry for insert to lachan_app with check ((app.works_cases() and owner_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and addressee_org_id = app.org_id()));
create policy search_entry_update on search_entry for update to lachan_app using ((app.works_cases() and owner_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and addressee_org_id = app.org_id())) with check ((app.works_cases() and owner_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and addressee_org_id = app.org_id()));
create policy search_entry_delete on search_entry for delete to lachan_app using ((app.works_cases() and owner_org_id = any(app.org_ids()) and app.unsealed(sealed_to)) or (app.answers() and addressee_org_id = app.org_id()));

alter table document_counter enable row level security;
alter table document_counter force row level security;
grant select, insert, update on document_counter to lachan_system;
create policy document_counter_system on document_counter to lachan_system using (true) with check (true);
grant select, insert, update on document_counter to lachan_app;
create policy document_counter_select on document_counter for select to lachan_app using (organisation_id = app.org_id() and app.roles() && array['commander']);
create policy document_counter_insert on document_counter for insert to lachan_app with check (organisation_id = app.org_id() and app.roles() && array['commander']);
create policy document_counter_update on document_counter for update to lachan_app using (organisation_id = app.org_id() and app.roles() && array['commander']) with check (organisation_id = app.org_id() and app.roles() && array['commander']);

alter table code_counter enable row level security;
alter table code_counter force row level security;
grant select, insert, update on code_counter to lachan_system;
create policy code_counter_system on code_counter to lachan_system using (true) with check (true);
grant select, insert, update on code_counter to lachan_app;
create policy code_counter_select on code_counter for select to lachan_app using (app.works_cases());
create policy code_counter_insert on code_counter for insert to lachan_app with check (app.works_cases());
create policy code_counter_update on code_counter for update to lachan_app using (app.works_cases()) with check (app.works_cases());

-- Figures hold no person: the province reads its own.

alter table figure_delta enable row level security;
alter table figure_delta force row level security;
grant select, insert, delete on figure_delta to lachan_system;
create policy figure_delta_system on figure_delta to lachan_system using (true) with check (true);
grant select, insert on figure_delta to lachan_app;
create policy figure_delta_insert on figure_delta for insert to lachan_app with check (app.works_cases() or app.answers());
create policy figure_delta_select on figure_delta for select to lachan_app using (app.reads_figures() and province_code = any(app.provinces()));

alter table figure_day enable row level security;
alter table figure_day force row level security;
grant select, insert, update, delete on figure_day to lachan_system;
create policy figure_day_system on figure_day to lachan_system using (true) with check (true);
grant select on figure_day to lachan_app;
create policy figure_day_select on figure_day for select to lachan_app using (app.reads_figures() and province_code = any(app.provinces()));

-- People and organisations: names are known to whoever has signed in; an administrator keeps them.

alter table person enable row level security;
alter table person force row level security;
grant select, insert, update on person to lachan_system;
create policy person_system on person to lachan_system using (true) with check (true);
grant select, insert, update on person to lachan_app;
create policy person_select on person for select to lachan_app using (app.user_id() is not null);
create policy person_insert on person for insert to lachan_app with check (app.administers());
create policy person_update on person for update to lachan_app using (app.administers() or id = app.user_id()) with check (app.administers() or id = app.user_id());

alter table membership enable row level security;
alter table membership force row level security;
grant select, insert, update on membership to lachan_system;
create policy membership_system on membership to lachan_system using (true) with check (true);
grant select, insert, update on membership to lachan_app;
create policy membership_select on membership for select to lachan_app using (app.user_id() is not null);
create policy membership_insert on membership for insert to lachan_app with check (app.administers());
create policy membership_update on membership for update to lachan_app using (app.administers()) with check (app.administers());

alter table organisation enable row level security;
alter table organisation force row level security;
grant select, insert, update on organisation to lachan_system;
create policy organisation_system on organisation to lachan_system using (true) with check (true);
grant select, insert, update on organisation to lachan_app;
create policy organisation_select on organisation for select to lachan_app using (app.user_id() is not null);
create policy organisation_insert on organisation for insert to lachan_app with check (app.administers());
create policy organisation_update on organisation for update to lachan_app using (app.administers()) with check (app.administers());

alter table organisation_link enable row level security;
alter table organisation_link force row level security;
grant select, insert, update on organisation_link to lachan_system;
create policy organisation_link_system on organisation_link to lachan_system using (true) with check (true);
grant select, insert, update on organisation_link to lachan_app;
create policy organisation_link_select on organisation_link for select to lachan_app using (app.user_id() is not null);
create policy organisation_link_insert on organisation_link for insert to lachan_app with check (app.administers());
create policy organisation_link_update on organisation_link for update to lachan_app using (app.administers()) with check (app.administers());

-- What proves who somebody is: the sign-in door alone.

alter table credential enable row level security;
alter table credential force row level security;
grant select, insert, update, delete on credential to lachan_system;
create policy credential_system on credential to lachan_system using (true) with check (true);

alter table recovery_code enable row level security;
alter table recovery_code force row level security;
grant select, insert, update, delete on recovery_code to lachan_system;
create policy recovery_code_system on recovery_code to lachan_system using (true) with check (true);

alter table session enable row level security;
alter table session force row level security;
grant select, insert, update, delete on session to lachan_system;
create policy session_system on session to lachan_system using (true) with check (true);

alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
grant select, insert, update, delete on sign_in_attempt to lachan_system;
create policy sign_in_attempt_system on sign_in_attempt to lachan_system using (true) with check (true);

alter table known_device enable row level security;
alter table known_device force row level security;
grant select, insert, update, delete on known_device to lachan_system;
create policy known_device_system on known_device to lachan_system using (true) with check (true);

alter table invitation enable row level security;
alter table invitation force row level security;
grant select, insert, update, delete on invitation to lachan_system;
create policy invitation_system on invitation to lachan_system using (true) with check (true);

-- Reference data: read by all, kept by an administrator, never deleted.

alter table province enable row level security;
alter table province force row level security;
grant select on province to lachan_system;
create policy province_system on province for select to lachan_system using (true);
grant select on province to lachan_app;
create policy province_select on province for select to lachan_app using (true);

alter table old_province enable row level security;
alter table old_province force row level security;
grant select on old_province to lachan_system;
create policy old_province_system on old_province for select to lachan_system using (true);
grant select on old_province to lachan_app;
create policy old_province_select on old_province for select to lachan_app using (true);

alter table commune enable row level security;
alter table commune force row level security;
grant select on commune to lachan_system;
create policy commune_system on commune for select to lachan_system using (true);
grant select on commune to lachan_app;
create policy commune_select on commune for select to lachan_app using (true);

alter table fraud_type enable row level security;
alter table fraud_type force row level security;
grant select on fraud_type to lachan_system;
create policy fraud_type_system on fraud_type for select to lachan_system using (true);
grant select on fraud_type to lachan_app;
create policy fraud_type_select on fraud_type for select to lachan_app using (true);

alter table legal_document enable row level security;
alter table legal_document force row level security;
grant select on legal_document to lachan_system;
create policy legal_document_system on legal_document for select to lachan_system using (true);
grant select on legal_document to lachan_app;
create policy legal_document_select on legal_document for select to lachan_app using (true);
grant insert, update on legal_document to lachan_app;
create policy legal_document_insert on legal_document for insert to lachan_app with check (app.administers());
create policy legal_document_update on legal_document for update to lachan_app using (app.administers()) with check (app.administers());

alter table request_kind enable row level security;
alter table request_kind force row level security;
grant select on request_kind to lachan_system;
create policy request_kind_system on request_kind for select to lachan_system using (true);
grant select on request_kind to lachan_app;
create policy request_kind_select on request_kind for select to lachan_app using (true);
grant insert, update on request_kind to lachan_app;
create policy request_kind_insert on request_kind for insert to lachan_app with check (app.administers());
create policy request_kind_update on request_kind for update to lachan_app using (app.administers()) with check (app.administers());

alter table deadline_policy enable row level security;
alter table deadline_policy force row level security;
grant select on deadline_policy to lachan_system;
create policy deadline_policy_system on deadline_policy for select to lachan_system using (true);
grant select on deadline_policy to lachan_app;
create policy deadline_policy_select on deadline_policy for select to lachan_app using (true);
grant insert, update on deadline_policy to lachan_app;
create policy deadline_policy_insert on deadline_policy for insert to lachan_app with check (app.administers());
create policy deadline_policy_update on deadline_policy for update to lachan_app using (app.administers()) with check (app.administers());

alter table holiday enable row level security;
alter table holiday force row level security;
grant select on holiday to lachan_system;
create policy holiday_system on holiday for select to lachan_system using (true);
grant select on holiday to lachan_app;
create policy holiday_select on holiday for select to lachan_app using (true);
grant insert, update on holiday to lachan_app;
create policy holiday_insert on holiday for insert to lachan_app with check (app.administers());
create policy holiday_update on holiday for update to lachan_app using (app.administers()) with check (app.administers());

alter table office_calendar enable row level security;
alter table office_calendar force row level security;
grant select on office_calendar to lachan_system;
create policy office_calendar_system on office_calendar for select to lachan_system using (true);
grant select on office_calendar to lachan_app;
create policy office_calendar_select on office_calendar for select to lachan_app using (true);
grant insert, update on office_calendar to lachan_app;
create policy office_calendar_insert on office_calendar for insert to lachan_app with check (app.administers());
create policy office_calendar_update on office_calendar for update to lachan_app using (app.administers()) with check (app.administers());

alter table lifecycle_step enable row level security;
alter table lifecycle_step force row level security;
grant select on lifecycle_step to lachan_system;
create policy lifecycle_step_system on lifecycle_step for select to lachan_system using (true);
grant select on lifecycle_step to lachan_app;
create policy lifecycle_step_select on lifecycle_step for select to lachan_app using (true);
