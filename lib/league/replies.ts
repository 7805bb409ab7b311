import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import type { LeaguePeriod } from "./period";

/** What an organisation said to its line, its last version. */
export type ReplyRow = { orgId: string; version: number; body: string; at: string };

/** The replies of a period as the reader may see them; days of one's own have none. */
export async function listReplies(
  actor: Actor,
  { name, from }: Pick<LeaguePeriod, "name" | "from">,
  orgId: string | null = null,
): Promise<ReplyRow[]> {
  if (name === "custom") return [];
  const rows = await readAsActor<Omit<ReplyRow, "at"> & { at: Date }>(actor, {
    name: "league_replies",
    text: `select distinct on (r.org_id) r.org_id as "orgId", r.version, r.body, r.at from league_reply r
      where r.period = $1 and r.since = $2 and ($3::uuid is null or r.org_id = $3) order by r.org_id, r.version desc`,
    values: [name, from, orgId],
  });
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
