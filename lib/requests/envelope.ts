import { createHash } from "node:crypto";
import { canonical } from "@/lib/audit/once";
import type { Tx } from "@/lib/db";
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
  items: { position: number; kind: string; value: string; institutionId: string | null; disputedAmount: string | null; overGround: string | null }[];
  files: string[];
};

/** The content of a request as it would be signed now. */
export async function envelopeOf(tx: Tx, request: RequestModel): Promise<Envelope> {
  return (await envelopesOf(tx, [request])).get(request.id) as Envelope;
}

/** The same for several requests at once, by id: what a signer's stack needs, in two queries. */
export async function envelopesOf(tx: Tx, requests: RequestModel[]): Promise<Map<string, Envelope>> {
  const ids = requests.map(({ id }) => id);
  const items = await tx.requestItem.findMany({ where: { requestId: { in: ids } }, orderBy: { position: "asc" } });
  const files = await tx.attachment.findMany({ where: { requestId: { in: ids } }, select: { requestId: true, ownerOrgId: true, sha256: true }, orderBy: { sha256: "asc" } });
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
        items: items
          .filter(({ requestId }) => requestId === request.id)
          .map(({ position, kind, value, institutionId, disputedAmount, overGround }) => ({
            position,
            kind,
            value,
            institutionId,
            disputedAmount: disputedAmount?.toString() ?? null,
            overGround,
          })),
        files: files.filter(({ requestId, ownerOrgId }) => requestId === request.id && ownerOrgId === request.requesterOrgId).map(({ sha256 }) => sha256),
      },
    ]),
  );
}

/** SHA-256 of the canonical envelope, in hex. One byte of content changed, another hash. */
export function envelopeHash(envelope: Envelope): string {
  return createHash("sha256").update(canonical(envelope)).digest("hex");
}
