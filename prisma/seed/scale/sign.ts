import { sign } from "node:crypto";
import type pg from "pg";
import { keysOf } from "../keys";

const utc = (at: string) => `to_char((${at}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const item = `format('{"disputedAmount":%s,"institutionId":%s,"kind":%s,"overGround":null,"position":%s,"value":%s}',
  coalesce(to_json(disputed::text)::text, 'null'), to_json(x.addressee), to_json(x.target_kind), position, to_json(value))`;
const shown = `format('[%s,%s,null]', to_json(value), coalesce(to_json(holder)::text, 'null'))`;

/** The content of each drawn request as the portal hashes it (lib/requests/signing/envelope.ts), and what its signature covers. */
const drawEnvelopes = [
  `create temporary table batch_envelope on commit drop as
    select b.id, b.requester, b.sent_at::timestamptz(3) as sent_at, b.sent_at::timestamptz(3) - interval '20 seconds' as proved_at, c.id as case_id, s.disputed, s.shown,
      encode(sha256(convert_to(format('{"addresseeOrgId":%s,"code":%s,"disclosure":null,"drafterId":%s,"files":[],"grounds":%s,"items":[%s],"kindCode":%s,"legalBases":%s,"parentId":null,"requesterOrgId":%s,"urgency":%s}',
        to_json(b.addressee), to_json(b.code), to_json(b.drafter), to_json(b.grounds), s.signed, to_json(b.kind_code), array_to_json(b.bases), to_json(b.requester), to_json(b.urgency)), 'UTF8')), 'hex') as content_hash
    from batch b join batch_case c on c.case_n = b.case_n
    join (select request_id, coalesce(sum(disputed), 0)::bigint as disputed, string_agg(${item}, ',' order by position) as signed, string_agg(${shown}, ',' order by position) as shown
      from batch_item i join batch x on x.id = i.request_id group by request_id) s on s.request_id = b.id`,
  `create temporary table batch_signature (request_id uuid primary key, signature text, key_id uuid) on commit drop`,
];
const readBytes = `select e.id, e.requester, format('{"caseId":%s,"contentHash":%s,"disputedAmount":"%s","documentDate":"%s","documentNumber":%s,"format":"la-chan/request/1","notifiedAt":null,"procuracyOrgId":null,"provedAt":"%s","requestId":%s,"shown":[%s],"signedAt":"%s","signerId":%s}',
    to_json(e.case_id), to_json(e.content_hash), e.disputed, (b.sent_at at time zone 'Asia/Ho_Chi_Minh')::date, to_json(b.document_number), ${utc("e.proved_at")}, to_json(e.id), e.shown, ${utc("e.sent_at")}, to_json(b.signer)) as bytes
  from batch_envelope e join batch b on b.id = e.id`;

/** Signs the drawn batch with its units' keys, so that every order of a measured database is verified as a real one is. */
export async function signBatch(client: pg.Client): Promise<void> {
  for (const sql of drawEnvelopes) await client.query(sql);
  const { rows } = await client.query<{ id: string; requester: string; bytes: string }>(readBytes);
  const keys = await keysOf(client, [...new Set(rows.map(({ requester }) => requester))]);
  const signed = rows.map(({ requester, bytes }) => {
    const { id, key } = keys.get(requester)!;
    return { signature: sign(null, Buffer.from(bytes), key).toString("base64url"), keyId: id };
  });
  await client.query("insert into batch_signature select * from unnest($1::uuid[], $2::text[], $3::uuid[])", [
    rows.map(({ id }) => id),
    signed.map(({ signature }) => signature),
    signed.map(({ keyId }) => keyId),
  ]);
}
