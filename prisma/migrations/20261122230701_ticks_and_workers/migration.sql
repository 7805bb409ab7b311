-- What the workers do again and again, and who they are: for the administrator's screen, for /api/ready and to free the jobs of a
-- worker that died. Nothing here is about a person or an organisation; people's role never reads it.

-- One row for each tick, written by whichever worker ran it last. Counts grow; `done` is of the last run that was told.
create table sweep_state (
  name text primary key check (name ~ '^[a-z0-9-]{1,64}$'),
  every_ms int not null check (every_ms > 0),
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  done int not null default 0 check (done >= 0),
  done_in_all bigint not null default 0 check (done_in_all >= 0),
  runs bigint not null default 0 check (runs >= 0),
  failures bigint not null default 0 check (failures >= 0),
  failed_at timestamptz(3),
  error_name text check (char_length(error_name) <= 120)
) with (fillfactor = 50);

-- A worker process and the names under which it locks jobs. One not seen for a minute is dead: its jobs may be taken up again.
create table worker_process (
  id uuid primary key,
  started_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  seen_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  worker_ids text[] not null default '{}' check (cardinality(worker_ids) <= 64)
) with (fillfactor = 50);

alter table sweep_state enable row level security;
alter table sweep_state force row level security;
grant select, insert, update on sweep_state to lachan_system;
create policy sweep_state_system on sweep_state to lachan_system using (true) with check (true);

alter table worker_process enable row level security;
alter table worker_process force row level security;
grant select, insert, update, delete on worker_process to lachan_system;
create policy worker_process_system on worker_process to lachan_system using (true) with check (true);
