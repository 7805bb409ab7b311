-- How fast organisations answer, as histograms (docs/decisions/figures-of-both-sides.md). A median over a quarter of a million answers
-- cannot be sorted out while a reader waits, so each duration is counted in a bucket of its day; buckets can be added up, medians cannot.

-- Minutes in buckets that grow by fifteen in a hundred: the middle of one is at most 7.3 % off. The same in lib/figures/buckets.ts.
create function app.minutes_bucket(minutes double precision) returns smallint language sql immutable parallel safe return
  (case when minutes < 1 then 0 else least(90, 1 + floor(ln(minutes) / ln(1.15))) end)::smallint;
create function app.local_day(at timestamptz) returns date language sql immutable parallel safe return (at at time zone 'Asia/Ho_Chi_Minh')::date;
-- Minutes that a clock ran between its start and its end: its pauses are not counted.
create function app.minutes_run(starts_at timestamptz, ended_at timestamptz, pauses jsonb) returns double precision language sql immutable parallel safe return
  greatest(0, date_part('epoch', ended_at - starts_at) / 60 - coalesce((select sum(date_part('epoch', (p->>'to')::timestamptz - (p->>'from')::timestamptz)) / 60
    from jsonb_array_elements(pauses) p), 0));

-- What happened, once each: +1, or -1 where it is taken back (a clock that was waived afterwards, a case that is restricted).
create table pace_delta (
  id uuid primary key default uuid_v7(),
  day date not null,
  province_code text not null,
  addressee_org_id uuid not null,
  kind_code text not null,
  urgency text not null,
  stage text not null check (stage in ('opened', 'acted', 'answered', 'judged', 'reviewed')),
  bucket smallint not null check (bucket between 0 and 90),
  count integer not null
);
create index pace_delta_province on pace_delta (province_code, day);
create index pace_delta_addressee on pace_delta (addressee_org_id, day);

-- The same added up by day and by month: by kind and urgency for a province ('25') and for the country ('vn'), and without them
-- (both empty) for the country and for a region of the State Bank ('region-5').
create table pace_sum (
  scope text not null,
  grain text not null check (grain in ('day', 'month')),
  day date not null,
  addressee_org_id uuid not null,
  kind_code text not null,
  urgency text not null,
  stage text not null,
  bucket smallint not null,
  count integer not null,
  constraint pace_sum_pkey primary key (scope, grain, day, addressee_org_id, kind_code, urgency, stage, bucket) include (count)
);
create index pace_sum_own on pace_sum (addressee_org_id, grain, day) include (kind_code, urgency, stage, bucket, count, scope) where scope = 'vn' and kind_code <> '';

-- The scopes whose every province the acting organisation may read.
create function app.figure_scopes() returns text[] language sql stable parallel safe return
  coalesce(app.provinces(), '{}') || array(select 'region-' || p.sbv_region from public.province p where p.sbv_region is not null
      group by p.sbv_region having array_agg(p.code) <@ coalesce(app.provinces(), '{}') order by 1)
    || case when (select count(*) > 0 and bool_and(p.code = any(coalesce(app.provinces(), '{}'))) from public.province p) then array['vn'] else '{}'::text[] end;
-- Who leads a desk reads the figures of his own organisation.
create function app.leads_desk() returns boolean language sql stable parallel safe return coalesce(app.roles() && array['liaison_manager', 'commander'], false);
grant execute on all functions in schema app to lachan_app, lachan_system;

alter table pace_delta enable row level security;
alter table pace_delta force row level security;
grant select, insert, delete on pace_delta to lachan_system;
create policy pace_delta_system on pace_delta to lachan_system using (true) with check (true);
grant select, insert on pace_delta to lachan_app;
create policy pace_delta_select on pace_delta for select to lachan_app using (
  ((select app.reads_figures()) and province_code = any((select app.provinces())::text[])) or ((select app.leads_desk()) and addressee_org_id = (select app.org_id())));
-- Only what the triggers below count, from the rows that a person's act changed. Nobody but the owner makes triggers.
create policy pace_delta_insert on pace_delta for insert to lachan_app with check (pg_trigger_depth() > 0);

alter table pace_sum enable row level security;
alter table pace_sum force row level security;
grant select, insert, update, delete on pace_sum to lachan_system;
create policy pace_sum_system on pace_sum to lachan_system using (true) with check (true);
grant select on pace_sum to lachan_app;
create policy pace_sum_select on pace_sum for select to lachan_app using (
  ((select app.reads_figures()) and scope = any((select app.figure_scopes())::text[])) or ((select app.leads_desk()) and addressee_org_id = (select app.org_id()) and scope = 'vn'));

