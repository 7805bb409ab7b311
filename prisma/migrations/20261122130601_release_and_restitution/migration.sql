-- Letting held money go, and giving it back: appeals of account holders, what was looked at and kept with a ground, decisions that return
-- money to victims, and each return that the holder tells of.

create type appeal_status as enum ('RECEIVED', 'REVIEWING', 'UPHELD', 'REJECTED', 'WITHDRAWN');
create type restitution_status as enum ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'CANCELLED');

-- The unit that asks sees an appeal with its order; the holder of the account only one that was brought to it.
create table appeal (
  id uuid primary key default uuid_v7(),
  code text not null unique,
  hold_id uuid not null references hold (id),
  request_id uuid not null references request (id),
  case_id uuid not null references fraud_case (id),
  requester_org_id uuid not null references organisation (id),
  holder_org_id uuid not null references organisation (id),
  intake_org_id uuid not null references organisation (id),
  province_code text not null,
  channel text not null check (channel in ('counter', 'hotline', 'post', 'online', 'bank_branch')),
  appellant text not null check (char_length(appellant) between 2 and 120),
  contact text not null check (char_length(contact) between 3 and 200),
  content text not null check (char_length(content) between 20 and 4000),
  status appeal_status not null default 'RECEIVED',
  received_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  span_minutes int not null check (span_minutes > 0),
  received_by_id uuid not null references person (id),
  reviewer_id uuid references person (id),
  decided_by_id uuid references person (id),
  ended_at timestamptz(3),
  ground text check (ground ~ '^[a-z_]{3,40}$'),
  answer text,
  document_number text,
  document_date date,
  unfreeze_id uuid references request (id),
  version int not null default 1,
  constraint appeal_ended check ((status in ('RECEIVED', 'REVIEWING')) = (ended_at is null)),
  constraint appeal_decided check ((status in ('UPHELD', 'REJECTED')) = (decided_by_id is not null and document_number is not null and document_date is not null)),
  constraint appeal_reasoned check (status in ('RECEIVED', 'REVIEWING') or (answer is not null and char_length(answer) >= case status when 'WITHDRAWN' then 10 else 30 end)),
  constraint appeal_rejected_on_ground check (status <> 'REJECTED' or ground is not null),
  constraint appeal_release_is_upheld check (unfreeze_id is null or status = 'UPHELD')
);
create index appeal_by_unit on appeal (requester_org_id, due_at, id) where status in ('RECEIVED', 'REVIEWING');
create index appeal_by_unit_newest on appeal (requester_org_id, received_at desc, id desc);
create index appeal_by_intake on appeal (intake_org_id, received_at desc, id desc);
create index appeal_hold_id_idx on appeal (hold_id);
create index appeal_request_id_idx on appeal (request_id);
create index appeal_case_id_idx on appeal (case_id);
create index appeal_unfreeze_id_idx on appeal (unfreeze_id) where unfreeze_id is not null;
-- One open appeal of one person against one hold is enough; whoever comes again is told of the first.
create unique index appeal_once_open on appeal (hold_id, lower(appellant)) where status in ('RECEIVED', 'REVIEWING');

-- Looked at and kept: `facts` marks what was known then, so that new facts ask again.
create table hold_review (
  id uuid primary key default uuid_v7(),
  hold_id uuid not null references hold (id),
  request_id uuid not null references request (id),
  case_id uuid not null references fraud_case (id),
  finding text not null check (finding in ('no_link', 'surplus')),
  facts text not null check (char_length(facts) between 1 and 200),
  ground text not null check (char_length(ground) between 20 and 2000),
  reviewed_by_id uuid not null references person (id),
  reviewed_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);
create index hold_review_hold_id_idx on hold_review (hold_id, reviewed_at desc);
create index hold_review_case_id_idx on hold_review (case_id);
create index hold_review_request_id_idx on hold_review (request_id);

