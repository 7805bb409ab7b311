/** One statement per table, from the drawn batch. $1 the moment of seeding where a statement uses it. */
export const writes: [table: string, sql: string][] = [
  [
    "fraud_case",
    `insert into fraud_case (id, code, province_code, unit_id, sealed_to, source_kind, channel, fraud_type_code, contact_channels, title, summary, status, reported_at, first_transfer_at, reported_loss, lead_id, created_by_id, created_at, updated_at)
     select c.id, c.code, c.province, c.requester, '{}', 'CRIME_NOTICE', 'hotline', 'ONLINE_TASK_JOB', '{messaging}', 'Tuyển cộng tác viên online làm nhiệm vụ', 'Bị hại làm nhiệm vụ nhận hoa hồng rồi bị yêu cầu chuyển tiền lớn dần.', 'VERIFYING',
       c.first_at + interval '20 minutes', c.first_at, c.loss, null, b.drafter, c.first_at + interval '22 minutes', c.first_at + interval '5 hours'
     from batch_case c, lateral (select drafter from batch limit 1) b`,
  ],
  [
    "victim",
    `insert into victim (id, case_id, full_name, reported_loss) select victim_id, id, (array['Nguyễn Thị Mai', 'Trần Văn Hùng', 'Lê Thị Hoa', 'Phạm Minh Tuấn', 'Đỗ Thu Trang'])[1 + case_n % 5], loss from batch_case`,
  ],
  [
    "payment",
    `insert into payment (case_id, victim_id, at, amount, from_account, to_institution_id, to_account, to_name)
     select c.id, c.victim_id, b.sent_at - interval '40 minutes', i.disputed, '3401205981702', b.addressee, i.value, i.holder
     from batch_item i join batch b on b.id = i.request_id join batch_case c on c.case_n = i.case_n where i.disputed is not null`,
  ],
  [
    "target",
    `insert into target (id, case_id, kind, value, display, institution_id, holder_name, created_at)
     select i.target_id, c.id, b.target_kind, i.value, i.value, b.addressee, i.holder, b.sent_at - interval '15 minutes'
     from batch_item i join batch b on b.id = i.request_id join batch_case c on c.case_n = i.case_n`,
  ],
  [
    "request",
    `insert into request (id, code, case_id, kind_code, urgency, status, requester_org_id, addressee_org_id, province_code, sealed_to, drafter_id, signer_id, assignee_id, grounds, legal_bases,
       disputed_amount, held_amount, moved_amount, cashed_out_amount, item_count, answered_count, first_target_label, first_target_name, first_transfer_at, document_number, document_date, content_hash, signature, signing_key_id, proved_at,
       stated_reason, refusal_ground, submitted_at, sent_at, opened_at, acknowledged_at, first_action_at, answered_at, closed_at, due_at, queue_at, span_minutes, version, created_at, updated_at)
     select b.id, b.code, c.id, b.kind_code, b.urgency, b.status, b.requester, b.addressee, b.province, '{}', b.drafter, b.signer, case when b.status <> 'SENT' then b.assignee end, b.grounds, b.bases,
       coalesce(s.disputed, 0), case when s.answered and outcome = 'HELD' then s.disputed else 0 end, case when s.answered and outcome = 'MOVED_ON' then s.disputed else 0 end, case when s.answered and outcome = 'CASHED_OUT' then s.disputed else 0 end,
       b.items, case when s.answered then b.items else 0 end, s.label, s.name, c.first_at, b.document_number, (b.sent_at at time zone 'Asia/Ho_Chi_Minh')::date,
       e.content_hash, g.signature, g.key_id, e.proved_at,
       case when b.status in ('NOT_EXECUTED', 'WITHDRAWN') then 'Gửi trùng với yêu cầu đã phát hành trước đó.' end, case when b.status = 'NOT_EXECUTED' then 'wrong_addressee' end,
       b.sent_at - interval '8 minutes', b.sent_at, case when b.status <> 'SENT' then b.sent_at + interval '1 minute' end, case when b.status <> 'SENT' then b.sent_at + interval '2 minutes' end, case when b.status <> 'SENT' then b.sent_at + interval '2 minutes' end,
       case when s.answered or b.status = 'NOT_EXECUTED' then b.done_at end, case b.status when 'ACCEPTED' then b.done_at + interval '2 hours' when 'WITHDRAWN' then b.sent_at + interval '20 minutes' end,
       b.due_at, b.due_at, b.span, 4, b.sent_at - interval '15 minutes', coalesce(case when s.answered then b.done_at end, b.sent_at)
     from batch b join batch_case c on c.case_n = b.case_n
     join (select request_id, sum(disputed)::bigint as disputed, bool_and(i.answered) as answered, min(value) filter (where position = 1) as label, min(holder) filter (where position = 1) as name
       from batch_item i group by request_id) s on s.request_id = b.id
     join batch_envelope e on e.id = b.id join batch_signature g on g.request_id = b.id`,
  ],
  [
    "request_item",
    `insert into request_item (id, request_id, target_id, position, kind, value, display, holder_name, institution_id, disputed_amount, outcome, answer, held_amount, held_until, moved_amount, cashed_out_amount, answered_at, answered_by_id, version)
     select i.id, i.request_id, i.target_id, i.position, b.target_kind, i.value, i.value, i.holder, b.addressee, i.disputed,
       case when i.answered then b.outcome::outcome end,
       case when not i.answered then null else case b.outcome
         when 'HELD' then jsonb_build_object('outcome', 'HELD', 'amount', i.disputed::text, 'until', to_char(b.until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'transfers', '[]'::jsonb, 'cashOuts', '[]'::jsonb)
         when 'MOVED_ON' then jsonb_build_object('outcome', 'MOVED_ON', 'cashOuts', '[]'::jsonb, 'transfers', jsonb_build_array(jsonb_build_object('at', to_char((b.sent_at - interval '30 minutes') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'amount', i.disputed::text, 'toInstitutionId', b.addressee, 'toAccount', '20' || i.value)))
         when 'CASHED_OUT' then jsonb_build_object('outcome', 'CASHED_OUT', 'transfers', '[]'::jsonb, 'cashOuts', jsonb_build_array(jsonb_build_object('amount', i.disputed::text, 'at', to_char((b.sent_at - interval '30 minutes') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'channel', 'atm', 'place', 'số 0412')))
         when 'PROVIDED' then jsonb_build_object('outcome', 'PROVIDED', 'subscriberName', 'NGUYEN VAN AN', 'activatedAt', '2025-08-14T03:00:00.000Z', 'registrationState', 'verified')
         when 'NO_BALANCE' then jsonb_build_object('outcome', 'NO_BALANCE', 'balance', '0') else jsonb_build_object('outcome', b.outcome) end end,
       case when i.answered and b.outcome = 'HELD' then i.disputed end, case when i.answered and b.outcome = 'HELD' then b.until_at end,
       case when i.answered and b.outcome in ('HELD', 'MOVED_ON', 'CASHED_OUT') then case when b.outcome = 'MOVED_ON' then i.disputed else 0 end end,
       case when i.answered and b.outcome in ('HELD', 'MOVED_ON', 'CASHED_OUT') then case when b.outcome = 'CASHED_OUT' then i.disputed else 0 end end,
       case when i.answered then b.done_at end, case when i.answered then b.answerer end, 1 + i.answered::int
     from batch_item i join batch b on b.id = i.request_id`,
  ],
  [
    "transfer",
    `insert into transfer (case_id, request_id, item_id, reporter_org_id, at, amount, from_account, from_institution_id, to_account, to_institution_id, created_at)
     select c.id, b.id, i.id, b.addressee, b.sent_at - interval '30 minutes', i.disputed, i.value, b.addressee, '20' || i.value, b.addressee, b.done_at
     from batch_item i join batch b on b.id = i.request_id join batch_case c on c.case_n = i.case_n where i.answered and b.outcome = 'MOVED_ON'`,
  ],
  [
    "hold",
    `insert into hold (case_id, request_id, item_id, holder_org_id, account, amount, disputed_amount, from_at, until_at, released_at, release_reason)
     select c.id, b.id, i.id, b.addressee, i.value, i.disputed, i.disputed, b.done_at, b.until_at, case when b.status = 'EXPIRED' then b.until_at + interval '1 minute' end, case when b.status = 'EXPIRED' then 'lapsed' end
     from batch_item i join batch b on b.id = i.request_id join batch_case c on c.case_n = i.case_n where i.answered and b.outcome = 'HELD'`,
  ],
  [
    "deadline",
    `insert into deadline (subject, label, case_id, request_id, owner_org_id, requester_org_id, province_code, kind_code, sealed_to, policy, starts_at, due_at, state, ended_at, span_minutes)
     select p.subject, coalesce(p.note, p.subject::text), c.id, b.id, b.addressee, b.requester, b.province, b.kind_code, '{}',
       jsonb_build_object('id', p.id, 'unit', p.unit, 'value', p.value, 'verify', p.verify, 'note', p.note, 'source', p.source, 'legalBasis', p.legal_basis),
       d.starts_at, d.due_at,
       case when b.status = 'WITHDRAWN' then 'cancelled' when d.ended_at is null then 'running' when d.ended_at <= d.due_at then 'met' else 'missed' end::deadline_state,
       case when b.status = 'WITHDRAWN' then b.sent_at + interval '20 minutes' else d.ended_at end, greatest(1, extract(epoch from d.due_at - d.starts_at) / 60)::int
     from batch b join batch_case c on c.case_n = b.case_n
     cross join lateral (
       select 'ANSWER'::deadline_subject as subject, b.sent_at as starts_at, b.due_at, case when b.status in ('ANSWERED', 'ACCEPTED', 'EXPIRED', 'NOT_EXECUTED') then b.done_at end as ended_at
       union all select 'SUSPENSION_MAX', b.done_at, b.until_at, case when b.status = 'EXPIRED' then b.until_at + interval '1 minute' end where b.until_at is not null and b.status in ('ANSWERED', 'ACCEPTED', 'EXPIRED')
     ) d
     join deadline_policy p on p.subject = d.subject and p.kind_code = b.kind_code and p.urgency is null and p.specialised_only = (b.kind_code = 'SUBSCRIBER_INFO')`,
  ],
  [
    "search_entry",
    `insert into search_entry (subject, subject_id, case_id, request_id, owner_org_id, addressee_org_id, sealed_to, exact, label, norm, at)
     select 'case', c.id, c.id, null, c.requester, null, '{}'::uuid[], lower(c.code), 'Tuyển cộng tác viên online làm nhiệm vụ', fold_vietnamese(c.code || ' Tuyển cộng tác viên online làm nhiệm vụ'), c.first_at from batch_case c
     union all select 'request', b.id, c.id, b.id, b.requester, b.addressee, '{}', lower(b.code), b.code, lower(b.code || ' ' || b.code), b.sent_at from batch b join batch_case c on c.case_n = b.case_n
     union all select 'request', b.id, c.id, b.id, b.requester, b.addressee, '{}', i.value, i.value, lower(concat_ws(' ', i.value, i.value, i.holder)), b.sent_at from batch_item i join batch b on b.id = i.request_id join batch_case c on c.case_n = i.case_n
     union all select 'target', i.target_id, c.id, null, b.requester, null, '{}', i.value, i.value, lower(concat_ws(' ', i.value, i.value, i.holder)), b.sent_at from batch_item i join batch b on b.id = i.request_id join batch_case c on c.case_n = i.case_n`,
  ],
  [
    "figure_day",
    `insert into figure_day as f (day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount)
     select (m.at at time zone 'Asia/Ho_Chi_Minh')::date, m.province, m.requester, m.addressee, m.kind_code, m.measure, m.case_id, sum(m.n)::int, sum(m.amount)::bigint from (
       select first_at + interval '22 minutes' as at, province, requester, '00000000-0000-0000-0000-000000000000'::uuid as addressee, '' as kind_code, id as case_id, 'case.reported' as measure, 1 as n, loss as amount from batch_case
       union all select sent_at, b.province, b.requester, addressee, kind_code, c.id, 'request.sent', 1, coalesce((select sum(disputed) from batch_item i where i.request_id = b.id), 0)::bigint from batch b join batch_case c on c.case_n = b.case_n
       union all select b.done_at, b.province, b.requester, b.addressee, b.kind_code, c.id, case b.outcome when 'HELD' then 'answer.held' when 'MOVED_ON' then 'answer.moved_on' else 'answer.cashed_out' end, 1, i.disputed
         from batch_item i join batch b on b.id = i.request_id join batch_case c on c.case_n = i.case_n where i.answered and b.outcome in ('HELD', 'MOVED_ON', 'CASHED_OUT')
       union all select b.until_at + interval '1 minute', b.province, b.requester, b.addressee, b.kind_code, c.id, 'money.released', 1, i.disputed from batch_item i join batch b on b.id = i.request_id join batch_case c on c.case_n = i.case_n where b.status = 'EXPIRED'
     ) m group by 1, 2, 3, 4, 5, 6, 7
     on conflict (province_code, day, requester_org_id, addressee_org_id, kind_code, measure, case_id) do update set count = f.count + excluded.count, amount = f.amount + excluded.amount`,
  ],
  [
    "event",
    `insert into event (stream, type, actor_id, org_id, province_code, case_id, requester_org_id, sealed_to, subject_type, subject_id, changes)
     select c.requester, 'case.opened', b.drafter, c.requester, c.province, c.id, c.requester, '{}', 'case', c.id, jsonb_build_object('code', c.code, 'at', c.first_at)
     from batch_case c, lateral (select drafter from batch limit 1) b order by c.first_at`,
  ],
  // The police's word on one answer in ten, one in seven of these not right at first: a chain of a million events would measure the chain.
  [
    "event",
    `insert into event (stream, type, actor_id, org_id, province_code, case_id, request_id, requester_org_id, addressee_org_id, sealed_to, shared, subject_type, subject_id, reason, changes)
     select b.requester, w.type, b.drafter, b.requester, b.province, c.id, b.id, b.requester, b.addressee, '{}', true, 'request', b.id, w.reason, jsonb_build_object('code', b.code, 'at', w.at)
     from batch b join batch_case c on c.case_n = b.case_n
     cross join lateral (
       select 'request.sent_back' as type, 'Thiếu thời điểm ghi nợ.' as reason, b.done_at + interval '1 hour' as at where b.n % 70 = 0
       union all select 'request.accepted', null, b.done_at + interval '2 hours'
     ) w
     where b.status = 'ACCEPTED' and b.n % 10 = 0 order by w.at`,
  ],
];