-- What a request and a clock were counted for, as they stand: nothing of a restricted one.
create function app.pace_of_request(r public.request) returns table (day date, stage text, bucket smallint) language sql stable parallel safe
begin atomic
  select app.local_day(x.at), x.stage, app.minutes_bucket(date_part('epoch', x.at - r.sent_at) / 60)
  from (values (r.opened_at, 'opened'), (r.first_action_at, 'acted')) x(at, stage) where x.at is not null and r.sent_at is not null and not r.restricted;
end;
create function app.pace_of_clock(d public.deadline) returns table (day date, stage text, bucket smallint) language sql stable parallel safe
begin atomic
  select app.local_day(d.ended_at), x.stage, x.bucket
  from (values ('answered', app.minutes_bucket(app.minutes_run(d.starts_at, d.ended_at, d.pauses))), ('judged', (d.state = 'met')::int::smallint)) x(stage, bucket)
  where d.subject = 'ANSWER' and d.state in ('met', 'missed') and d.ended_at is not null and d.request_id is not null and not d.restricted;
end;
-- The police's first word on an answer: 1 accepted, 0 sent back or a refusal disputed.
create function app.pace_of_review(request_id uuid) returns table (day date, stage text, bucket smallint) language sql stable parallel safe
begin atomic
  select app.local_day(coalesce((e.changes->>'at')::timestamptz, e.at)), 'reviewed', (e.type = 'request.accepted')::int::smallint
  from public.event e where e.request_id = pace_of_review.request_id and e.type in ('request.accepted', 'request.sent_back', 'request.refusal_disputed') order by e.seq limit 1;
end;

create function public.pace_request_counts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    insert into pace_delta (day, province_code, addressee_org_id, kind_code, urgency, stage, bucket, count)
      select f.day, old.province_code, old.addressee_org_id, old.kind_code, old.urgency::text, f.stage, f.bucket, -1 from app.pace_of_request(old) f;
    if old.restricted is distinct from new.restricted then
      insert into pace_delta (day, province_code, addressee_org_id, kind_code, urgency, stage, bucket, count)
        select f.day, new.province_code, new.addressee_org_id, new.kind_code, new.urgency::text, f.stage, f.bucket, case when new.restricted then -1 else 1 end
        from app.pace_of_review(new.id) f;
    end if;
  end if;
  insert into pace_delta (day, province_code, addressee_org_id, kind_code, urgency, stage, bucket, count)
    select f.day, new.province_code, new.addressee_org_id, new.kind_code, new.urgency::text, f.stage, f.bucket, 1 from app.pace_of_request(new) f;
  return null;
end $$;
create trigger pace_request_added after insert on request for each row when (new.sent_at is not null) execute function public.pace_request_counts();
create trigger pace_request_changed after update on request for each row
  when (new.sent_at is not null and (old.opened_at, old.first_action_at, old.restricted) is distinct from (new.opened_at, new.first_action_at, new.restricted))
  execute function public.pace_request_counts();

create function public.pace_clock_counts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare urgent text := coalesce((select r.urgency::text from request r where r.id = new.request_id), 'normal');
begin
  if tg_op = 'UPDATE' then
    insert into pace_delta (day, province_code, addressee_org_id, kind_code, urgency, stage, bucket, count)
      select f.day, old.province_code, old.owner_org_id, coalesce(old.kind_code, ''), urgent, f.stage, f.bucket, -1 from app.pace_of_clock(old) f;
  end if;
  insert into pace_delta (day, province_code, addressee_org_id, kind_code, urgency, stage, bucket, count)
    select f.day, new.province_code, new.owner_org_id, coalesce(new.kind_code, ''), urgent, f.stage, f.bucket, 1 from app.pace_of_clock(new) f;
  return null;
end $$;
create trigger pace_clock_added after insert on deadline for each row
  when (new.subject = 'ANSWER' and new.request_id is not null and new.state in ('met', 'missed')) execute function public.pace_clock_counts();
create trigger pace_clock_changed after update on deadline for each row
  when (new.subject = 'ANSWER' and new.request_id is not null and (old.state in ('met', 'missed') or new.state in ('met', 'missed'))
    and (old.state, old.ended_at, old.starts_at, old.restricted, old.pauses) is distinct from (new.state, new.ended_at, new.starts_at, new.restricted, new.pauses))
  execute function public.pace_clock_counts();

