-- A row that a tick works through and that always fails would hold up all behind it. It is set aside, tried again by itself with growing
-- pauses, and shown to administrators. Ids, counts and an error's name alone; people's role never reads it.
create table set_aside (
  -- Which work: the tick's own name for its rows.
  source text not null check (source ~ '^[a-z0-9-]{1,64}$'),
  row_id uuid not null,
  -- What keeps its order: later rows of the same key wait for this one, until it is given up.
  order_key uuid,
  tries integer not null default 1 check (tries > 0),
  since timestamptz(3) not null,
  failed_at timestamptz(3) not null,
  next_at timestamptz(3) not null,
  error_name text not null check (char_length(error_name) between 1 and 120),
  constraint set_aside_pkey primary key (source, row_id),
  constraint set_aside_later check (since <= failed_at and failed_at < next_at)
);
create index set_aside_order on set_aside (source, order_key) where order_key is not null;
alter table set_aside enable row level security;
alter table set_aside force row level security;
grant select, insert, update, delete on set_aside to lachan_system;
create policy set_aside_system on set_aside to lachan_system using (true) with check (true);
