import { createHash } from "node:crypto";
import { canonical } from "@/lib/audit/once";
import { signer } from "@/lib/authenticity/signer";
import { isSignedBy, wasKeyOf } from "@/lib/authenticity/verify";
import { statement, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { Problem } from "@/lib/errors";
import { assertNotHeldBack } from "@/lib/files/held";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RequestModel } from "@/lib/generated/prisma/models";

type JsonObject = Prisma.JsonObject;

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
  /** What the kind asks beside its targets. Not there at all when it asks nothing, so that earlier hashes hold. */
  details?: JsonObject;
  items: {
    position: number;
    kind: string;
    value: string;
    institutionId: string | null;
    disputedAmount: string | null;
    overGround: string | null;
    details?: JsonObject;
  }[];
  files: string[];
};

/** The content of a request as it would be signed now. */
export async function envelopeOf(tx: Tx, request: RequestModel): Promise<Envelope> {
  return (await envelopesOf(tx, [request])).get(request.id) as Envelope;
}

/** What a desk sees of each target beside its identifier: how it is written, whose it is said to be, the drafter's note. */
export type Shown = [display: string, holderName: string | null, note: unknown];
/** What a signature says of the latest amendment; instants ISO UTC. */
export type SignedAmendment = {
  number: number;
  contentHash: string;
  signedById: string;
  issuedAt: string;
  documentNumber: string;
};
export type Content = {
  id: string;
  items: Envelope["items"] | null;
  shown: Shown[] | null;
  files: string[];
  /** The key that the signature names. */
  key: { organisationId: string; publicKey: string; createdAt: string; retiredAt: string | null } | null;
  /** The latest amendment: it signs the content that it led to. */
  amendment?: SignedAmendment | null;
  /** The key that the unit signs with today. */
  active_key: string | null;
  /** Whoever asks is held: a doubt about something he signed or drafted stands. */
  is_held: boolean;
};
// One statement for all: items in order, amounts as digits, what is asked of each, and the marks of the files of the side that asks.
// The drafter's note to a target is not part of it.
const contentSql = `
  select r.id,
    (select jsonb_agg(jsonb_build_object('position', i.position, 'kind', i.kind, 'value', i.value, 'institutionId', i.institution_id,
        'disputedAmount', i.disputed_amount::text, 'overGround', i.over_ground)
        || case when coalesce(i.details, '{}') - 'note' = '{}' then '{}' else jsonb_build_object('details', i.details - 'note') end order by i.position)
      from request_item i where i.request_id = r.id) as items,
    (select jsonb_agg(jsonb_build_array(i.display, i.holder_name, i.details -> 'note') order by i.position) from request_item i where i.request_id = r.id) as shown,
    (select json_build_object('organisationId', k.organisation_id, 'publicKey', k.public_key, 'createdAt', k.created_at, 'retiredAt', k.retired_at)
      from signing_key k where k.id = r.signing_key_id) as key,
    (select jsonb_build_object('number', a.number, 'contentHash', a.content_hash, 'signedById', a.signed_by_id, 'documentNumber', a.document_number,
        'issuedAt', to_char(a.issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from amendment a where a.request_id = r.id and a.status = 'ISSUED' order by a.number desc limit 1) as amendment,
    (select k.id from signing_key k where k.organisation_id = r.requester_org_id and k.retired_at is null) as active_key,
    app.is_held() as is_held,
    array(select a.sha256 from attachment a where a.request_id = r.id and a.owner_org_id <> r.addressee_org_id order by a.sha256) as files
  from request r where r.id = any($1::uuid[])`;

/** The same for several requests at once, by id: what a signer's stack needs, in one query. */
export async function envelopesOf(tx: Tx, requests: RequestModel[]): Promise<Map<string, Envelope>> {
  const contents = await contentsOf(
    tx,
    requests.map(({ id }) => id),
  );
  return new Map(requests.map((request) => [request.id, envelopeIn(request, contents.get(request.id))]));
}