-- A decision that gives held money back (Criminal Procedure Code art. 106 § 3): drafted by one, approved by another.
create table restitution_decision (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references fraud_case (id),
  unit_id uuid not null references organisation (id),
  province_code text not null,
  status restitution_status not null default 'DRAFT',
  grounds text not null check (char_length(grounds) between 20 and 4000),
  payee text not null check (payee in ('victim', 'custody')),
  custody text check (char_length(custody) between 10 and 500),
  attachment_id uuid references attachment (id),
  stated_reason text,
  total bigint not null check (total > 0),
  drafter_id uuid not null references person (id),
  signer_id uuid references person (id),
  signer_title text,
  document_number text,
  document_date date,
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  -- Who has to return something, once it is approved: whoever holds the money reads the decision by it.
  holder_org_ids uuid[] not null default '{}',
  created_at timestamptz(3) not null,
  submitted_at timestamptz(3),
  approved_at timestamptz(3),
  cancelled_at timestamptz(3),
  version int not null default 1,
  constraint restitution_signer_is_not_drafter check (signer_id is null or signer_id <> drafter_id),
  constraint restitution_payee_named check (payee = 'victim' or custody is not null),
  constraint restitution_approved_is_signed check (status <> 'APPROVED'
    or (signer_id is not null and approved_at is not null and document_number is not null and document_date is not null and content_hash is not null)),
  constraint restitution_cancelled_says_why check ((status = 'CANCELLED') = (cancelled_at is not null) and (status <> 'CANCELLED' or stated_reason is not null))
);
create index restitution_decision_case on restitution_decision (case_id, created_at desc);
create index restitution_to_approve on restitution_decision (unit_id, submitted_at) where status = 'PENDING_APPROVAL';
create unique index restitution_one_open on restitution_decision (case_id) where status in ('DRAFT', 'PENDING_APPROVAL');

-- What one victim gets out of one hold. The holder reads it once it is issued, and the victim's account only where the decision discloses it.
create table restitution_share (
  id uuid primary key default uuid_v7(),
  decision_id uuid not null references restitution_decision (id),
  case_id uuid not null references fraud_case (id),
  hold_id uuid not null references hold (id),
  request_id uuid not null references request (id),
  holder_org_id uuid not null references organisation (id),
  victim_id uuid not null references victim (id),
  position int not null check (position > 0),
  traced bigint not null check (traced >= 0),
  proposed bigint not null check (proposed >= traced),
  amount bigint not null check (amount >= 0),
  ground text check (char_length(ground) between 10 and 1000),
  days_held int not null check (days_held >= 0),
  payee_name text,
  payee_account text,
  payee_institution_id uuid references organisation (id),
  issued_at timestamptz(3),
  cancelled_at timestamptz(3),
  returned bigint not null default 0,
  version int not null default 1,
  constraint restitution_share_changed_on_ground check (amount = proposed or ground is not null),
  constraint restitution_returned_within_share check (returned between 0 and amount),
  unique (decision_id, hold_id, victim_id)
);
create index restitution_share_hold on restitution_share (hold_id);
create index restitution_share_case on restitution_share (case_id);
create index restitution_share_victim on restitution_share (victim_id);
create index restitution_share_holder on restitution_share (holder_org_id, issued_at desc, id) where issued_at is not null;
create index restitution_share_request on restitution_share (request_id);

