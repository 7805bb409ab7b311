-- What became of an administrator's order: it was done, or there was no such job any more. While a worker holds the job the order stays open.
alter table job_order add column outcome text check (outcome in ('done', 'gone'));
update job_order set outcome = 'done' where carried_out_at is not null;
alter table job_order add constraint job_order_ended_says_how check ((carried_out_at is null) = (outcome is null));
grant update (outcome) on job_order to lachan_system;
create index job_order_newest on job_order (ordered_at desc);
