-- What stands beside the signed content, where a desk reads it, changes with an arrow of the lifecycle alone, and what was answered is
-- counted from the answers. Words come with the arrows that ask for a reason; who signed, with the signature. Runs after
-- request_guard_update, for triggers run by name.

create function request_told_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  moves boolean := new.status <> old.status;
  issues boolean := old.status = 'PENDING_SIGNATURE' and new.status = 'SENT';
  counted bigint[];
begin
  if not app.for_person() then return new; end if;
  if (new.stated_reason is distinct from old.stated_reason and not (moves and (new.status in ('NOT_EXECUTED', 'WITHDRAWN')
        or (old.status, new.status) in (('PENDING_SIGNATURE', 'DRAFT'), ('ANSWERED', 'IN_PROGRESS'), ('NOT_EXECUTED', 'IN_PROGRESS'))
        or (new.status = 'PENDING_SIGNATURE' and new.stated_reason is null))))
    or (new.refusal_ground is distinct from old.refusal_ground and not (moves and new.status = 'NOT_EXECUTED'))
    or (new.submitted_at is distinct from old.submitted_at and (old.status, new.status) not in (('DRAFT', 'PENDING_SIGNATURE'), ('PENDING_SIGNATURE', 'DRAFT')))
    or (not issues and (new.signer_id, new.sent_at, new.document_number, new.document_date, new.content_hash, new.signature, new.signing_key_id, new.proved_at, new.notified_at)
      is distinct from (old.signer_id, old.sent_at, old.document_number, old.document_date, old.content_hash, old.signature, old.signing_key_id, old.proved_at, old.notified_at))
    -- One that came into the register after the draft is written down while it is being signed, before it is told.
    or (not issues and old.status <> 'DRAFT' and new.procuracy_org_id is distinct from old.procuracy_org_id
      and not (old.status = 'PENDING_SIGNATURE' and old.procuracy_org_id is null and app.commands()))
    or (issues and new.signer_id is distinct from app.user_id())
    or (old.opened_at is not null and new.opened_at is distinct from old.opened_at)
    or (old.acknowledged_at is not null and new.acknowledged_at is distinct from old.acknowledged_at)
    or (old.first_action_at is not null and new.first_action_at is distinct from old.first_action_at)
    -- Who sees it, a commander says, and never so that he himself does not.
    or ((new.restricted, new.sealed_to) is distinct from (old.restricted, old.sealed_to) and not (app.commands() and app.unsealed(new.sealed_to))) then
    raise exception 'this part of a request is not yours to write' using errcode = 'insufficient_privilege', constraint = 'request_side';
  end if;
  if (new.answered_count, new.held_amount, new.moved_amount, new.cashed_out_amount)
    is distinct from (old.answered_count, old.held_amount, old.moved_amount, old.cashed_out_amount) then
    select array[count(i.answered_at), coalesce(sum(i.held_amount), 0), coalesce(sum(i.moved_amount), 0), coalesce(sum(i.cashed_out_amount), 0)]
      into counted from public.request_item i where i.request_id = new.id;
    if new.answered_count <> counted[1] or (new.status not in ('IN_PROGRESS') and array[new.held_amount, new.moved_amount, new.cashed_out_amount] <> counted[2:4])
      or (new.status = 'IN_PROGRESS' and (new.held_amount, new.moved_amount, new.cashed_out_amount) is distinct from (old.held_amount, old.moved_amount, old.cashed_out_amount)) then
      raise exception 'what was answered is the sum of its answers' using errcode = 'check_violation', constraint = 'request_adds_up';
    end if;
  end if;
  return new;
end $$;
create trigger request_told_guard before update on request for each row when (not app.amending(old.id)) execute function request_told_guard();
