import { createHash } from "node:crypto";
import { canonical } from "@/lib/audit/once";
import { statement, type Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";

/** What a signature covers: read by the signer, hashed at signing, never changed afterwards. Amounts VND as digits. */
export type Envelope = {
  code: string;
  kindCode: string;
  urgency: string;
  requesterOrgId: string;
  addresseeOrgId: string;
  drafterId: string;
  grounds: string;
  legalBases: string[];
  disclosure: string | null;
  parentId: string | null;
  items: {
    position: number;
    kind: string;
    value: string;
    institutionId: string | null;
    disputedAmount: string | null;
    overGround: string | null;
  }[];
  files: string[];
};

/** The content of a request as it would be signed now. */
export async function envelopeOf(tx: Tx, request: RequestModel): Promise<Envelope> {
  return (await envelopesOf(tx, [request])).get(request.id) as Envelope;
}

type Content = { id: string; items: Envelope["items"] | null; files: string[] };
// One statement for all: items in order, amounts as digits, and the marks of the files of the side that asks.
const contentSql = `
  select r.id,
    (select json_agg(json_build_object('position', i.position, 'kind', i.kind, 'value', i.value, 'institutionId', i.institution_id,
        'disputedAmount', i.disputed_amount::text, 'overGround', i.over_ground) order by i.position)
      from request_item i where i.request_id = r.id) as items,
    array(select a.sha256 from attachment a where a.request_id = r.id and a.owner_org_id <> r.addressee_org_id order by a.sha256) as files
  from request r where r.id = any($1::uuid[])`;

/** The same for several requests at once, by id: what a signer's stack needs, in one query. */
export async function envelopesOf(tx: Tx, requests: RequestModel[]): Promise<Map<string, Envelope>> {
  const { rows } = await statement<Content>(tx, contentSql, [requests.map(({ id }) => id)]);
  const contents = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    requests.map((request) => [
      request.id,
      {
        code: request.code,
        kindCode: request.kindCode,
        urgency: request.urgency,
        requesterOrgId: request.requesterOrgId,
        addresseeOrgId: request.addresseeOrgId,
        drafterId: request.drafterId,
        grounds: request.grounds,
        legalBases: request.legalBases,
        disclosure: request.disclosure,
        parentId: request.parentId,
        items: contents.get(request.id)?.items ?? [],
        files: contents.get(request.id)?.files ?? [],
      },
    ]),
  );
}

/** SHA-256 of the canonical envelope, in hex. One byte of content changed, another hash. */
export function envelopeHash(envelope: Envelope): string {
  return createHash("sha256").update(canonical(envelope)).digest("hex");
}

/** Is the request still what was signed? False also for one that was never signed. */
export async function isGenuine(tx: Tx, request: RequestModel): Promise<boolean> {
  return request.contentHash !== null && envelopeHash(await envelopeOf(tx, request)) === request.contentHash;
}
