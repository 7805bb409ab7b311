-- How each task of the job runner ended. A timetable's task is put anew into the queue every minute, with its tries counted from the
-- beginning: that it fails for hours is known here alone. Of an error its name and code, never its words.
create table task_streak (
  name text not null constraint task_streak_pkey primary key check (name ~ '^[a-z0-9-]{1,64}$'),
  ended_at timestamptz(3) not null,
  -- Failures since it last went well, and since when.
  failures integer not null default 0 check (failures >= 0),
  failing_since timestamptz(3),
  error_name text check (char_length(error_name) <= 120),
  constraint task_streak_whole check ((failures > 0) = (failing_since is not null) and (failures > 0) = (error_name is not null))
) with (fillfactor = 50);
alter table task_streak enable row level security;
alter table task_streak force row level security;
grant select, insert, update on task_streak to lachan_system;
create policy task_streak_system on task_streak to lachan_system using (true) with check (true);
