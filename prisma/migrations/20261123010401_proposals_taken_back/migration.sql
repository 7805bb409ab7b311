-- Whoever proposed to withdraw an order, or to waive its limit, takes the proposal back while nobody has decided. The order and its clock go on
-- as if nothing had been proposed; the row stays and says so. Nobody takes back what another proposed, a commander neither: he declines.

alter table withdrawal_proposal drop constraint withdrawal_proposal_decision_check,
  add constraint withdrawal_proposal_decision_check check (decision in ('withdrawn', 'declined', 'taken_back')),
  add constraint withdrawal_proposal_taken_back_by_its_own check (decision <> 'taken_back' or coalesce(decided_by_id = proposed_by_id, false));
drop policy withdrawal_proposal_update on withdrawal_proposal;
create policy withdrawal_proposal_update on withdrawal_proposal for update to lachan_app
  using (decision is null and app.side_of(request_id) = 'asks' and (app.commands() or proposed_by_id = app.user_id()))
  with check (decided_by_id = app.user_id() and app.is_now(decided_at) and app.side_of(request_id) = 'asks'
    and (case decision when 'taken_back' then proposed_by_id = app.user_id() else app.commands() end)
    and exists (select 1 from request r where r.id = withdrawal_proposal.request_id and case decision when 'withdrawn' then r.status = 'WITHDRAWN'
      else r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED') end));

alter table deadline_waiver drop constraint deadline_waiver_decision_check, drop constraint deadline_waiver_four_eyes,
  add constraint deadline_waiver_decision_check check (decision in ('waived', 'declined', 'taken_back')),
  -- Two people where something is decided, one where he changes his mind.
  add constraint deadline_waiver_four_eyes check (decision is null or (decided_by_id = proposed_by_id) = (decision = 'taken_back'));
drop policy deadline_waiver_update on deadline_waiver;
create policy deadline_waiver_update on deadline_waiver for update to lachan_app
  using (decision is null and app.side_of(request_id) = 'asks' and (app.commands() or proposed_by_id = app.user_id()))
  with check (decided_by_id = app.user_id() and app.is_now(decided_at) and decided_tx = pg_current_xact_id()::text::bigint
    and app.side_of(request_id) = 'asks'
    and (case decision when 'taken_back' then proposed_by_id = app.user_id() else app.commands() end));
