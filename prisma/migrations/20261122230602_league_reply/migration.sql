-- What an organisation says to its own line of the league table: one word per period, that may be replaced until fourteen days after
-- the period. Each version is a row of its own; none is ever changed.
create table league_reply (
  id uuid primary key default uuid_v7(),
  org_id uuid not null references organisation (id),
  period text not null check (period in ('week', 'month', 'quarter')),
  since date not null,
  until date not null,
  version integer not null check (version >= 1),
  body text not null check (char_length(body) between 1 and 1000),
  author_id uuid not null references person (id),
  membership_id uuid not null references membership (id),
  at timestamptz(3) not null default clock_timestamp(),
  constraint league_reply_version unique (org_id, period, since, version),
  -- The days of a week, a month, a quarter and no others: else one period had two words.
  constraint league_reply_days check (since = date_trunc(period, since)::date and until = (since + ('1 ' || case period when 'quarter' then 'month' else period end)::interval
    * case period when 'quarter' then 3 else 1 end)::date - 1),
  -- Eight digits, however they are parted, may be an account, a phone or somebody's papers (lib/league/reply-text.ts).
  constraint league_reply_no_numbers check (body !~ '([0-9][ .\-\u00a0]*){8}')
);
create index league_reply_author on league_reply (author_id);
create index league_reply_membership on league_reply (membership_id);

alter table league_reply enable row level security;
alter table league_reply force row level security;
grant select on league_reply to lachan_system;
create policy league_reply_system on league_reply for select to lachan_system using (true);
grant select, insert on league_reply to lachan_app;
-- Whoever sees the table, and the organisation itself.
create policy league_reply_select on league_reply for select to lachan_app using (
  (select app.reads_figures()) or ((select app.leads_desk()) and org_id = (select app.org_id())));
-- Its own manager, in his own name, while the period may be answered.
create policy league_reply_insert on league_reply for insert to lachan_app with check (
  'liaison_manager' = any(app.roles()) and org_id = app.org_id() and author_id = app.user_id() and membership_id = app.membership_id() and app.is_now(at)
  and app.local_day(clock_timestamp()) between since and until + 14);

create function public.league_reply_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.version <> 1 + coalesce((select max(r.version) from league_reply r where r.org_id = new.org_id and r.period = new.period and r.since = new.since), 0) then
    raise exception 'a version of a reply follows the one before' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger league_reply_follows before insert on league_reply for each row execute function public.league_reply_follows();
