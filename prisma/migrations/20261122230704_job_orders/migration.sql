-- What an administrator orders about a job that was given up: to try it again or to discard it, and why. People's role never touches
-- the queue; a worker carries the order out and says so.
create table job_order (
  id uuid not null default uuid_v7() constraint job_order_pkey primary key,
  job_id bigint not null,
  task text not null check (task ~ '^[a-z0-9-]{1,64}$'),
  act text not null check (act in ('retry', 'discard')),
  reason text not null check (char_length(reason) between 5 and 500),
  ordered_by_id uuid not null references membership (id),
  ordered_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  carried_out_at timestamptz(3)
);
create unique index job_order_one_open on job_order (job_id) where carried_out_at is null;
create index job_order_ordered_by on job_order (ordered_by_id);
alter table job_order enable row level security;
alter table job_order force row level security;
grant select, update (carried_out_at) on job_order to lachan_system;
create policy job_order_system on job_order to lachan_system using (true) with check (true);
grant select, insert (job_id, task, act, reason, ordered_by_id) on job_order to lachan_app;
create policy job_order_select on job_order for select to lachan_app using (app.administers());
create policy job_order_insert on job_order for insert to lachan_app with check (app.administers() and ordered_by_id = app.membership_id());
