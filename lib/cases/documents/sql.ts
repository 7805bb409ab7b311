/** One sort of paper: what it is, out of which tables, and what else is said of it; `names` are the tables that only a shown row needs. */
type Part = { kind: string; from: string; where: string; columns: string; names: string };

const by = "concat_ws(' ', p.rank, p.full_name), o.short_name";
const noFile = "null, null, null, null";
/** A letter goes to somebody. */
const toAddressee = "left join organisation t on t.id = r.addressee_org_id";

const parts: readonly Part[] = [
  {
    kind: `case when f.is_statement then 'statement' when f.thread_request_id is not null or f.appeal_id is not null then 'talk'
      when r.id is not null and f.owner_org_id = r.addressee_org_id then 'answer' else 'file' end`,
    from: "attachment f left join request r on r.id = coalesce(f.request_id, f.thread_request_id)",
    where: `f.case_id = $1::uuid and f.dropped_at is null and (not f.unsent or f.owner_org_id = $2::uuid)
      and (f.thread_request_id is null or f.message_id is not null)`,
    columns: `f.id, f.created_at as at, f.name, r.kind_code, r.id as request_id, r.code as request_code, null::text as number, null::text as date,
      null::text as state, concat_ws(' ', p.rank, p.full_name) as by, o.short_name as organisation, f.size, f.sha256, f.scan_state as scan, f.scan_reason, null::text as addressee`,
    names: "left join person p on p.id = f.uploaded_by_id left join organisation o on o.id = f.owner_org_id",
  },
  {
    kind: "'letter'",
    from: "request r",
    where: "r.case_id = $1::uuid and r.sent_at is not null",
    columns: `r.id, r.sent_at, null, r.kind_code, r.id, r.code, r.document_number, to_char(r.document_date, 'YYYY-MM-DD'),
      case when r.status = 'WITHDRAWN' then 'withdrawn'
        when exists (select from amendment a where a.request_id = r.id and a.status = 'ISSUED') then 'amended' else 'valid' end, ${by}, ${noFile}, t.short_name`,
    names: `left join person p on p.id = r.signer_id left join organisation o on o.id = r.requester_org_id ${toAddressee}`,
  },
  {
    kind: "'letter'",
    from: "amendment a join request r on r.id = a.request_id",
    where: "r.case_id = $1::uuid and a.status = 'ISSUED'",
    columns: `a.id, a.issued_at, null, r.kind_code, r.id, r.code, a.document_number, to_char(a.document_date, 'YYYY-MM-DD'), 'amends', ${by}, ${noFile}, t.short_name`,
    names: `left join person p on p.id = a.signed_by_id left join organisation o on o.id = r.requester_org_id ${toAddressee}`,
  },
  {
    kind: "'minutes'",
    from: "request r",
    where: `r.case_id = $1::uuid and r.sent_at is not null and r.kind_code = any($3::text[])
      and exists (select from request_item i where i.request_id = r.id and i.answered_at is not null)`,
    columns: `r.id, m.at, null, r.kind_code, r.id, r.code, m.number, null, null, ${by}, ${noFile}, null`,
    names: `join lateral (select max(i.answered_at) as at, min(i.answer ->> 'minutesNumber') as number,
        (array_agg(i.answered_by_id order by i.answered_at desc))[1] as by_id from request_item i where i.request_id = r.id and i.answered_at is not null) m on true
      left join person p on p.id = m.by_id left join organisation o on o.id = r.addressee_org_id`,
  },
  {
    kind: "'restitution'",
    from: "restitution_decision d",
    where: "d.case_id = $1::uuid and d.approved_at is not null and $4::boolean",
    columns: `d.id, d.approved_at, null, null, null, null, d.document_number, to_char(d.document_date, 'YYYY-MM-DD'),
      case when d.status = 'CANCELLED' then 'withdrawn' else 'valid' end, ${by}, ${noFile}, null`,
    names: "left join person p on p.id = d.signer_id left join organisation o on o.id = d.unit_id",
  },
];

/**
 * Everything on paper about case $1 as organisation $2 may read it; row-level security says of each table what that is. $3 are the kinds
 * whose orders are carried out with minutes, $4 says whether decisions to give back are the reader's.
 */
export const documentsSql = parts
  .map(
    ({ kind, from, where, columns, names }) =>
      `select ${kind} as kind, ${columns} from ${from} ${names} where ${where}`,
  )
  .join("\n  union all\n  ");

/** The same papers by their kinds alone: counting needs no names. */
export const documentKindsSql = parts
  .map(({ kind, from, where }) => `select ${kind} as kind from ${from} where ${where}`)
  .join("\n  union all\n  ");
