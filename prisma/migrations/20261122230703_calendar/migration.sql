-- The calendar of what is due, and its address for a calendar program outside.

-- What runs out between two days, for whoever has to answer and for whoever asked.
create index deadline_calendar_of_owner on deadline (owner_org_id, due_at) where state = 'running';
create index deadline_calendar_of_requester on deadline (requester_org_id, due_at) where state = 'running';

-- One address for each membership and reach; of its token the keyed hash alone is kept. It dies with the membership and the account:
-- whoever fetches it is looked up as he stands today.
create table calendar_feed (
  id uuid not null default uuid_v7() constraint calendar_feed_pkey primary key,
  membership_id uuid not null references membership (id),
  org_id uuid not null references organisation (id),
  reach text not null check (reach in ('own', 'team')),
  language text not null check (language in ('vi', 'en')),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  last_used_at timestamptz(3),
  ended_at timestamptz(3)
);
create unique index calendar_feed_token on calendar_feed (token_hash);
create unique index calendar_feed_one on calendar_feed (membership_id, reach) where ended_at is null;
create index calendar_feed_of_membership on calendar_feed (membership_id);
create index calendar_feed_of_org on calendar_feed (org_id);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
grant select, update (last_used_at) on calendar_feed to lachan_system;
create policy calendar_feed_system on calendar_feed to lachan_system using (true) with check (true);
-- A person sees that there is an address, when it was made and last fetched; what it is nobody reads back, the hash neither.
grant select (id, membership_id, org_id, reach, language, created_at, last_used_at, ended_at),
  insert (membership_id, org_id, reach, language, token_hash), update (ended_at) on calendar_feed to lachan_app;
create policy calendar_feed_select on calendar_feed for select to lachan_app using (membership_id = app.membership_id());
create policy calendar_feed_insert on calendar_feed for insert to lachan_app with check (membership_id = app.membership_id() and org_id = app.org_id()
  and (app.works_cases() or app.answers()));
create policy calendar_feed_update on calendar_feed for update to lachan_app using (membership_id = app.membership_id() and ended_at is null)
  with check (membership_id = app.membership_id() and app.is_now(ended_at));