create function public.pace_review_counts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into pace_delta (day, province_code, addressee_org_id, kind_code, urgency, stage, bucket, count)
    select f.day, r.province_code, r.addressee_org_id, r.kind_code, r.urgency::text, f.stage, f.bucket, 1
    from request r cross join lateral app.pace_of_review(r.id) f
    where r.id = new.request_id and not r.restricted and not exists (select from event e where e.request_id = new.request_id and e.seq < new.seq
      and e.type in ('request.accepted', 'request.sent_back', 'request.refusal_disputed'));
  return null;
end $$;
create trigger pace_review_added after insert on event for each row
  when (new.request_id is not null and new.type in ('request.accepted', 'request.sent_back', 'request.refusal_disputed')) execute function public.pace_review_counts();

-- Everything once more from the records: what the kept sums have to be (lib/figures/pace/rebuild.ts).
create function app.pace_from_records() returns table (day date, province_code text, addressee_org_id uuid, kind_code text, urgency text, stage text, bucket smallint, count integer)
language sql stable
begin atomic
  select f.day, r.province_code, r.addressee_org_id, r.kind_code, r.urgency::text, f.stage, f.bucket, count(*)::int
    from public.request r cross join lateral app.pace_of_request(r) f where r.sent_at is not null group by 1, 2, 3, 4, 5, 6, 7
  union all
  select f.day, d.province_code, d.owner_org_id, coalesce(d.kind_code, ''), r.urgency::text, f.stage, f.bucket, count(*)::int
    from public.deadline d join public.request r on r.id = d.request_id cross join lateral app.pace_of_clock(d) f where d.subject = 'ANSWER' group by 1, 2, 3, 4, 5, 6, 7
  union all
  select f.day, r.province_code, r.addressee_org_id, r.kind_code, r.urgency::text, f.stage, f.bucket, count(*)::int from (
    select e.request_id, min(e.seq) as seq from public.event e
      where e.type in ('request.accepted', 'request.sent_back', 'request.refusal_disputed') and e.request_id is not null group by 1
  ) first join public.request r on r.id = first.request_id and not r.restricted cross join lateral app.pace_of_review(r.id) f group by 1, 2, 3, 4, 5, 6, 7;
end;
-- A line of the day, at each scope and grain that is read.
create function app.pace_scopes(day date, province_code text, kind_code text, urgency text)
returns table (scope text, grain text, since date, kind text, urgent text) language sql stable parallel safe
begin atomic
  select s.scope, g.grain, g.since, case when s.whole then '' else pace_scopes.kind_code end, case when s.whole then '' else pace_scopes.urgency end
  from (select pace_scopes.province_code, false union all select 'vn', false union all select 'vn', true
    union all select 'region-' || p.sbv_region, true from public.province p where p.code = pace_scopes.province_code and p.sbv_region is not null) s(scope, whole)
  cross join (values ('day', pace_scopes.day), ('month', date_trunc('month', pace_scopes.day)::date)) g(grain, since);
end;
grant execute on all functions in schema app to lachan_app, lachan_system;

-- Whose clocks ended when: the slowest of one's own, and on how many cases a line of the league rests.
create index deadline_answered_by_owner on deadline (owner_org_id, ended_at)
  include (case_id, province_code, starts_at, due_at, span_minutes, kind_code, requester_org_id, request_id, sealed_to, restricted, subject, state)
  where state in ('met', 'missed') and subject = 'ANSWER' and not restricted;

-- What there is already.
alter table request no force row level security; -- binds an owner who is no superuser too
alter table deadline no force row level security;
alter table event no force row level security;
alter table province no force row level security;
alter table pace_sum no force row level security;
insert into pace_sum (scope, grain, day, addressee_org_id, kind_code, urgency, stage, bucket, count)
  select s.scope, s.grain, s.since, f.addressee_org_id, s.kind, s.urgent, f.stage, f.bucket, sum(f.count)
  from app.pace_from_records() f cross join lateral app.pace_scopes(f.day, f.province_code, f.kind_code, f.urgency) s group by 1, 2, 3, 4, 5, 6, 7, 8;
alter table pace_sum force row level security;
alter table province force row level security;
alter table event force row level security;
alter table deadline force row level security;
alter table request force row level security;
