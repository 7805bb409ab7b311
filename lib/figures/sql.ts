import { inTimeSql, judgedSql } from "@/lib/deadlines/judged-sql";
import { leastCases } from "./disclosure";

/** The statements of the leader's page. Each runs under row-level security and repeats the reader's provinces as its own condition. */

/** Minutes that an ended clock took, without its pauses: a pause moves the due time by its length and leaves the span. */
const minutes =
  "(date_part('epoch', d.ended_at - d.starts_at) / 60 - greatest(0, date_part('epoch', d.due_at - d.starts_at) / 60 - d.span_minutes))";
const late = "(case when d.state = 'paused' then d.paused_at else clock_timestamp() end > d.due_at)";
const ended = `d.province_code = any($1) and not d.restricted and ${judgedSql}`;
const open =
  "d.province_code = any($1) and d.subject = 'ANSWER' and not d.restricted and d.state in ('running', 'paused')";

/** Behind these many cases nobody asks for more (lib/figures/disclosure.ts): a number of cases below is exact up to it. */
const enough = leastCases;
/** Rows that are looked at first: in nearly every range they already tell of enough cases. */
const firstLook = 200;

const inRange = (table: string) =>
  `${table}.province_code = any($1) and ${table}.day between s.first and s.last and ($4::uuid is null or ${table}.addressee_org_id = $4)`;

/**
 * Sums per range of days ($2, $3) and measure, from the folded days and what is not folded yet, and on how many cases they rest:
 * one that was counted and taken off again is none. $4: one addressee, or null for all.
 */
export const sumsSql = `with s as (
    select r.i::int, r.first, r.last, d.measure, sum(d.count)::text as count, sum(d.amount)::text as amount
    from unnest($2::date[], $3::date[]) with ordinality as r(first, last, i)
    cross join lateral (
      select measure, count::bigint, amount from figure_sum f
        where f.province_code = any($1) and f.day between r.first and r.last and ($4::uuid is null or f.addressee_org_id = $4)
      union all
      select measure, count::bigint, amount from figure_delta f
        where f.province_code = any($1) and f.day between r.first and r.last and ($4::uuid is null or f.addressee_org_id = $4)
    ) d group by 1, 2, 3, 4
  )
  select s.i, s.measure, s.count, s.amount, case when seen.cases >= ${enough} then ${enough} else (
    select count(*)::int from (
      select case_id from (
        select f.case_id, f.count::bigint, f.amount from figure_day f where f.measure = s.measure and ${inRange("f")}
        union all
        select f.case_id, f.count::bigint, f.amount from figure_delta f where f.measure = s.measure and ${inRange("f")}
      ) counted group by 1 having sum(count) <> 0 or sum(amount) <> 0
    ) behind
  ) end as cases
  from s cross join lateral (
    select count(distinct case_id)::int as cases from (
      select f.case_id from figure_day f where f.measure = s.measure and ${inRange("f")} and (f.count <> 0 or f.amount <> 0)
        and f.case_id not in (select g.case_id from figure_delta g where g.province_code = any($1))
        and f.case_id not in (select g.case_id from figure_day g where g.province_code = any($1) and g.measure = s.measure and (g.count < 0 or g.amount < 0))
      limit ${firstLook}
    ) few
  ) seen`;

/** A case's place among 64: as many cases as there are places taken, or more. */
const place = "(1::bigint << (get_byte(uuid_send(d.case_id), 15) & 63))";
/** How clocks ended. \`places\` tells of enough cases without sorting them; only where it does not are they counted. */
const outcome = `count(*)::int as answered, bit_count(bit_or(${place})::bit(64))::int as places, (count(*) filter (where ${inTimeSql}))::int as in_time,
    percentile_cont(array[0.5, 0.9]) within group (order by ${minutes}) as took`;
const casesIf = (where: string) =>
  `case when places >= ${enough} then ${enough} else (select count(distinct d.case_id)::int from deadline d where ${ended} and ${where}) end as cases`;

/** Answer clocks that ended in each range of instants ($2 included, $3 not). $4: one organisation, or null for all. */
export const endedSql = `with done as (
    select r.i::int, r.first, r.last, x.* from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as r(first, last, i)
    cross join lateral (
      select ${outcome} from deadline d where ${ended} and d.ended_at >= r.first and d.ended_at < r.last and ($4::uuid is null or d.owner_org_id = $4)
    ) x
  )
  select i, answered, in_time, took,
    ${casesIf("d.ended_at >= done.first and d.ended_at < done.last and ($4::uuid is null or d.owner_org_id = $4)")}
  from done`;

/** Open and ended clocks by \`key\` and, in the row without one, of all together; \`of\` narrows them. */
const byKey = (key: string, of: string, name: string, naming: string) => `with waiting as (
    select ${key} as key, count(*)::int as open, (count(*) filter (where ${late}))::int as overdue,
      max(extract(epoch from clock_timestamp() - d.due_at) / 60) filter (where ${late}) as longest
    from deadline d where ${open}${of} group by grouping sets ((${key}), ())
  ), done as (
    select ${key} as key, ${outcome} from deadline d where ${ended}${of} and d.ended_at >= $2 and d.ended_at < $3 group by grouping sets ((${key}), ())
  ), told as (
    select key, answered, in_time, took,
      ${casesIf(`true${of} and d.ended_at >= $2 and d.ended_at < $3 and (done.key is null or ${key} = done.key)`)}
    from done
  )
  select coalesce(w.key, e.key) as key, ${name} as name, w.open, w.overdue, w.longest, e.answered, e.cases, e.in_time, e.took, clock_timestamp() as now
  from waiting w full join told e on coalesce(e.key::text, '') = coalesce(w.key::text, '') ${naming}`;

/** By organisation. */
export const byOrganisationSql = byKey(
  "d.owner_org_id",
  "",
  "o.short_name",
  "left join organisation o on o.id = coalesce(w.key, e.key)",
);

/** The same of one organisation ($4) by request kind. */
export const byKindSql = byKey("d.kind_code", " and d.owner_org_id = $4", "null", "");

/** Cases reported per province in a range of days ($2, $3), in the week before it (from $4 on), in its last week (from $5 on) and in the one before that (from $6 on). */
export const casesByProvinceSql = `select province_code as code, coalesce(sum(count) filter (where day >= $2::date), 0)::int as cases,
    coalesce(sum(count) filter (where day < $2::date), 0)::int as before, coalesce(sum(count) filter (where day >= $5::date), 0)::int as last,
    coalesce(sum(count) filter (where day >= $6::date and day < $5::date), 0)::int as second_last from (
    select province_code, day, count from figure_sum where province_code = any($1) and day between $4::date and $3::date and measure = 'case.reported'
    union all select province_code, day, count from figure_delta where province_code = any($1) and day between $4::date and $3::date and measure = 'case.reported'
  ) s group by 1 having coalesce(sum(count) filter (where day >= $2::date), 0) <> 0`;