-- Each payment that the holder tells of: when, how much, its own reference.
create table restitution_return (
  id uuid primary key default uuid_v7(),
  share_id uuid not null references restitution_share (id),
  decision_id uuid not null references restitution_decision (id),
  case_id uuid not null references fraud_case (id),
  hold_id uuid not null references hold (id),
  holder_org_id uuid not null references organisation (id),
  amount bigint not null check (amount > 0),
  returned_at timestamptz(3) not null,
  reference text not null check (char_length(reference) between 1 and 60),
  recorded_by_id uuid not null references person (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  unique (share_id, reference)
);
create index restitution_return_hold on restitution_return (hold_id);
create index restitution_return_case on restitution_return (case_id);
create index restitution_return_decision on restitution_return (decision_id);

alter table deadline add column appeal_id uuid references appeal (id);
create index deadline_appeal on deadline (appeal_id) where appeal_id is not null;
alter table attachment add column appeal_id uuid references appeal (id);
create index attachment_appeal on attachment (appeal_id) where appeal_id is not null;
-- The release desk reads what is held now by its end.
create index hold_active_end on hold (coalesce(until_at, 'infinity'::timestamptz), id) where released_at is null;
create index hold_active_of_holder on hold (holder_org_id, coalesce(until_at, 'infinity'::timestamptz), id) where released_at is null;
create index hold_ended_of_holder on hold (holder_org_id, released_at desc, id desc) where released_at is not null;
create index hold_active_of_case on hold (case_id) where released_at is null;

-- Two appeals about two accounts of one order run side by side; every other clock of a request stays alone.
drop index deadline_one_running;
create unique index deadline_one_running on deadline (request_id, subject, coalesce(appeal_id, '00000000-0000-0000-0000-000000000000'::uuid))
  where state in ('running', 'paused') and request_id is not null;

-- Who sees and who writes.

alter table appeal enable row level security;
alter table appeal force row level security;
grant select, insert, update on appeal to lachan_system;
create policy appeal_system on appeal to lachan_system using (true) with check (true);
grant select, insert on appeal to lachan_app;
grant update (status, reviewer_id, decided_by_id, ended_at, ground, answer, document_number, document_date, unfreeze_id, version) on appeal to lachan_app;
create policy appeal_select on appeal for select to lachan_app using (
  (app.works_cases() and requester_org_id = any(app.org_ids()) and exists (select 1 from request r where r.id = appeal.request_id))
  or (app.answers() and intake_org_id = app.org_id() and holder_org_id = app.org_id()));
create policy appeal_insert on appeal for insert to lachan_app with check (
  status = 'RECEIVED' and received_by_id = app.user_id() and reviewer_id is null and intake_org_id = app.org_id()
  and exists (select 1 from request r join hold h on h.request_id = r.id where r.id = appeal.request_id and h.id = appeal.hold_id and r.case_id = appeal.case_id
    and r.requester_org_id = appeal.requester_org_id and h.holder_org_id = appeal.holder_org_id and r.province_code = appeal.province_code and h.released_at is null
    and ((app.keeps_cases() and r.requester_org_id = any(app.org_ids())) or (app.answers() and h.holder_org_id = app.org_id() and appeal.channel = 'bank_branch'))));
create policy appeal_update on appeal for update to lachan_app
  using (app.writes_requests() and requester_org_id = any(app.org_ids()) and exists (select 1 from request r where r.id = appeal.request_id))
  with check (app.writes_requests() and requester_org_id = any(app.org_ids()));

-- An appeal moves along its arrows (lib/release/lifecycle.ts, proven equal by a test); who signed the order or drafted it does not judge it.
create function appeal_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (old.status, new.status) not in (('RECEIVED', 'RECEIVED'), ('REVIEWING', 'REVIEWING'), ('UPHELD', 'UPHELD'), ('REJECTED', 'REJECTED'), ('WITHDRAWN', 'WITHDRAWN'),
      ('RECEIVED', 'REVIEWING'), ('RECEIVED', 'WITHDRAWN'), ('REVIEWING', 'UPHELD'), ('REVIEWING', 'REJECTED'), ('REVIEWING', 'WITHDRAWN')) then
    raise exception 'no arrow from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'appeal_lifecycle';
  end if;
  if old.ended_at is not null and app.without(to_jsonb(new), array['unfreeze_id', 'version']) <> app.without(to_jsonb(old), array['unfreeze_id', 'version']) then
    raise exception 'an appeal that was answered does not change' using errcode = 'check_violation', constraint = 'appeal_answered';
  end if;
  if old.unfreeze_id is not null and new.unfreeze_id is distinct from old.unfreeze_id
    and not exists (select from public.request r where r.id = old.unfreeze_id and r.status = 'DISCARDED') then
    raise exception 'the release of an appeal is drafted once' using errcode = 'check_violation', constraint = 'appeal_release_once';
  end if;
  if new.decided_by_id is not null and exists (select from public.request r where r.id = new.request_id and r.drafter_id = new.decided_by_id) then
    raise exception 'who drafted the order does not judge the appeal' using errcode = 'check_violation', constraint = 'appeal_decider_is_not_drafter';
  end if;
  if not app.for_person() then return new; end if;
  if (new.decided_by_id is distinct from old.decided_by_id and (new.decided_by_id <> app.user_id() or not app.commands()))
    or (new.ended_at is distinct from old.ended_at and not coalesce(app.is_now(new.ended_at), false))
    or (new.reviewer_id is distinct from old.reviewer_id and new.reviewer_id is distinct from app.user_id()) then
    raise exception 'this part of an appeal is not yours to write' using errcode = 'insufficient_privilege', constraint = 'appeal_side';
  end if;
  return new;
end $$;
create trigger appeal_guard before update on appeal for each row execute function appeal_guard();

alter table hold_review enable row level security;
alter table hold_review force row level security;
grant select, insert on hold_review to lachan_system;
create policy hold_review_system on hold_review to lachan_system using (true) with check (true);
grant select, insert on hold_review to lachan_app;
create policy hold_review_select on hold_review for select to lachan_app using (app.works_cases() and exists (select 1 from fraud_case c where c.id = hold_review.case_id));
create policy hold_review_insert on hold_review for insert to lachan_app with check (app.writes_requests() and reviewed_by_id = app.user_id()
  and exists (select 1 from fraud_case c where c.id = hold_review.case_id)
  and exists (select 1 from hold h where h.id = hold_review.hold_id and h.request_id = hold_review.request_id and h.case_id = hold_review.case_id and h.released_at is null));

alter table restitution_share enable row level security;
alter table restitution_share force row level security;
grant select, insert, update on restitution_share to lachan_system;
create policy restitution_share_system on restitution_share to lachan_system using (true) with check (true);
grant select, insert, delete on restitution_share to lachan_app;
grant update (amount, ground, payee_name, payee_account, payee_institution_id, issued_at, cancelled_at, returned, version) on restitution_share to lachan_app;
create policy restitution_share_select on restitution_share for select to lachan_app using (
  (app.works_cases() and exists (select 1 from fraud_case c where c.id = restitution_share.case_id))
  or (app.answers() and holder_org_id = app.org_id() and issued_at is not null));

alter table restitution_decision enable row level security;
alter table restitution_decision force row level security;
grant select, insert, update on restitution_decision to lachan_system;
create policy restitution_decision_system on restitution_decision to lachan_system using (true) with check (true);
grant select, insert on restitution_decision to lachan_app;
grant update (status, grounds, payee, custody, attachment_id, stated_reason, total, signer_id, signer_title, document_number, document_date, content_hash, holder_org_ids,
  submitted_at, approved_at, cancelled_at, version) on restitution_decision to lachan_app;
create policy restitution_decision_select on restitution_decision for select to lachan_app using (
  (app.works_cases() and exists (select 1 from fraud_case c where c.id = restitution_decision.case_id))
  or (app.answers() and approved_at is not null and app.org_id() = any(holder_org_ids)));
create policy restitution_decision_insert on restitution_decision for insert to lachan_app with check (app.writes_requests() and drafter_id = app.user_id()
  and status = 'DRAFT' and signer_id is null and exists (select 1 from fraud_case c where c.id = restitution_decision.case_id and c.unit_id = restitution_decision.unit_id
    and c.province_code = restitution_decision.province_code));
create policy restitution_decision_update on restitution_decision for update to lachan_app
  using (app.writes_requests() and exists (select 1 from fraud_case c where c.id = restitution_decision.case_id))
  with check (app.writes_requests() and exists (select 1 from fraud_case c where c.id = restitution_decision.case_id));

create function restitution_decision_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  written text[] := array['status', 'stated_reason', 'version'] || case new.status
    when 'PENDING_APPROVAL' then array['submitted_at']
    when 'APPROVED' then array['signer_id', 'signer_title', 'document_number', 'document_date', 'content_hash', 'holder_org_ids', 'approved_at']
    when 'CANCELLED' then array['cancelled_at']
    else array['grounds', 'payee', 'custody', 'attachment_id', 'total', 'submitted_at'] end;
begin
  if (old.status, new.status) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'PENDING_APPROVAL'), ('DRAFT', 'CANCELLED'),
      ('PENDING_APPROVAL', 'DRAFT'), ('PENDING_APPROVAL', 'APPROVED'), ('PENDING_APPROVAL', 'CANCELLED'), ('APPROVED', 'CANCELLED')) then
    raise exception 'no arrow from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'restitution_lifecycle';
  end if;
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written) then
    raise exception 'what was handed in stays as it was' using errcode = 'check_violation', constraint = 'restitution_content';
  end if;
  if old.status = 'APPROVED' and exists (select from public.restitution_return t where t.decision_id = old.id) then
    raise exception 'money has been returned on it' using errcode = 'check_violation', constraint = 'restitution_is_under_way';
  end if;
  if not app.for_person() then return new; end if;
  if (old.status in ('PENDING_APPROVAL', 'APPROVED') and new.status <> old.status and not app.commands())
    or (new.signer_id is distinct from old.signer_id and new.signer_id <> app.user_id())
    or exists (select from (values (old.submitted_at, new.submitted_at), (old.approved_at, new.approved_at), (old.cancelled_at, new.cancelled_at)) as v (was, becomes)
      where becomes is not null and becomes is distinct from was and not app.is_now(becomes)) then
    raise exception 'this part of a decision is not yours to write' using errcode = 'insufficient_privilege', constraint = 'restitution_side';
  end if;
  return new;
