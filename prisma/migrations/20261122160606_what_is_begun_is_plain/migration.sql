-- What is begun says nothing of its end: a row that a person inserts has the columns of a beginning, and nothing in every other one, a
-- new one too. Who may add one to a list adds it to its trigger, in a migration.
create function born_plain() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  told text := (select e.key from jsonb_each(to_jsonb(new)) as e
    where not e.key = any(tg_argv) and e.value not in ('null'::jsonb, '0'::jsonb, 'false'::jsonb, '[]'::jsonb) limit 1);
begin
  if app.for_person() and told is not null then
    raise exception 'what is begun says nothing of its end: %', told using errcode = 'insufficient_privilege', constraint = 'born_plain';
  end if;
  return new;
end $$;
create trigger request_born before insert on request for each row execute function born_plain('id', 'code', 'case_id', 'kind_code', 'urgency', 'status',
  'requester_org_id', 'addressee_org_id', 'procuracy_org_id', 'province_code', 'restricted', 'sealed_to', 'parent_id', 'drafter_id', 'grounds', 'legal_bases',
  'disclosure', 'details', 'linked_id', 'link', 'disputed_amount', 'item_count', 'first_target_label', 'first_target_name', 'first_transfer_at', 'check_code',
  'version', 'created_at', 'updated_at');
create trigger request_item_born before insert on request_item for each row execute function born_plain('id', 'request_id', 'target_id', 'position', 'kind',
  'value', 'display', 'holder_name', 'institution_id', 'disputed_amount', 'over_ground', 'details', 'version');
create trigger hold_born before insert on hold for each row execute function born_plain('id', 'case_id', 'request_id', 'item_id', 'holder_org_id', 'account',
  'amount', 'disputed_amount', 'over_ground', 'from_at', 'until_at', 'version', 'created_at');
create trigger appeal_born before insert on appeal for each row execute function born_plain('id', 'code', 'hold_id', 'request_id', 'case_id', 'requester_org_id',
  'holder_org_id', 'intake_org_id', 'province_code', 'channel', 'appellant', 'contact', 'content', 'status', 'received_at', 'due_at', 'span_minutes',
  'received_by_id', 'version');
create trigger restitution_decision_born before insert on restitution_decision for each row execute function born_plain('id', 'case_id', 'unit_id',
  'province_code', 'status', 'grounds', 'payee', 'custody', 'attachment_id', 'total', 'drafter_id', 'created_at', 'check_code', 'version');
-- The short code on the paper is the database's, as on a decision (20261122160402).
create function request_code_born() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() then new.check_code := app.check_code(); end if;
  return new;
end $$;
create trigger request_code_born before insert on request for each row execute function request_code_born();

-- A case is closed to others by a commander, and never to himself. What was reported grows by the payments that are reported in the same
-- act, and by nothing else.
alter table fraud_case add constraint case_loss_sane check (reported_loss <= 1000000000000000) not valid; -- more than Viet Nam's banks transfer in a day
create function fraud_case_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() then return new; end if;
  if (new.restricted, new.sealed_to) is distinct from (old.restricted, old.sealed_to) and not (app.commands() and app.unsealed(new.sealed_to)) then
    raise exception 'who sees a case is not yours to write' using errcode = 'insufficient_privilege', constraint = 'case_side';
  end if;
  if new.reported_loss > old.reported_loss and new.reported_loss - old.reported_loss > (
      select coalesce(sum(p.amount), 0) from public.payment p where p.case_id = new.id and p.xmin = pg_current_xact_id()::xid) then
    raise exception 'what was reported grows by payments that are reported' using errcode = 'check_violation', constraint = 'case_loss_is_reported';
  end if;
  return new;
end $$;
create trigger fraud_case_guard before update on fraud_case for each row execute function fraud_case_guard();

-- Held is an account that was asked about, within what was disputed of it or on the ground that its signer saw, by whom the order was
-- addressed to; and when the act is whole, the target has that answer.
alter policy hold_insert on hold with check (app.answers() and holder_org_id = app.org_id() and app.is_now(from_at)
  and exists (select 1 from request r join request_item i on i.request_id = r.id where r.id = hold.request_id and r.case_id = hold.case_id
    and r.addressee_org_id = hold.holder_org_id and r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'PARTLY_ANSWERED') and i.id = hold.item_id
    and i.value = hold.account and hold.disputed_amount = coalesce(i.disputed_amount, hold.amount) and hold.over_ground is not distinct from i.over_ground));
create function hold_is_answered() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and not exists (select from public.request_item i where i.id = new.item_id and i.answered_at is not null and i.held_amount >= new.amount) then
    raise exception 'what is held is what was answered' using errcode = 'check_violation', constraint = 'hold_is_answered';
  end if;
  return null;
end $$;
create constraint trigger hold_is_answered after insert on hold deferrable initially deferred for each row execute function hold_is_answered();
