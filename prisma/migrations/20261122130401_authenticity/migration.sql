-- Is it real? Each organisation signs what it issues with a key of its own; whoever doubts an order holds it and its sender;
-- a procuracy that is told of a freeze may object.

-- Keys. The private half is sealed under the master key, and no role that works for people reads it.
create table signing_key (
  id uuid not null default uuid_v7() constraint signing_key_pkey primary key,
  organisation_id uuid not null references organisation (id),
  -- Who keeps the private half: this table, or a device outside that knows the key by its id.
  provider text not null default 'database',
  algorithm text not null check (algorithm = 'ed25519'),
  public_key text not null,
  private_key text,
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  retired_at timestamptz(3) check (retired_at >= created_at)
);
create unique index signing_key_one_active on signing_key (organisation_id) where retired_at is null;
create index signing_key_of_organisation on signing_key (organisation_id, created_at);
alter table signing_key enable row level security;
alter table signing_key force row level security;
grant select, insert, update (private_key, retired_at) on signing_key to lachan_system;
create policy signing_key_system on signing_key to lachan_system using (true) with check (true);
grant select (id, organisation_id, provider, algorithm, public_key, created_at, retired_at) on signing_key to lachan_app;
create policy signing_key_select on signing_key for select to lachan_app using (app.user_id() is not null);
-- Old signatures are verified with it for ever: what a key is does not change, and a retired one does not come back.
create function signing_key_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.id, new.organisation_id, new.provider, new.algorithm, new.public_key, new.created_at) is distinct from
      (old.id, old.organisation_id, old.provider, old.algorithm, old.public_key, old.created_at)
    or (old.retired_at is not null and new.retired_at is distinct from old.retired_at) then
    raise exception 'a key does not change' using errcode = 'check_violation', constraint = 'signing_key_fixed';
  end if;
  return new;
end $$;
create trigger signing_key_guard before update on signing_key for each row execute function signing_key_guard();

-- What a signature leaves on its request, when the procuracy was told, and whether somebody doubts it.
alter table request
  add column signature text,
  add column signing_key_id uuid references signing_key (id),
  add column proved_at timestamptz(3),
  add column notified_at timestamptz(3),
  add column suspected_at timestamptz(3),
  add column suspicion text,
  add column suspicion_note text,
  add constraint request_signed_with_key check ((signature is null) = (signing_key_id is null)),
  add constraint request_told_before_delivery check (notified_at is null or (procuracy_org_id is not null and notified_at <= sent_at)),
  add constraint request_suspicion_has_reason check (case when suspected_at is null then suspicion_note is null and coalesce(suspicion = 'forged', true) else suspicion is not null end);
create index request_signing_key on request (signing_key_id) where signing_key_id is not null;
create index request_by_signer on request (signer_id, sent_at desc) include (addressee_org_id) where sent_at is not null;
create index request_open_of_drafter on request (drafter_id)
  where status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED');
create index request_suspected on request (addressee_org_id, queue_at, id) where suspected_at is not null;
create index request_suspected_of_unit on request (requester_org_id, suspected_at) where suspected_at is not null;