end $$;
create trigger restitution_decision_guard before update on restitution_decision for each row execute function restitution_decision_guard();

create policy restitution_share_insert on restitution_share for insert to lachan_app with check (app.writes_requests() and issued_at is null and cancelled_at is null and returned = 0
  and exists (select 1 from restitution_decision d where d.id = restitution_share.decision_id and d.case_id = restitution_share.case_id and d.status = 'DRAFT')
  and exists (select 1 from victim v where v.id = restitution_share.victim_id and v.case_id = restitution_share.case_id)
  and exists (select 1 from hold h where h.id = restitution_share.hold_id and h.case_id = restitution_share.case_id and h.request_id = restitution_share.request_id
    and h.holder_org_id = restitution_share.holder_org_id and h.released_at is null));
create policy restitution_share_delete on restitution_share for delete to lachan_app using (app.writes_requests()
  and exists (select 1 from restitution_decision d where d.id = restitution_share.decision_id and d.status = 'DRAFT'));
create policy restitution_share_update on restitution_share for update to lachan_app
  using ((app.answers() and holder_org_id = app.org_id() and issued_at is not null) or (app.commands() and exists (select 1 from fraud_case c where c.id = restitution_share.case_id)))
  with check ((app.answers() and holder_org_id = app.org_id()) or (app.commands() and exists (select 1 from fraud_case c where c.id = restitution_share.case_id)));

