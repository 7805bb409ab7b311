-- Whoever works on an issued request proposes to take it back; a commander of its unit decides. Until then the order is in force.

create table withdrawal_proposal (
  id uuid not null default uuid_v7() constraint withdrawal_proposal_pkey primary key,
  request_id uuid not null references request (id),
  reason text not null check (char_length(reason) between 10 and 2000),
  proposed_by_id uuid not null references person (id),
  proposed_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  decision text check (decision in ('withdrawn', 'declined')),
  decided_by_id uuid references person (id),
  decided_at timestamptz(3),
  -- Why it was declined.
  answer text check (char_length(answer) between 10 and 2000),
  constraint withdrawal_proposal_decided_whole check ((decision is null) = (decided_at is null)
    and (answer is not null) = (coalesce(decision, '') = 'declined') and (answer is null or decided_by_id is not null))
);
create unique index withdrawal_proposal_one_open on withdrawal_proposal (request_id) where decision is null;
create index withdrawal_proposal_of on withdrawal_proposal (request_id, proposed_at desc);
create index withdrawal_proposal_proposed_by on withdrawal_proposal (proposed_by_id);
create index withdrawal_proposal_decided_by on withdrawal_proposal (decided_by_id) where decided_by_id is not null;

alter table withdrawal_proposal enable row level security;
alter table withdrawal_proposal force row level security;
grant select, update (decision, decided_by_id, decided_at, answer) on withdrawal_proposal to lachan_system;
create policy withdrawal_proposal_system on withdrawal_proposal to lachan_system using (true) with check (true);
-- The unit's own talk: the addressee reads of it when the order is withdrawn, and not before.
grant select, insert (request_id, reason, proposed_by_id), update (decision, decided_by_id, decided_at, answer) on withdrawal_proposal to lachan_app;
create policy withdrawal_proposal_select on withdrawal_proposal for select to lachan_app using (app.reads_as(request_id) = 'asks');
create policy withdrawal_proposal_insert on withdrawal_proposal for insert to lachan_app with check (proposed_by_id = app.user_id()
  and 'investigator' = any(app.roles()) and app.side_of(request_id) = 'asks' and exists (select 1 from request r where r.id = withdrawal_proposal.request_id
    and r.suspected_at is null and r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')
    -- Works on it: drafted it, took it over or is named on its case.
    and (r.drafter_id = app.user_id()
      or exists (select 1 from request_officer o where o.request_id = r.id and o.membership_id = app.membership_id())
      or exists (select 1 from case_member m where m.case_id = r.case_id and m.membership_id = app.membership_id() and m.removed_at is null))));
create policy withdrawal_proposal_update on withdrawal_proposal for update to lachan_app
  using (decision is null and app.commands() and app.side_of(request_id) = 'asks')
  with check (decided_by_id = app.user_id() and app.is_now(decided_at) and app.side_of(request_id) = 'asks'
    and exists (select 1 from request r where r.id = withdrawal_proposal.request_id and case decision when 'withdrawn' then r.status = 'WITHDRAWN'
      else r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED') end));

-- By whatever way the order is withdrawn, the proposal is answered by it.
create function withdrawal_answers_proposal() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.withdrawal_proposal set decision = 'withdrawn', decided_by_id = app.user_id(), decided_at = date_trunc('milliseconds', clock_timestamp())
    where request_id = new.id and decision is null;
  return null;
end $$;
create trigger withdrawal_answers_proposal after update on request
  for each row when (old.status <> 'WITHDRAWN' and new.status = 'WITHDRAWN') execute function withdrawal_answers_proposal();
