import type { Actor } from "@/lib/access/actor";
import { statement, type Tx } from "@/lib/db";
import { unreadSql } from "@/lib/requests/thread/unread-sql";
import type { BesideRequest } from "./types";

/** What lies beside each of these requests of the actor's desk; row-level security leaves out what is not his to see. */
export async function besideRequests(
  tx: Tx,
  actor: Actor,
  requestIds: readonly string[],
): Promise<Record<string, BesideRequest>> {
  if (requestIds.length === 0) return {};
  const { rows } = await statement<BesideRequest & { id: string }>(
    tx,
    `select r.id, ${unreadSql},
      (select count(*) from attachment f where f.request_id = r.id and f.owner_org_id = $2::uuid and f.unsent and f.dropped_at is null)::int as files,
      exists (select 1 from amendment a where a.request_id = r.id and a.status = 'ISSUED') as amended
    from request r where r.id = any($1::uuid[]) and r.addressee_org_id = $2::uuid`,
    [[...requestIds], actor.orgId],
  );
  return Object.fromEntries(rows.map(({ id, ...beside }) => [id, beside]));
}