-- A doubt, without anything of the order's content: who raised it about whom, and what became of it.
create table suspicion (
  id uuid not null default uuid_v7() constraint suspicion_pkey primary key,
  request_id uuid not null references request (id),
  request_code text not null,
  reason text not null check (reason in ('unknown_signer', 'call_back_failed', 'unusual_content', 'contact_elsewhere', 'other', 'content_changed')),
  requester_org_id uuid not null references organisation (id),
  addressee_org_id uuid not null references organisation (id),
  province_code text not null,
  signer_id uuid not null references person (id),
  drafter_id uuid not null references person (id),
  -- A content that does not fit its signature says nothing about who sent it.
  holds_sender boolean not null check (holds_sender = (reason <> 'content_changed')),
  raised_by_id uuid not null references membership (id),
  raised_at timestamptz(3) not null,
  decided_by_id uuid references membership (id),
  decided_at timestamptz(3),
  decision text check (decision in ('genuine', 'forged')),
  -- From when the sender may sign and submit again.
  restored_by_id uuid references membership (id),
  restored_at timestamptz(3),
  constraint suspicion_is_decided_whole check ((decided_at is null) = (decision is null) and (decided_at is null) = (decided_by_id is null)),
  constraint suspicion_restored_after_decision check ((restored_at is null) = (restored_by_id is null) and (restored_at is null or decided_at is not null)),
  constraint suspicion_genuine_restores check (decision <> 'genuine' or restored_at is not null)
);
create unique index suspicion_one_open on suspicion (request_id) where decided_at is null;
create index suspicion_of_request on suspicion (request_id);
create index suspicion_of_signer on suspicion (signer_id);
create index suspicion_of_drafter on suspicion (drafter_id);
create index suspicion_of_unit on suspicion (requester_org_id, raised_at desc);
create index suspicion_at_desk on suspicion (addressee_org_id, raised_at desc);
create index suspicion_newest on suspicion (raised_at desc);
create index suspicion_raised_by on suspicion (raised_by_id);
create index suspicion_decided_by on suspicion (decided_by_id) where decided_by_id is not null;
create index suspicion_restored_by on suspicion (restored_by_id) where restored_by_id is not null;

-- What a prosecutor objects, and the unit's reply. Its words are the two sides' alone.
create table objection (
  id uuid not null default uuid_v7() constraint objection_pkey primary key,
  request_id uuid not null references request (id),
  body text not null check (char_length(body) between 20 and 4000),
  raised_by_id uuid not null references membership (id),
  raised_at timestamptz(3) not null,
  reply text check (char_length(reply) between 10 and 4000),
  replied_by_id uuid references membership (id),
  replied_at timestamptz(3),
  constraint objection_replied_whole check ((reply is null) = (replied_at is null) and (reply is null) = (replied_by_id is null))
);
create unique index objection_one_open on objection (request_id) where replied_at is null;
create index objection_of_request on objection (request_id, raised_at);
create index objection_raised_by on objection (raised_by_id);
create index objection_replied_by on objection (replied_by_id) where replied_by_id is not null;

alter table suspicion enable row level security;
alter table suspicion force row level security;
grant select, insert, update on suspicion to lachan_system;
create policy suspicion_system on suspicion to lachan_system using (true) with check (true);
grant select, insert, update (decided_by_id, decided_at, decision, restored_by_id, restored_at) on suspicion to lachan_app;
-- The two sides of the request, whoever is held by it, the portal's administrators, the province's auditors.
create policy suspicion_select on suspicion for select to lachan_app using (
  (select app.administers()) or ((select app.audits()) and province_code = any((select app.provinces())::text[]))
  or signer_id = (select app.user_id()) or drafter_id = (select app.user_id())
  or exists (select 1 from request r where r.id = suspicion.request_id));
create policy suspicion_insert on suspicion for insert to lachan_app with check (
  raised_by_id = app.membership_id() and app.is_now(raised_at) and decided_at is null and restored_at is null
  and app.side_of(request_id) = 'answers'
  and exists (select 1 from request r where r.id = suspicion.request_id and r.code = suspicion.request_code and r.requester_org_id = suspicion.requester_org_id
    and r.addressee_org_id = suspicion.addressee_org_id and r.province_code = suspicion.province_code and r.signer_id = suspicion.signer_id
    and r.drafter_id = suspicion.drafter_id and r.suspected_at is null));
-- Decided by who commands the unit or one above it, and neither signed nor drafted what is doubted.
create policy suspicion_update on suspicion for update to lachan_app
  using (app.commands() and app.user_id() <> signer_id and app.user_id() <> drafter_id and app.side_of(request_id) = 'asks')
  with check (app.commands() and app.user_id() <> signer_id and app.user_id() <> drafter_id and app.side_of(request_id) = 'asks');
