/** Requests per case and per batch: a batch is one transaction. */
export const requestsPerCase = 50;
export const batchSize = 25_000;

/**
 * Draws one batch of requests as a temporary table: who asks whom for what, when, and what became of it.
 * $1 first ordinal, $2 how many, $3 the moment of seeding, $4 drafter, $5 signer (person ids).
 * All askers are PA05 units, so answers are due in 60 minutes (holds) or 24 hours (subscribers).
 */
export const drawRequests = `
create temporary table batch on commit drop as
with units as materialized (
  select array_agg(id order by code) as ids, array_agg(province_code order by code) as provinces, array_agg(symbol order by code) as symbols, count(*)::int as n
  from organisation where code ~ '^police:[0-9]+:pa05$'
), desks as materialized (
  select kind, array_agg(o.id order by code) as ids, array_agg(m.membership order by code) as members, array_agg(m.person order by code) as people, count(*)::int as n
  from organisation o
  join lateral (select id as membership, user_id as person from membership where organisation_id = o.id order by id limit 1) m on true
  where kind in ('bank', 'payment_intermediary', 'telecom') and on_portal group by kind
), dice as materialized (
  select g as n, (g - 1) / ${requestsPerCase} as case_n, uuid_v7() as id,
    random() as d_kind, random() as d_fate, random() as d_age, random() as d_pace, random() as d_desk, random() as d_amount, random() as d_outcome,
    random() as d_items, random() as d_step
  from generate_series($1::bigint, $1::bigint + $2::bigint - 1) g
), drawn as (
  select dice.*, case when d_kind < 0.66 then 'ACCOUNT_SUSPEND' when d_kind < 0.76 then 'EWALLET_SUSPEND' else 'SUBSCRIBER_INFO' end as kind_code,
    case when d_kind < 0.66 then 'bank' when d_kind < 0.76 then 'payment_intermediary' else 'telecom' end as desk_kind,
    case when d_kind < 0.76 then 60 else 1440 end as span,
    case when d_fate < 0.02 then 'open' when d_fate < 0.05 then 'withdrawn' when d_fate < 0.08 then 'answered' else 'accepted' end as fate,
    1 + floor(power((case_n * 7919 % 1000) / 1000.0, 1.6) * units.n)::int as unit_n,
    units.ids as unit_ids, units.provinces, units.symbols
  from dice, units
), placed as (
  select drawn.*, unit_ids[unit_n] as requester, provinces[unit_n] as province, symbols[unit_n] as symbol,
    1 + floor(d_desk * desks.n)::int as desk_n, desks.ids as desk_ids, desks.members, desks.people,
    date_trunc('milliseconds', case
      when fate = 'open' then $3::timestamptz - d_age * span * 1.25 * interval '1 minute'
      when fate = 'answered' then $3::timestamptz - interval '1 day' - d_age * interval '2 days'
      else $3::timestamptz - interval '4 days' - d_age * interval '116 days' end) as sent_at
  from drawn join desks on desks.kind::text = desk_kind
)
select n, case_n, id, kind_code, fate, span, requester, province, symbol, d_step, d_amount,
  desk_ids[desk_n] as addressee, members[desk_n] as assignee, people[desk_n] as answerer, sent_at,
  (case when kind_code = 'SUBSCRIBER_INFO' then case when d_fate < 0.5 then 'normal' else 'urgent' end else 'urgent' end)::urgency as urgency,
  $4::uuid as drafter, $5::uuid as signer,
  1 + (d_items < 0.2)::int as items,
  sent_at + span * interval '1 minute' as due_at,
  date_trunc('milliseconds', sent_at + span * (0.15 + 0.75 * ((desk_n * 37 % 11) / 11.0) * exp(1.6 * (d_pace - 0.5))) * interval '1 minute') as done_at,
  case when kind_code = 'SUBSCRIBER_INFO' then case when d_outcome < 0.9 then 'PROVIDED' else 'NOT_FOUND' end
    else case when d_outcome < 0.2 then 'HELD' when d_outcome < 0.45 then 'MOVED_ON' when d_outcome < 0.8 then 'CASHED_OUT' else 'NO_BALANCE' end end as outcome,
  case when kind_code = 'SUBSCRIBER_INFO' then '{"telecom-2023:Điều 6 khoản 4","cpc-2015:Điều 88, 147, 168"}'::text[]
    when kind_code = 'ACCOUNT_SUSPEND' then '{"decree-52-2024:Điều 11 khoản 1 điểm b","aml-2022:Điều 44"}'::text[] else '{"aml-2022:Điều 44",circ-40-2024}'::text[] end as bases,
  case when kind_code = 'SUBSCRIBER_INFO' then 'Số điện thoại đối tượng dùng để liên lạc với bị hại' else 'Nhận tiền của bị hại theo sao kê kèm theo' end as grounds,
  case when kind_code = 'SUBSCRIBER_INFO' then 'phone_number' when kind_code = 'ACCOUNT_SUSPEND' then 'bank_account' else 'e_wallet' end::target_kind as target_kind,
  null::text as code, null::text as document_number, null::request_status as status, null::timestamptz as until_at
from placed`;

