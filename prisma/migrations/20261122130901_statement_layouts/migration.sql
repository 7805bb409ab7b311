-- How a unit reads the statements of a bank: which column holds what, by the heads of the columns. No row of a statement is kept.
create table statement_layout (
  organisation_id uuid not null references organisation (id),
  heads text not null check (length(heads) between 1 and 2000),
  columns text[] not null,
  updated_at timestamptz(3) not null default now(),
  primary key (organisation_id, heads)
);
alter table statement_layout enable row level security;
alter table statement_layout force row level security;
grant select, insert, update on statement_layout to lachan_app;
create policy statement_layout_select on statement_layout for select to lachan_app using (organisation_id = app.org_id());
create policy statement_layout_insert on statement_layout for insert to lachan_app with check (organisation_id = app.org_id());
create policy statement_layout_update on statement_layout for update to lachan_app using (organisation_id = app.org_id()) with check (organisation_id = app.org_id());