create function suspicion_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() then return new; end if;
  if (old.decided_at is not null and (new.decided_at, new.decided_by_id, new.decision) is distinct from (old.decided_at, old.decided_by_id, old.decision))
    or (old.restored_at is not null and (new.restored_at, new.restored_by_id) is distinct from (old.restored_at, old.restored_by_id))
    or (new.decided_at is distinct from old.decided_at and (not app.is_now(new.decided_at) or new.decided_by_id is distinct from app.membership_id()))
    or (new.restored_at is distinct from old.restored_at and (not app.is_now(new.restored_at) or new.restored_by_id is distinct from app.membership_id())) then
    raise exception 'what was decided stays decided' using errcode = 'insufficient_privilege', constraint = 'suspicion_side';
  end if;
  return new;
end $$;
create trigger suspicion_guard before update on suspicion for each row execute function suspicion_guard();

alter table objection enable row level security;
alter table objection force row level security;
grant select, insert, update on objection to lachan_system;
create policy objection_system on objection to lachan_system using (true) with check (true);
grant select, insert, update (reply, replied_by_id, replied_at) on objection to lachan_app;
create policy objection_select on objection for select to lachan_app using (exists (select 1 from request r where r.id = objection.request_id
  and ((app.works_cases() and r.requester_org_id = any(app.org_ids())) or (app.prosecutes() and r.procuracy_org_id = app.org_id()))));
create policy objection_insert on objection for insert to lachan_app with check (raised_by_id = app.membership_id() and app.is_now(raised_at) and replied_at is null
  and app.prosecutes() and exists (select 1 from request r where r.id = objection.request_id and r.procuracy_org_id = app.org_id() and r.sent_at is not null));
create policy objection_update on objection for update to lachan_app using (replied_at is null and app.side_of(request_id) = 'asks')
  with check (app.side_of(request_id) = 'asks' and replied_by_id = app.membership_id() and app.is_now(replied_at));

-- May this person sign and submit now? Not while a doubt about what he signed or drafted stands.
create function app.is_held() returns boolean language sql stable parallel safe return
  exists (select from public.suspicion s where s.holds_sender and s.restored_at is null and app.user_id() in (s.signer_id, s.drafter_id));
grant execute on function app.is_held() to lachan_app, lachan_system;

-- An order found forged after its answer is withdrawn too.
alter table lifecycle_step no force row level security;
insert into lifecycle_step (from_status, to_status, side, roles) values
  ('ANSWERED', 'WITHDRAWN', 'asks', '{commander}'), ('ACCEPTED', 'WITHDRAWN', 'asks', '{commander}'), ('NOT_EXECUTED', 'WITHDRAWN', 'asks', '{commander}')
  on conflict do nothing;
alter table lifecycle_step force row level security;

create or replace function request_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  mine text;
  step public.lifecycle_step%rowtype;
  doubts boolean;
  settles boolean;
  written text[];
