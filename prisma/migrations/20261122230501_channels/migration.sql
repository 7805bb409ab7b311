-- What leaves the portal: mails, webhooks, short messages. Each line is one word to one receiver, planned in the transaction of what
-- happened; the sender takes it later, at least once, and the receiver tells repetitions by the event's id.

create table webhook_endpoint (
  id uuid not null default uuid_v7() constraint webhook_endpoint_pkey primary key,
  org_id uuid not null references organisation (id),
  url text not null check (length(url) <= 500 and url ~ '^https?://[^\s]+$'),
  topics text[] not null check (cardinality(topics) > 0 and topics <@ array['requests', 'money', 'deadlines', 'suspicions', 'cases']),
  is_on boolean not null default true,
  -- Sealed under the master key for this row; the one before it stays valid for a day.
  secret text not null check (secret like 'v1.%'),
  previous_secret text,
  previous_until timestamptz(3),
  created_by_id uuid not null references membership (id),
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  removed_at timestamptz(3),
  version integer not null default 1,
  constraint webhook_endpoint_previous_whole check ((previous_secret is null) = (previous_until is null)),
  constraint webhook_endpoint_removed_is_off check (removed_at is null or not is_on)
);
create index webhook_endpoint_of_org on webhook_endpoint (org_id) where removed_at is null;
create index webhook_endpoint_org_fk on webhook_endpoint (org_id);
create index webhook_endpoint_created_by on webhook_endpoint (created_by_id);
alter table webhook_endpoint enable row level security;
alter table webhook_endpoint force row level security;
grant select, insert, update on webhook_endpoint to lachan_system;
create policy webhook_endpoint_system on webhook_endpoint to lachan_system using (true) with check (true);

create function app.keeps_webhooks() returns boolean language sql stable parallel safe return coalesce(app.roles() && array['liaison_manager', 'commander'], false);
grant execute on function app.keeps_webhooks() to lachan_app, lachan_system;
-- Nobody who works for a person reads a secret, not even its own sealed form.
grant select (id, org_id, url, topics, is_on, previous_until, created_by_id, created_at, removed_at, version) on webhook_endpoint to lachan_app;
grant insert (id, org_id, url, topics, is_on, secret, created_by_id, created_at), update (url, topics, is_on, secret, removed_at, version) on webhook_endpoint to lachan_app;
create policy webhook_endpoint_select on webhook_endpoint for select to lachan_app
  using (app.administers() or (app.keeps_webhooks() and org_id = app.org_id()));
create policy webhook_endpoint_insert on webhook_endpoint for insert to lachan_app
  with check (app.keeps_webhooks() and org_id = app.org_id() and created_by_id = app.membership_id() and app.is_now(created_at) and is_on);
create policy webhook_endpoint_update on webhook_endpoint for update to lachan_app
  using (app.keeps_webhooks() and org_id = app.org_id() and removed_at is null) with check (app.keeps_webhooks() and org_id = app.org_id());

create function webhook_endpoint_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.id, new.org_id, new.created_by_id, new.created_at) is distinct from (old.id, old.org_id, old.created_by_id, old.created_at)
    or (old.removed_at is not null and new is distinct from old)
    or (app.for_person() and new.removed_at is distinct from old.removed_at and not app.is_now(new.removed_at)) then
    raise exception 'whose address it is does not change' using errcode = 'check_violation', constraint = 'webhook_endpoint_fixed';
  end if;
  -- The receiver has a day to take the new secret over; meanwhile both sign.
  if new.secret is distinct from old.secret then
    new.previous_secret := old.secret;
    new.previous_until := date_trunc('milliseconds', clock_timestamp()) + interval '24 hours';
  end if;
  return new;
end $$;
create trigger webhook_endpoint_guard before update on webhook_endpoint for each row execute function webhook_endpoint_guard();

