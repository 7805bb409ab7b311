import type { Actor } from "@/lib/access/actor";
import { visibleRequests } from "@/lib/access/scope";
import { statement, type Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { type Envelope, envelopeHash, envelopeOf } from "./envelope";
import type { RecalledVersion } from "./types";

/** Keeps what the signer had before him, before its writer takes it back; gives its hash. Written once, and never changed. */
export async function keepHandedIn(tx: Tx, actor: Actor, request: RequestModel): Promise<string> {
  const content = await envelopeOf(tx, request);
  const hash = envelopeHash(content);
  await statement(
    tx,
    `insert into recalled_version (request_id, version, content, content_hash, handed_in_at, recalled_by_id) values ($1, $2, $3, $4, $5, $6)`,
    [request.id, request.version, JSON.stringify(content), hash, request.submittedAt, actor.userId],
  );
  return hash;
}

/** What was handed in and taken back of a request, the latest first. Rights are the table's own: the unit's alone. */
export async function recalledVersionsOf(tx: Tx, requestId: string): Promise<RecalledVersion[]> {
  const { rows } = await statement<{
    version: number;
    content: Envelope;
    content_hash: string;
    handed_in_at: Date;
    recalled_at: Date;
    by: string;
  }>(
    tx,
    `select v.version, v.content, v.content_hash, v.handed_in_at, v.recalled_at, p.full_name as by from recalled_version v
      join person p on p.id = v.recalled_by_id where v.request_id = $1 order by v.version desc limit 20`,
    [requestId],
  );
  return rows.map(({ version, content, content_hash, handed_in_at, recalled_at, by }) => ({
    version,
    handedInAt: handed_in_at.toISOString(),
    recalledAt: recalled_at.toISOString(),
    recalledBy: by,
    kindCode: content.kindCode,
    grounds: content.grounds,
    contentHash: content_hash,
    targets: content.items.map(({ value, disputedAmount }) => ({ value, amount: disputedAmount })),
  }));
}

/**
 * Other requests of the same case that were handed in by the same act, still wait for the signer and are this actor's to take back too:
 * the fast path and the next layer hand in many at once.
 */
export async function handedInWith(
  tx: Tx,
  actor: Actor,
  { id, caseId, submittedAt }: RequestModel,
): Promise<{ id: string; version: number; code: string }[]> {
  if (!submittedAt) return [];
  return tx.request.findMany({
    where: {
      AND: [
        { caseId, submittedAt, status: "PENDING_SIGNATURE", id: { not: id } },
        visibleRequests(actor, "request.recall"),
      ],
    },
    select: { id: true, version: true, code: true },
    orderBy: { code: "asc" },
    take: 49,
  });
}