begin
  if tg_op = 'INSERT' then
    if app.for_person() and new.status <> 'DRAFT' then
      raise exception 'a request begins as a draft' using errcode = 'check_violation', constraint = 'request_begins_as_draft';
    end if;
    if app.for_person() and (new.sent_at, new.signature, new.notified_at, new.suspected_at) is distinct from (null, null, null, null) then
      raise exception 'a draft is not sent' using errcode = 'check_violation', constraint = 'request_begins_as_draft';
    end if;
    return new;
  end if;
  if new.status <> old.status then
    select * into step from public.lifecycle_step where from_status = old.status and to_status = new.status;
    if not found then
      raise exception 'no arrow from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'request_lifecycle';
    end if;
  end if;
  -- Issuing fixes the content: what was signed stays as it was signed.
  if old.sent_at is not null and (new.case_id, new.kind_code, new.requester_org_id, new.addressee_org_id, new.grounds, new.legal_bases,
      new.disclosure, new.parent_id, new.disputed_amount, new.drafter_id, new.signer_id, new.content_hash, new.document_number, new.document_date, new.sent_at,
      new.code, new.signature, new.signing_key_id, new.proved_at, new.notified_at)
    is distinct from (old.case_id, old.kind_code, old.requester_org_id, old.addressee_org_id, old.grounds, old.legal_bases,
      old.disclosure, old.parent_id, old.disputed_amount, old.drafter_id, old.signer_id, old.content_hash, old.document_number, old.document_date, old.sent_at,
      old.code, old.signature, old.signing_key_id, old.proved_at, old.notified_at) then
    raise exception 'a signed request does not change' using errcode = 'check_violation', constraint = 'request_signed_content';
  end if;
  if not app.for_person() then return new; end if;

  mine := app.side(old.requester_org_id, old.addressee_org_id, old.sealed_to, old.sent_at);
  doubts := old.suspected_at is null and new.suspected_at is not null;
  settles := old.suspected_at is not null and new.suspected_at is null;
  if new.status <> old.status and (step.side is distinct from mine or not step.roles && app.roles()) then
    raise exception 'the arrow from % to % is not yours', old.status, new.status using errcode = 'insufficient_privilege', constraint = 'request_side';
  end if;
  written := app.request_columns(mine, old.status) || case
    when mine = 'asks' and old.status = 'PENDING_SIGNATURE' then array['signature', 'signing_key_id', 'proved_at', 'notified_at', 'procuracy_org_id']
    when mine = 'answers' and doubts then array['suspected_at', 'suspicion', 'suspicion_note', 'version', 'updated_at', 'assignee_id', 'acknowledged_at', 'first_action_at', 'queue_at', 'paused_at']
    when mine = 'asks' and settles then array['suspected_at', 'suspicion', 'suspicion_note']
    else '{}' end;
  if app.without(to_jsonb(new), written) <> app.without(to_jsonb(old), written) then
    raise exception 'this part of a request is not yours to write' using errcode = 'insufficient_privilege', constraint = 'request_side';
  end if;
  -- While it is doubted nothing is done on it. The desk raises the doubt; who commands, and neither signed nor drafted it, settles it.
  if doubts and (new.status <> old.status or not app.is_now(new.suspected_at) or old.status in ('WITHDRAWN', 'EXPIRED', 'DISCARDED')) then
    raise exception 'a doubt moves nothing else' using errcode = 'insufficient_privilege', constraint = 'request_suspected';
  end if;
  if settles and (not app.commands() or app.user_id() in (old.signer_id, old.drafter_id) or new.status not in (old.status, 'WITHDRAWN')
      or not exists (select from public.suspicion s where s.request_id = old.id and s.decided_by_id = app.membership_id() and app.is_now(s.decided_at))) then
    raise exception 'somebody else settles a doubt' using errcode = 'insufficient_privilege', constraint = 'request_suspected';
  end if;
  if old.suspected_at is not null and not settles
    and app.without(to_jsonb(new), array['version', 'updated_at', 'opened_at', 'assignee_id', 'answering_id', 'answering_at', 'restricted', 'sealed_to'])
      <> app.without(to_jsonb(old), array['version', 'updated_at', 'opened_at', 'assignee_id', 'answering_id', 'answering_at', 'restricted', 'sealed_to']) then
    raise exception 'nothing is done on an order that is doubted' using errcode = 'insufficient_privilege', constraint = 'request_suspected';
  end if;
  if new.status = 'WITHDRAWN' and old.status in ('ANSWERED', 'ACCEPTED', 'NOT_EXECUTED') and not settles then
    raise exception 'an answered order is withdrawn as forged alone' using errcode = 'insufficient_privilege', constraint = 'request_suspected';
  end if;
  -- Clocks turn with an arrow: none moves while the request stays where it is, and only asking back or a doubt makes one rest.
  if new.status = old.status and not doubts and not settles and (new.due_at, new.queue_at, new.paused_at, new.span_minutes, new.answered_at, new.closed_at)
    is distinct from (old.due_at, old.queue_at, old.paused_at, old.span_minutes, old.answered_at, old.closed_at) then
    raise exception 'a clock turns with an arrow alone' using errcode = 'insufficient_privilege', constraint = 'request_clock';
  end if;
  if mine = 'answers' and new.status <> 'CLARIFICATION_NEEDED' and not doubts and (new.queue_at, new.paused_at) is distinct from (old.queue_at, old.paused_at) then
    raise exception 'a clock turns with an arrow alone' using errcode = 'insufficient_privilege', constraint = 'request_clock';
  end if;
  if exists (select from (values (old.sent_at, new.sent_at), (old.opened_at, new.opened_at), (old.acknowledged_at, new.acknowledged_at),
        (old.first_action_at, new.first_action_at), (old.answered_at, new.answered_at), (old.paused_at, new.paused_at), (old.closed_at, new.closed_at),
        (old.notified_at, new.notified_at)) as v (was, becomes)
      where becomes is distinct from was and not app.is_now(becomes)) then
    raise exception 'what is done is done now' using errcode = 'insufficient_privilege', constraint = 'request_clock';
  end if;
  -- Issued is what was signed, by whom signs here, with the key that his organisation signs with today; nobody signs who is held.
  if (new.sent_at is null) <> (new.status in ('DRAFT', 'PENDING_SIGNATURE', 'DISCARDED')) or (new.signer_id is distinct from old.signer_id and new.signer_id <> app.user_id()) then
    raise exception 'nobody signs in another''s name' using errcode = 'insufficient_privilege', constraint = 'request_side';
  end if;
  if old.sent_at is null and new.sent_at is not null and (new.signature is null or not exists (select from public.signing_key k
      where k.id = new.signing_key_id and k.organisation_id = new.requester_org_id and k.retired_at is null)) then
    raise exception 'what is issued is signed with the organisation''s key' using errcode = 'insufficient_privilege', constraint = 'request_signed_with_key';
  end if;
  if new.status <> old.status and new.status in ('PENDING_SIGNATURE', 'SENT') and old.status in ('DRAFT', 'PENDING_SIGNATURE') and app.is_held() then
    raise exception 'whoever is doubted neither signs nor submits' using errcode = 'insufficient_privilege', constraint = 'request_sender_held';
  end if;
  return new;