create table delivery (
  id uuid not null default uuid_v7() constraint delivery_pkey primary key,
  event_id uuid not null,
  notification_id uuid,
  org_id uuid not null references organisation (id),
  channel text not null check (channel in ('email', 'webhook', 'sms', 'zalo')),
  endpoint_id uuid references webhook_endpoint (id),
  membership_id uuid references membership (id),
  -- To whom: one receiver is one lane, and its words about one request keep their order.
  lane uuid not null generated always as (coalesce(endpoint_id, membership_id)) stored,
  topic text not null check (topic ~ '^[a-z_]+(\.[a-z_]+)+$'),
  request_id uuid references request (id),
  case_id uuid references fraud_case (id),
  order_key uuid,
  urgent boolean not null default false,
  seq bigint not null generated always as identity,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'dead', 'discarded')),
  attempts integer not null default 0 check (attempts >= 0),
  at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  -- From when it could be sent: a day later it is given up.
  due_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  next_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  -- A sender that dies gives its lines back when this has passed.
  claimed_until timestamptz(3),
  last_code text,
  last_ms integer check (last_ms >= 0),
  last_at timestamptz(3),
  sent_at timestamptz(3),
  discarded_by_id uuid references membership (id),
  reason text check (length(reason) between 5 and 500),
  constraint delivery_has_one_receiver check ((channel = 'webhook') = (endpoint_id is not null) and (channel = 'webhook') = (membership_id is null)),
  constraint delivery_sent_has_instant check ((state = 'sent') = (sent_at is not null)),
  constraint delivery_claim_is_sending check ((state = 'sending') = (claimed_until is not null)),
  constraint delivery_discarded_says_why check (state <> 'discarded' or reason is not null or last_code is not null)
);
-- The same event reaches the same receiver on the same way once.
create unique index delivery_one_effect on delivery (channel, lane, event_id);
create index delivery_due on delivery (next_at) where state in ('waiting', 'sending');
create index delivery_in_order on delivery (channel, lane, order_key, seq) where state in ('waiting', 'sending');
create index delivery_open on delivery (channel, lane, seq) where state in ('waiting', 'sending');
create index delivery_dead on delivery (channel, lane, seq) where state = 'dead';
create index delivery_of_endpoint on delivery (endpoint_id, seq desc) where endpoint_id is not null;
create index delivery_of_org on delivery (org_id);
create index delivery_of_membership on delivery (membership_id) where membership_id is not null;
create index delivery_of_request on delivery (request_id) where request_id is not null;
create index delivery_of_case on delivery (case_id) where case_id is not null;
create index delivery_discarded_by on delivery (discarded_by_id) where discarded_by_id is not null;
alter table delivery enable row level security;
alter table delivery force row level security;
grant select, insert, update on delivery to lachan_system;
create policy delivery_system on delivery to lachan_system using (true) with check (true);
-- What it is about (request, case, notification) stands in columns that nobody who works for a person reads.
grant select (id, event_id, org_id, channel, endpoint_id, membership_id, lane, topic, urgent, seq, state, attempts, at, due_at, next_at, last_code, last_ms, last_at,
  sent_at, discarded_by_id, reason) on delivery to lachan_app;
grant insert (event_id, org_id, channel, endpoint_id, topic), update (state, attempts, due_at, next_at, discarded_by_id, reason) on delivery to lachan_app;
create policy delivery_select on delivery for select to lachan_app
  using (app.administers() or (channel = 'webhook' and app.keeps_webhooks() and org_id = app.org_id()));
-- A trial of one's own address is all that a person sends.
create policy delivery_insert on delivery for insert to lachan_app with check (
  app.keeps_webhooks() and org_id = app.org_id() and channel = 'webhook' and topic = 'webhook.test' and state = 'waiting'
  and exists (select 1 from webhook_endpoint e where e.id = endpoint_id and e.org_id = app.org_id() and e.removed_at is null));
create policy delivery_update on delivery for update to lachan_app using (app.administers()) with check (app.administers());

create function delivery_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.id, new.event_id, new.notification_id, new.org_id, new.channel, new.endpoint_id, new.membership_id, new.topic, new.request_id, new.case_id,
      new.order_key, new.seq, new.at) is distinct from
    (old.id, old.event_id, old.notification_id, old.org_id, old.channel, old.endpoint_id, old.membership_id, old.topic, old.request_id, old.case_id,
      old.order_key, old.seq, old.at)
    or (old.state in ('sent', 'discarded') and new is distinct from old) then
    raise exception 'what was sent or discarded stays' using errcode = 'check_violation', constraint = 'delivery_fixed';
  end if;
  -- An administrator sends again, from the beginning and now, or discards and says why. He never says that something was sent.
  if app.for_person() and not coalesce(old.state in ('waiting', 'dead') and case new.state
      when 'waiting' then new.attempts = 0 and app.is_now(new.due_at) and app.is_now(new.next_at) and new.discarded_by_id is null and new.reason is null
      when 'discarded' then new.discarded_by_id = app.membership_id() and new.reason is not null
        and (new.attempts, new.due_at, new.next_at) is not distinct from (old.attempts, old.due_at, old.next_at)
      else false end, false) then
    raise exception 'a delivery is sent again or discarded' using errcode = 'insufficient_privilege', constraint = 'delivery_side';
  end if;
  return new;
end $$;
create trigger delivery_guard before update on delivery for each row execute function delivery_guard();

-- What waits for the next collected mail of a person.
create table digest_entry (
  notification_id uuid not null constraint digest_entry_pkey primary key,
  membership_id uuid not null references membership (id),
  at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  delivery_id uuid references delivery (id),
  -- Told, or read in the portal before it was told.
  closed_at timestamptz(3),
  constraint digest_entry_told_is_closed check (delivery_id is null or closed_at is not null)
);
create index digest_entry_waiting on digest_entry (membership_id) where closed_at is null;
create index digest_entry_of_membership on digest_entry (membership_id);
create index digest_entry_of_delivery on digest_entry (delivery_id) where delivery_id is not null;
alter table digest_entry enable row level security;
alter table digest_entry force row level security;
grant select, insert, update on digest_entry to lachan_system;
create policy digest_entry_system on digest_entry to lachan_system using (true) with check (true);