create function restitution_share_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  is_holder boolean := app.answers() and old.holder_org_id = app.org_id();
  written text[] := case when is_holder then array['returned', 'version']
    else array['issued_at', 'cancelled_at', 'payee_name', 'payee_account', 'payee_institution_id', 'version'] end;
begin
  if new.returned <> (select coalesce(sum(t.amount), 0) from public.restitution_return t where t.share_id = old.id) then
    raise exception 'what was returned is the sum of its returns' using errcode = 'check_violation', constraint = 'restitution_share_adds_up';
  end if;
  if not app.for_person() then return new; end if;
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
    or (is_holder and (old.issued_at is null or old.cancelled_at is not null))
    or (not is_holder and old.issued_at is not null and app.without(to_jsonb(new), array['cancelled_at', 'version']) <> app.without(to_jsonb(old), array['cancelled_at', 'version']))
    or (new.issued_at is distinct from old.issued_at and not coalesce(app.is_now(new.issued_at), false)) then
    raise exception 'this part of a share is not yours to write' using errcode = 'insufficient_privilege', constraint = 'restitution_side';
  end if;
  return new;
end $$;
create trigger restitution_share_guard before update on restitution_share for each row execute function restitution_share_guard();

-- Looked at when the act is whole: never more out of a hold than it holds, never more to a victim than was lost, and a decision's sum is its shares'.
create function restitution_within() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  held bigint;
  lost bigint;
