/** The statements of the leader's page. Each runs under row-level security and repeats the reader's provinces as its own condition. */

/** Minutes that an ended clock took, without its pauses: a pause moves the due time by its length and leaves the span. */
const minutes =
  "(extract(epoch from d.ended_at - d.starts_at) / 60 - greatest(0, extract(epoch from d.due_at - d.starts_at) / 60 - d.span_minutes))";
const late = "(case when d.state = 'paused' then d.paused_at else clock_timestamp() end > d.due_at)";
const ended =
  "d.province_code = any($1) and d.subject = 'ANSWER' and not d.restricted and d.state in ('met', 'missed')";
const open =
  "d.province_code = any($1) and d.subject = 'ANSWER' and not d.restricted and d.state in ('running', 'paused')";

/**
 * Sums per range of days ($2, $3) and measure, from the folded days and what is not folded yet, and on how many cases they rest:
 * one that was counted and taken off again is none. $4: one addressee, or null for all.
 */
export const sumsSql = `select r.i::int, s.measure, sum(s.count)::text as count, sum(s.amount)::text as amount,
    (count(*) filter (where s.count <> 0 or s.amount <> 0))::int as cases
  from unnest($2::date[], $3::date[]) with ordinality as r(first, last, i)
  cross join lateral (select measure, case_id, sum(count) as count, sum(amount) as amount from (
    select measure, case_id, count::bigint, amount from figure_day f
      where f.province_code = any($1) and f.day between r.first and r.last and ($4::uuid is null or f.addressee_org_id = $4)
    union all
    select measure, case_id, count::bigint, amount from figure_delta f
      where f.province_code = any($1) and f.day between r.first and r.last and ($4::uuid is null or f.addressee_org_id = $4)
  ) counted group by 1, 2) s group by 1, 2`;

/** Answer clocks that ended in each range of instants ($2 included, $3 not). $4: one organisation, or null for all. */
export const endedSql = `select r.i::int, count(*)::int as answered, count(distinct d.case_id)::int as cases, (count(*) filter (where d.state = 'met'))::int as in_time,
    percentile_cont(array[0.5, 0.9]) within group (order by ${minutes}) as took
  from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as r(first, last, i)
  join deadline d on ${ended} and d.ended_at >= r.first and d.ended_at < r.last and ($4::uuid is null or d.owner_org_id = $4)
  group by 1`;

/** Open and ended clocks by organisation and, in the row without one, of all together. */
export const byOrganisationSql = `with waiting as (
    select d.owner_org_id as key, count(*)::int as open, (count(*) filter (where ${late}))::int as overdue,
      max(extract(epoch from clock_timestamp() - d.due_at) / 60) filter (where ${late}) as longest
    from deadline d where ${open} group by grouping sets ((d.owner_org_id), ())
  ), done as (
    select d.owner_org_id as key, count(*)::int as answered, count(distinct d.case_id)::int as cases, (count(*) filter (where d.state = 'met'))::int as in_time,
      percentile_cont(array[0.5, 0.9]) within group (order by ${minutes}) as took
    from deadline d where ${ended} and d.ended_at >= $2 and d.ended_at < $3 group by grouping sets ((d.owner_org_id), ())
  )
  select coalesce(w.key, e.key) as key, o.short_name as name, w.open, w.overdue, w.longest, e.answered, e.cases, e.in_time, e.took, clock_timestamp() as now
  from waiting w full join done e on coalesce(e.key::text, '') = coalesce(w.key::text, '') left join organisation o on o.id = coalesce(w.key, e.key)`;

/** The same of one organisation ($4) by request kind. */
export const byKindSql = `with waiting as (
    select d.kind_code as key, count(*)::int as open, (count(*) filter (where ${late}))::int as overdue,
      max(extract(epoch from clock_timestamp() - d.due_at) / 60) filter (where ${late}) as longest
    from deadline d where ${open} and d.owner_org_id = $4 group by grouping sets ((d.kind_code), ())
  ), done as (
    select d.kind_code as key, count(*)::int as answered, count(distinct d.case_id)::int as cases, (count(*) filter (where d.state = 'met'))::int as in_time,
      percentile_cont(array[0.5, 0.9]) within group (order by ${minutes}) as took
    from deadline d where ${ended} and d.owner_org_id = $4 and d.ended_at >= $2 and d.ended_at < $3 group by grouping sets ((d.kind_code), ())
  )
  select coalesce(w.key, e.key) as key, null as name, w.open, w.overdue, w.longest, e.answered, e.cases, e.in_time, e.took, clock_timestamp() as now
  from waiting w full join done e on coalesce(e.key, '') = coalesce(w.key, '')`;

/** Cases reported per province in a range of days. */
export const casesByProvinceSql = `select province_code as code, sum(count)::int as cases from (
    select province_code, count from figure_day where province_code = any($1) and day between $2 and $3 and measure = 'case.reported'
    union all select province_code, count from figure_delta where province_code = any($1) and day between $2 and $3 and measure = 'case.reported'
  ) s group by 1`;
