-- A decision to give money back, as a request (20261122160601): whoever wrote or handed in any version of it never approves it, and its
-- drafter is who wrote what stands there now. What is paid to whom is written with the draft and at no other time.

alter table restitution_decision add column editor_ids uuid[] not null default '{}';
alter table restitution_decision no force row level security; -- binds an owner who is no superuser too
alter table event no force row level security;
update restitution_decision d set editor_ids = array(
  select d.drafter_id union
  select e.actor_id from event e where e.subject_type = 'restitution' and e.subject_id = d.id and e.actor_id is not null
    and e.type in ('restitution.drafted', 'restitution.redrafted', 'restitution.submitted'));
alter table event force row level security;
alter table restitution_decision force row level security;
alter table restitution_decision add constraint restitution_drafter_wrote check (drafter_id = any(editor_ids));

-- Runs after restitution_decision_guard (triggers run by name). Nobody has a right to write either column: both are set here.
create function restitution_decision_written_by() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if app.for_person() or not new.drafter_id = any(new.editor_ids) then new.editor_ids := array[new.drafter_id]; end if;
    return new;
  end if;
  if not app.for_person() then return new; end if;
  -- Every change of a draft is a new version of it, also one that only changes what a share says.
  if old.status = 'DRAFT' and new.status = 'DRAFT' then new.drafter_id := app.user_id(); end if;
  if old.status = 'DRAFT' and new.status <> 'CANCELLED' and not app.user_id() = any(old.editor_ids) then
    new.editor_ids := old.editor_ids || app.user_id();
  end if;
  if new.signer_id is distinct from old.signer_id and new.signer_id = any(old.editor_ids) then
    raise exception 'who wrote or handed in a decision does not approve it' using errcode = 'check_violation', constraint = 'restitution_signer_is_no_editor';
  end if;
  return new;
end $$;
create trigger restitution_decision_written_by before insert or update on restitution_decision for each row execute function restitution_decision_written_by();

-- Its shares are its drafter's to write, and once written they are only issued or called back.
alter policy restitution_share_insert on restitution_share with check (app.writes_requests() and issued_at is null and cancelled_at is null and returned = 0
  and exists (select 1 from restitution_decision d where d.id = restitution_share.decision_id and d.case_id = restitution_share.case_id and d.status = 'DRAFT'
    and d.drafter_id = app.user_id())
  and exists (select 1 from victim v where v.id = restitution_share.victim_id and v.case_id = restitution_share.case_id)
  and exists (select 1 from hold h where h.id = restitution_share.hold_id and h.case_id = restitution_share.case_id and h.request_id = restitution_share.request_id
    and h.holder_org_id = restitution_share.holder_org_id and h.released_at is null));
alter policy restitution_share_delete on restitution_share using (app.writes_requests()
  and exists (select 1 from restitution_decision d where d.id = restitution_share.decision_id and d.status = 'DRAFT' and d.drafter_id = app.user_id()));
revoke update (amount, ground, payee_name, payee_account, payee_institution_id) on restitution_share from lachan_app;
create function restitution_share_is_approved() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and new.issued_at is not null and not exists (select from public.restitution_decision d
      where d.id = new.decision_id and d.status = 'APPROVED' and d.signer_id = app.user_id()) then
    raise exception 'a share is issued with its decision' using errcode = 'insufficient_privilege', constraint = 'restitution_side';
  end if;
  return new;
end $$;
create trigger restitution_share_is_approved before update on restitution_share
  for each row when (old.issued_at is null and new.issued_at is not null) execute function restitution_share_is_approved();