begin
  select amount into held from public.hold where id = new.hold_id;
  if held is not null and held < (select coalesce(sum(s.amount), 0) from public.restitution_share s where s.hold_id = new.hold_id and s.cancelled_at is null) then
    raise exception 'more would be returned than is held' using errcode = 'check_violation', constraint = 'restitution_within_held';
  end if;
  select coalesce(nullif((select sum(p.amount) from public.payment p where p.victim_id = v.id), 0), v.reported_loss) into lost from public.victim v where v.id = new.victim_id;
  if lost is not null and lost < (select coalesce(sum(s.amount), 0) from public.restitution_share s where s.victim_id = new.victim_id and s.cancelled_at is null) then
    raise exception 'more would be returned than was lost' using errcode = 'check_violation', constraint = 'restitution_within_loss';
  end if;
  if exists (select from public.restitution_decision d where d.id = new.decision_id and d.status <> 'CANCELLED'
      and d.total <> (select coalesce(sum(s.amount), 0) from public.restitution_share s where s.decision_id = d.id)) then
    raise exception 'a decision is the sum of its shares' using errcode = 'check_violation', constraint = 'restitution_adds_up';
  end if;
  return null;
end $$;
create constraint trigger restitution_within after insert or update of amount, issued_at on restitution_share
  deferrable initially deferred for each row when (new.returned = 0) execute function restitution_within();

alter table restitution_return enable row level security;
alter table restitution_return force row level security;
grant select, insert on restitution_return to lachan_system;
create policy restitution_return_system on restitution_return to lachan_system using (true) with check (true);
grant select, insert on restitution_return to lachan_app;
create policy restitution_return_select on restitution_return for select to lachan_app using (
  (app.works_cases() and exists (select 1 from fraud_case c where c.id = restitution_return.case_id))
  or (app.answers() and holder_org_id = app.org_id()));
create policy restitution_return_insert on restitution_return for insert to lachan_app with check (app.answers() and holder_org_id = app.org_id()
  and recorded_by_id = app.user_id() and returned_at <= clock_timestamp() + interval '10 minutes'
  and exists (select 1 from restitution_share s join hold h on h.id = s.hold_id where s.id = restitution_return.share_id and s.decision_id = restitution_return.decision_id
    and s.case_id = restitution_return.case_id and s.hold_id = restitution_return.hold_id and s.holder_org_id = restitution_return.holder_org_id
    and s.issued_at is not null and s.cancelled_at is null and h.released_at is null));

-- What is held, once more: its holder also writes what it has returned, which is the sum of its returns, and neither lets go nor shrinks
-- what an approved decision has still to return.
create or replace function hold_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  is_holder boolean := app.answers() and old.holder_org_id = app.org_id();
  written text[] := case when is_holder then array['amount', 'until_at', 'version', 'released_at', 'release_reason', 'confirmed_by_id', 'returned_amount']
    else array['released_at', 'release_reason'] end;