/** Status, codes and gap-free document numbers; $1 the moment, $2 ends of suspensions by local day. */
export const settleRequests = [
  `update batch set
    until_at = case when outcome = 'HELD' and fate in ('answered', 'accepted') then
      (select (ends ->> to_char(done_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'))::timestamptz from (select $2::jsonb as ends) e) end,
    status = case fate when 'open' then (case when d_step < 0.5 then 'SENT' when d_step < 0.8 then 'ACKNOWLEDGED' else 'IN_PROGRESS' end)::request_status
      when 'withdrawn' then 'WITHDRAWN'::request_status
      when 'answered' then case when done_at <= $1::timestamptz then 'ANSWERED' else 'IN_PROGRESS' end::request_status else 'ACCEPTED'::request_status end`,
  `update batch set status = 'EXPIRED' where outcome = 'HELD' and status in ('ANSWERED', 'ACCEPTED') and until_at < $1::timestamptz`,
  `with last as (
    insert into code_counter as c (prefix, province_code, year, last)
      select 'YC', province, extract(year from sent_at at time zone 'Asia/Ho_Chi_Minh')::int, count(*) from batch group by 2, 3
    on conflict (prefix, province_code, year) do update set last = c.last + excluded.last returning province_code, year, last),
  numbered as (select id, province, extract(year from sent_at at time zone 'Asia/Ho_Chi_Minh')::int as year,
      row_number() over (partition by province, extract(year from sent_at at time zone 'Asia/Ho_Chi_Minh') order by sent_at desc) - 1 as back from batch)
  update batch b set code = format('YC-%s-%s-%s', b.province, x.year, lpad((l.last - x.back)::text, 6, '0'))
    from numbered x join last l on l.province_code = x.province and l.year = x.year where x.id = b.id`,
  `with last as (
    insert into document_counter as c (organisation_id, document_type, year, last)
      select requester, 'CV', extract(year from sent_at at time zone 'Asia/Ho_Chi_Minh')::int, count(*) from batch group by 1, 3
    on conflict (organisation_id, document_type, year) do update set last = c.last + excluded.last returning organisation_id, year, last),
  numbered as (select id, requester, extract(year from sent_at at time zone 'Asia/Ho_Chi_Minh')::int as year,
      row_number() over (partition by requester, extract(year from sent_at at time zone 'Asia/Ho_Chi_Minh') order by sent_at desc) - 1 as back from batch)
  update batch b set document_number = (l.last - x.back) || '/CV-' || b.symbol
    from numbered x join last l on l.organisation_id = x.requester and l.year = x.year where x.id = b.id`,
  `create temporary table batch_item on commit drop as
    select uuid_v7() as id, uuid_v7() as target_id, b.id as request_id, b.n, b.case_n, p.position,
      case when target_kind = 'phone_number' then '09' || lpad(((b.n * 2 + p.position) * 15485863 % 100000000)::text, 8, '0')
        when target_kind = 'e_wallet' then '08' || lpad(((b.n * 2 + p.position) * 15485863 % 100000000)::text, 8, '0')
        else '10' || lpad((b.n * 2 + p.position)::text, 11, '0') end as value,
      case when target_kind = 'phone_number' then null else (array['NGUYEN VAN AN', 'TRAN THI BINH', 'LE QUOC CUONG', 'PHAM THU DUNG', 'CTY TNHH AN THINH', 'HOANG MINH GIANG', 'VU THI HOA', 'DO DUC KHANG'])[1 + b.n % 8] end as holder,
      case when target_kind = 'phone_number' then null else (2 + floor(d_amount * d_amount * 900)) * 100000::bigint + p.position * 1000 end as disputed,
      b.status in ('ANSWERED', 'ACCEPTED', 'EXPIRED') as answered
    from batch b cross join lateral generate_series(1, b.items) p(position)`,
  `create index on batch (id)`,
  `create index on batch_item (request_id)`,
  `create temporary table batch_case on commit drop as
    select uuid_v7() as id, uuid_v7() as victim_id, b.case_n, min(b.requester::text)::uuid as requester, min(province) as province, min(sent_at) - interval '50 minutes' as first_at,
      coalesce(sum(i.disputed), 0)::bigint as loss, null::text as code
    from batch b join batch_item i on i.request_id = b.id group by b.case_n`,
  `with last as (
    insert into code_counter as c (prefix, province_code, year, last)
      select 'VV', province, extract(year from first_at at time zone 'Asia/Ho_Chi_Minh')::int, count(*) from batch_case group by 2, 3
    on conflict (prefix, province_code, year) do update set last = c.last + excluded.last returning province_code, year, last),
  numbered as (select id, province, extract(year from first_at at time zone 'Asia/Ho_Chi_Minh')::int as year,
      row_number() over (partition by province, extract(year from first_at at time zone 'Asia/Ho_Chi_Minh') order by first_at desc) - 1 as back from batch_case)
  update batch_case b set code = format('VV-%s-%s-%s', b.province, x.year, lpad((l.last - x.back)::text, 6, '0'))
    from numbered x join last l on l.province_code = x.province and l.year = x.year where x.id = b.id`,
];
