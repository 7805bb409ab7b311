import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { visibleRequests } from "@/lib/access/scope";
import { statement, type Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { kindCodes } from "@/lib/requests/kinds";
import { type Envelope, envelopeHash } from "./envelope";
import type { RecalledVersion } from "./types";

// Only what a screen shows of it. Nobody writes such a row by hand, and still no row may close the page to its unit.
const kept = z.object({
  kindCode: z.enum(kindCodes),
  grounds: z.string(),
  items: z.array(z.object({ value: z.string(), disputedAmount: z.string().nullable() })),
});

/**
 * What was handed in and taken back of a request, the latest first: the database keeps it with the act that takes it back. Rights are the
 * table's own: the unit's alone. A row whose content nobody can read is given without one.
 */
export async function recalledVersionsOf(tx: Tx, requestId: string): Promise<RecalledVersion[]> {
  const { rows } = await statement<{
    version: number;
    content: unknown;
    handed_in_at: Date;
    recalled_at: Date;
    by: string;
  }>(
    tx,
    `select v.version, v.content, v.handed_in_at, v.recalled_at, p.full_name as by from recalled_version v
      join person p on p.id = v.recalled_by_id where v.request_id = $1 order by v.version desc limit 20`,
    [requestId],
  );
  return rows.map(({ version, content, handed_in_at, recalled_at, by }) => {
    const { data } = kept.safeParse(content);
    return {
      version,
      handedInAt: handed_in_at.toISOString(),
      recalledAt: recalled_at.toISOString(),
      recalledBy: by,
      content: data
        ? {
            kindCode: data.kindCode,
            grounds: data.grounds,
            hash: envelopeHash(content as Envelope),
            targets: data.items.map(({ value, disputedAmount }) => ({ value, amount: disputedAmount })),
          }
        : null,
    };
  });
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