begin
  if not app.for_person() then return new; end if;
  if old.released_at is not null or app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written)
    or (new.released_at is not null and not app.is_now(new.released_at))
    or (not is_holder and (new.release_reason is distinct from 'withdrawn' or not exists (
      select from public.request r join public.lifecycle_step s on s.from_status = r.status and s.to_status = 'WITHDRAWN' where r.id = old.request_id))) then
    raise exception 'this part of a hold is not yours to write' using errcode = 'insufficient_privilege', constraint = 'hold_side';
  end if;
  if new.returned_amount <> old.returned_amount
    and new.returned_amount <> (select coalesce(sum(t.amount), 0) from public.restitution_return t where t.hold_id = old.id) then
    raise exception 'what was returned is the sum of its returns' using errcode = 'check_violation', constraint = 'hold_returned_adds_up';
  end if;
  if (new.released_at is not null or new.amount < old.amount) and exists (
    select from public.restitution_share s where s.hold_id = old.id and s.issued_at is not null and s.cancelled_at is null
    having sum(s.amount - s.returned) > case when new.released_at is null then new.amount - new.returned_amount else 0 end) then
    raise exception 'an approved decision has still to return this money' using errcode = 'check_violation', constraint = 'hold_owes_return';
  end if;
  return new;
end $$;

-- Codes of appeals, and their clocks: also by the desk to which one was brought.
alter policy code_counter_select on code_counter using ((app.keeps_cases() and exists (select 1 from organisation o where o.id = any(app.org_ids()) and o.province_code = code_counter.province_code))
  or (app.answers() and prefix = 'KN' and exists (select 1 from request r where r.addressee_org_id = app.org_id() and r.province_code = code_counter.province_code)));
alter policy code_counter_insert on code_counter with check ((app.keeps_cases() and exists (select 1 from organisation o where o.id = any(app.org_ids()) and o.province_code = code_counter.province_code))
  or (app.answers() and prefix = 'KN' and exists (select 1 from request r where r.addressee_org_id = app.org_id() and r.province_code = code_counter.province_code)));
alter policy code_counter_update on code_counter using ((app.keeps_cases() and exists (select 1 from organisation o where o.id = any(app.org_ids()) and o.province_code = code_counter.province_code))
  or (app.answers() and prefix = 'KN' and exists (select 1 from request r where r.addressee_org_id = app.org_id() and r.province_code = code_counter.province_code)));

create policy deadline_insert_appeal on deadline for insert to lachan_app with check (subject = 'APPEAL' and state = 'running' and kind_code is null
  and exists (select 1 from appeal a join request r on r.id = a.request_id where a.id = deadline.appeal_id and a.status = 'RECEIVED' and a.request_id = deadline.request_id
    and a.case_id = deadline.case_id and a.requester_org_id = deadline.requester_org_id and a.requester_org_id = deadline.owner_org_id
    and a.province_code = deadline.province_code and a.due_at = deadline.due_at and r.sealed_to = deadline.sealed_to));

-- Files beside an appeal: from whoever took it in, while it is open; read with it.
create policy attachment_select_appeal on attachment for select to lachan_app using (appeal_id is not null and exists (select 1 from appeal a where a.id = attachment.appeal_id));
create policy attachment_insert_appeal on attachment for insert to lachan_app with check (appeal_id is not null and request_id is null and owner_org_id = app.org_id()
  and uploaded_by_id = app.user_id() and exists (select 1 from appeal a where a.id = attachment.appeal_id and a.case_id = attachment.case_id and a.status in ('RECEIVED', 'REVIEWING')));

-- What is returned is counted by the holder that returns it.
alter policy figure_delta_insert on figure_delta with check (
  (app.keeps_cases() and requester_org_id = any(app.org_ids()) and (app.commands() or (app.is_today(day) and measure not like 'answer.%'))
    and exists (select 1 from fraud_case c where c.id = figure_delta.case_id and c.unit_id = figure_delta.requester_org_id and c.province_code = figure_delta.province_code))
  or (app.answers() and addressee_org_id = app.org_id() and app.is_today(day) and (measure like 'answer.%' or measure in ('money.released', 'money.returned'))
    and exists (select 1 from request r where r.case_id = figure_delta.case_id and r.requester_org_id = figure_delta.requester_org_id
      and r.addressee_org_id = figure_delta.addressee_org_id and r.kind_code = figure_delta.kind_code and r.province_code = figure_delta.province_code and not r.restricted)));
