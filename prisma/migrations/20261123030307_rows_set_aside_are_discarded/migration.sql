-- What an administrator orders about a row that its tick can never do: that it is passed over for good, and why. People's role reads
-- neither the row nor what was set aside; a worker carries the order out and says so (lib/jobs/discard-aside.ts knows each work).
create table aside_order (
  id uuid not null default uuid_v7() constraint aside_order_pkey primary key,
  source text not null check (source in ('outbox', 'ladder-steps', 'urges', 'promises')),
  row_id uuid not null,
  reason text not null check (char_length(reason) between 5 and 500),
  ordered_by_id uuid not null references membership (id),
  ordered_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  carried_out_at timestamptz(3),
  -- Passed over, or not aside any more: it went well meanwhile.
  outcome text check (outcome in ('done', 'gone')),
  constraint aside_order_ended_says_how check ((carried_out_at is null) = (outcome is null))
);
create unique index aside_order_one_open on aside_order (source, row_id) where carried_out_at is null;
create index aside_order_ordered_by on aside_order (ordered_by_id);
alter table aside_order enable row level security;
alter table aside_order force row level security;
grant select, update (carried_out_at, outcome) on aside_order to lachan_system;
create policy aside_order_system on aside_order to lachan_system using (true) with check (true);
grant select, insert (source, row_id, reason, ordered_by_id) on aside_order to lachan_app;
create policy aside_order_select on aside_order for select to lachan_app using (app.administers());
create policy aside_order_insert on aside_order for insert to lachan_app with check (app.administers() and ordered_by_id = app.membership_id());