end $$;

-- The answer's clock rests while a question or a doubt stands, and ends only when nothing is owed.
create or replace function deadline_follows_request() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare now_at public.request%rowtype;
begin
  if not app.for_person() then return null; end if;
  select * into now_at from public.request where id = new.request_id;
  if (case new.state
    when 'running' then now_at.status = 'CLARIFICATION_NEEDED' or now_at.suspected_at is not null
    when 'paused' then now_at.status <> 'CLARIFICATION_NEEDED' and now_at.suspected_at is null
    else now_at.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED') end) then
    raise exception 'an answer''s clock follows its request' using errcode = 'check_violation', constraint = 'deadline_follows_request';
  end if;
  return null;
end $$;

-- What a desk may know of who asks it, as counts and instants: nothing of any other request. It looks at no more than his last 500.
create function app.sender_facts(asked uuid) returns table (
  account_at timestamptz, device_at timestamptz, proved_at timestamptz, earlier int, here int, doubted int, hours int[], days int[], today int,
  is_held boolean, objected_at timestamptz
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with r as (
    select id, signer_id, drafter_id, addressee_org_id, sent_at, proved_at, sent_at at time zone 'Asia/Ho_Chi_Minh' as local_at
    from public.request where id = asked and app.side(requester_org_id, addressee_org_id, sealed_to, sent_at) = 'answers'
  ), past as materialized (
    select q.addressee_org_id, q.sent_at at time zone 'Asia/Ho_Chi_Minh' as at from r cross join lateral (
      select addressee_org_id, sent_at from public.request where signer_id = r.signer_id and sent_at is not null and sent_at < r.sent_at order by sent_at desc limit 500) q
  )
  select p.created_at, (select max(d.created_at) from public.known_device d where d.user_id = r.signer_id and d.created_at <= r.sent_at), r.proved_at,
    (select count(*)::int from past), (select count(*)::int from past where past.addressee_org_id = r.addressee_org_id),
    (select count(*)::int from public.suspicion s where s.signer_id = r.signer_id and s.request_id <> r.id and s.holds_sender),
    (select array_agg(coalesce(c.n, 0) order by h.hour) from generate_series(0, 23) as h (hour)
      left join (select extract(hour from at)::int as hour, count(*)::int as n from past group by 1) c on c.hour = h.hour),
    (select coalesce(array_agg(c.n order by c.day), '{}') from (select at::date as day, count(*)::int as n from past where at::date < r.local_at::date group by 1) c),
    (select count(*)::int + 1 from past where at::date = r.local_at::date),
    exists (select from public.suspicion s where s.request_id <> r.id and s.holds_sender and s.restored_at is null
      and (s.signer_id in (r.signer_id, r.drafter_id) or s.drafter_id in (r.signer_id, r.drafter_id))),
    (select min(o.raised_at) from public.objection o where o.request_id = r.id and o.replied_at is null)
  from r join public.person p on p.id = r.signer_id
$$;

-- Told when a doubt is raised, decided, or its sender let go: both sides; who commands above them when nobody else commands the unit;
-- the portal's administrators, without a record; and each desk that has an open order of the same sender, about its own order.
create function suspicion_tell() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  said text := case when tg_op = 'INSERT' then 'suspicion.raised' else 'suspicion.decided' end;
  supervisors uuid[] := array[new.requester_org_id];
begin
  if not exists (select from public.membership m join public.person p on p.id = m.user_id and p.suspended_at is null
      where m.organisation_id = new.requester_org_id and 'commander' = any(m.roles) and m.user_id not in (new.signer_id, new.drafter_id)
        and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())) then
    supervisors := supervisors || array(select l.parent_id from public.organisation_link l where l.child_id = new.requester_org_id
      and l.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date and (l.valid_to is null or l.valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date));
  end if;
  insert into public.outbox (topic, org_ids, request_id, urgent) values (said, supervisors || new.addressee_org_id, new.request_id, true);
  insert into public.outbox (topic, org_ids, urgent) select said, array_agg(o.id), true from public.organisation o where o.kind = 'operator' and o.valid_to is null having count(*) > 0;
  if new.holds_sender then
    insert into public.outbox (topic, org_ids, request_id, urgent)
      select distinct on (r.addressee_org_id) 'request.sender_doubted', array[r.addressee_org_id], r.id, true from (
        select * from (select id, addressee_org_id, status from public.request where signer_id in (new.signer_id, new.drafter_id) and sent_at is not null order by sent_at desc limit 5000) s
        union all select id, addressee_org_id, status from public.request where drafter_id in (new.signer_id, new.drafter_id)
          and status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')) r
      where r.id <> new.request_id and r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED');
  end if;
  return null;
end $$;
create trigger suspicion_tell after insert or update on suspicion for each row execute function suspicion_tell();

-- Their rights are these tables' rows to read and the outbox to write, and nothing else: both belong to a role that nobody can sign in
-- as. An owner who may not make roles keeps them himself, and the policies are his (docs/decisions/row-level-security.md).
do $$
declare
  holder text := 'lachan_trust';
  name text;
begin
  begin
    begin
      create role lachan_trust nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
    exception when duplicate_object or unique_violation then
      null; -- another database of this server has made it already
    end;
    if not pg_has_role('lachan_trust', 'member') then
      execute format('grant lachan_trust to %I', current_user);
    end if;
    grant usage, create on schema public, app to lachan_trust;
    alter function app.sender_facts(uuid) owner to lachan_trust;
    alter function suspicion_tell() owner to lachan_trust;
    revoke create on schema public, app from lachan_trust;
    grant select on request, suspicion, objection, person, known_device, membership, organisation, organisation_link to lachan_trust;
    grant insert on outbox to lachan_trust;
  exception when insufficient_privilege then
    raise warning 'sender_facts() and suspicion_tell() keep their owner: %', sqlerrm;
    holder := current_user;
  end;
  foreach name in array array['request', 'suspicion', 'objection', 'person', 'known_device', 'membership', 'organisation', 'organisation_link'] loop
    execute format('create policy %I on %I for select to %I using (true)', name || '_trust', name, holder);
  end loop;
  execute format('create policy outbox_trust on outbox for insert to %I with check (true)', holder);
end $$;
revoke execute on function app.sender_facts(uuid) from public;
grant execute on function app.sender_facts(uuid) to lachan_app;