/** What stands behind requests, by id: their targets, files and keys. */
export async function contentsOf(tx: Tx, ids: string[]): Promise<Map<string, Content>> {
  const { rows } = await statement<Content>(tx, contentSql, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same of a row and its content as they were read. */
export const envelopeIn = (request: RequestModel, content: Content | undefined): Envelope => ({
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
  ...(request.details ? { details: request.details as JsonObject } : {}),
  items: content?.items ?? [],
  files: content?.files ?? [],
});

/** SHA-256 of the canonical envelope, in hex. One byte of content changed, another hash. */
export function envelopeHash(envelope: Envelope): string {
  return createHash("sha256").update(canonical(envelope)).digest("hex");
}

/** What signing adds to the content that was read: who, when, as which document, told to which procuracy. */
export type Issue = Pick<
  RequestModel,
  | "id"
  | "caseId"
  | "disputedAmount"
  | "signerId"
  | "sentAt"
  | "provedAt"
  | "notifiedAt"
  | "procuracyOrgId"
  | "documentNumber"
  | "documentDate"
>;

/**
 * The bytes that are signed: canonical JSON of the content's hash and of everything else that a receiver relies on. An order that was
 * amended names its latest amendment too; one that never was is signed as before.
 */
export function signedBytes(
  issue: Issue,
  contentHash: string,
  shown: readonly Shown[],
  amendment: SignedAmendment | null = null,
): Buffer {
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  return Buffer.from(
    canonical({
      format: "la-chan/request/1",
      requestId: issue.id,
      caseId: issue.caseId,
      contentHash,
      disputedAmount: issue.disputedAmount.toString(),
      shown,
      signerId: issue.signerId,
      signedAt: at(issue.sentAt),
      provedAt: at(issue.provedAt),
      notifiedAt: at(issue.notifiedAt),
      procuracyOrgId: issue.procuracyOrgId,
      documentNumber: issue.documentNumber,
      documentDate: at(issue.documentDate)?.slice(0, 10) ?? null,
      ...(amendment ? { amendment } : {}),
    }),
  );
}

/**
 * Signs what the signer read with his organisation's key. `issue` is what the signature's own transaction writes.
 * @throws Problem "changed-meanwhile" when he read another content; "sender-held" while a doubt about him stands;
 * "files-held" while a file waits for the scanner or was refused by it.
 */
export async function signEnvelope(
  tx: Tx,
  request: RequestModel,
  readHash: string,
  issue: Issue,
): Promise<{ contentHash: string; signature: string; signingKeyId: string }> {
  const content = (await contentsOf(tx, [request.id])).get(request.id);
  await assertNotHeldBack(tx, { requestId: request.id, ownerOrgId: { not: request.addresseeOrgId } });
  if (content?.is_held) throw new Problem("sender-held");
  const contentHash = envelopeHash(envelopeIn(request, content));
  if (contentHash !== readHash) throw new Problem("changed-meanwhile");
  const bytes = signedBytes(issue, contentHash, content?.shown ?? [], content?.amendment);
  const { signature, keyId } = await signer().sign(
    request.requesterOrgId,
    bytes,
    content?.active_key ?? null,
  );
  return { contentHash, signature, signingKeyId: keyId };
}

/**
 * What the register says of an order: signed as it stands with the key that its unit had then; signed before there were keys, where
 * this installation still lets such count; or not what was signed. An order that was never signed is the last.
 */
export type Verdict = "genuine" | "unsigned" | "changed";

export async function verdictOn(tx: Tx, request: RequestModel): Promise<Verdict> {
  const content = (await contentsOf(tx, [request.id])).get(request.id);
  return verdictOf(request, content, env().unsignedBefore);
}

/** The same of a row and its content as they were read. `unsignedBefore`: orders sent before it count without a signature. */
export function verdictOf(
  request: RequestModel,
  content: Content | undefined,
  unsignedBefore: Date | null,
): Verdict {
  if (!request.contentHash || !request.sentAt) return "changed";
  if (envelopeHash(envelopeIn(request, content)) !== request.contentHash) return "changed";
  if (!request.signature) return unsignedBefore && request.sentAt < unsignedBefore ? "unsigned" : "changed";
  if (!content?.key) return "changed";
  const { createdAt, retiredAt, ...names } = content.key;
  const key = {
    ...names,
    createdAt: new Date(createdAt),
    retiredAt: retiredAt ? new Date(retiredAt) : null,
  };
  const bytes = signedBytes(request, request.contentHash, content.shown ?? [], content.amendment);
  // An amendment signs anew, with the key of its own day.
  const signedAt = content.amendment ? new Date(content.amendment.issuedAt) : request.sentAt;
  return wasKeyOf(key, request.requesterOrgId, signedAt) &&
    isSignedBy(key.publicKey, bytes, request.signature)
    ? "genuine"
    : "changed";
}

/** May this order be relied on? */
export async function isGenuine(tx: Tx, request: RequestModel): Promise<boolean> {
  return (await verdictOn(tx, request)) !== "changed";
}
