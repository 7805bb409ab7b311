-- The leader's page adds up amounts and only asks of cases whether there are enough of them. Its sums have a table of their own,
-- a tenth of the rows that know their case; it follows figure_day by itself, whoever writes there.
create table figure_sum (
  province_code text not null,
  day date not null,
  addressee_org_id uuid not null,
  measure text not null,
  count integer not null,
  amount bigint not null,
  constraint figure_sum_pkey primary key (province_code, day, addressee_org_id, measure)
);

alter table figure_sum enable row level security;
alter table figure_sum force row level security;
grant select, insert, update, delete on figure_sum to lachan_system;
create policy figure_sum_system on figure_sum to lachan_system using (true) with check (true);
grant select on figure_sum to lachan_app;
create policy figure_sum_select on figure_sum for select to lachan_app using (app.reads_figures() and province_code = any(app.provinces()));

create function public.figure_sum_follow() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into figure_sum as f (province_code, day, addressee_org_id, measure, count, amount)
      select province_code, day, addressee_org_id, measure, sum(count), sum(amount) from added group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict on constraint figure_sum_pkey do update set count = f.count + excluded.count, amount = f.amount + excluded.amount;
  elsif tg_op = 'DELETE' then
    insert into figure_sum as f (province_code, day, addressee_org_id, measure, count, amount)
      select province_code, day, addressee_org_id, measure, -sum(count), -sum(amount) from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict on constraint figure_sum_pkey do update set count = f.count + excluded.count, amount = f.amount + excluded.amount;
  else
    insert into figure_sum as f (province_code, day, addressee_org_id, measure, count, amount)
      select province_code, day, addressee_org_id, measure, sum(count), sum(amount) from (
        select province_code, day, addressee_org_id, measure, count, amount from added
        union all select province_code, day, addressee_org_id, measure, -count, -amount from gone
      ) changed group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict on constraint figure_sum_pkey do update set count = f.count + excluded.count, amount = f.amount + excluded.amount;
  end if;
  return null;
end $$;
create trigger figure_sum_added after insert on figure_day referencing new table as added for each statement execute function public.figure_sum_follow();
create trigger figure_sum_changed after update on figure_day referencing old table as gone new table as added for each statement execute function public.figure_sum_follow();
create trigger figure_sum_gone after delete on figure_day referencing old table as gone for each statement execute function public.figure_sum_follow();

insert into figure_sum (province_code, day, addressee_org_id, measure, count, amount)
  select province_code, day, addressee_org_id, measure, sum(count), sum(amount) from figure_day group by 1, 2, 3, 4;

-- Whether there are five cases behind a measure is seen from its first rows.
create index figure_day_behind on figure_day (province_code, measure, day) include (case_id, addressee_org_id, count, amount);
drop index figure_day_period;
