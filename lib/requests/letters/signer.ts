import { statement, type Tx } from "@/lib/db";
import type { Letter } from "./types";

type Row = { name: string; rank: string | null; title: string | null; capacity: string | null };

/**
 * Who signed, in which seat. The record of the signature knows the seat and the legal title of that moment; whoever may not read the
 * record (a procuracy) gets the seat that the signer has in the unit that asks.
 */
export async function signerOf(
  tx: Tx,
  request: { id: string; signerId: string | null; requesterOrgId: string },
): Promise<Letter["signer"]> {
  if (!request.signerId) return null;
  const { rows } = await statement<Row>(
    tx,
    `select p.full_name as name, p.rank, m.title, coalesce(e.changes ->> 'signerTitle', m.signer_title) as capacity
      from person p
      left join lateral (select membership_id, changes from event where request_id = $1 and type = 'request.signed' and actor_id = p.id
        order by at desc limit 1) e on true
      left join lateral (select title, signer_title from membership
        where user_id = p.id and (id = e.membership_id or (e.membership_id is null and organisation_id = $3))
        order by signer_title is null limit 1) m on true
      where p.id = $2`,
    [request.id, request.signerId, request.requesterOrgId],
  );
  return rows[0] ?? null;
}
