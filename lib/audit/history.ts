import type { Tx } from "@/lib/db";
import { organisationsOf } from "@/lib/organisations/names";
import type { HistoryLine } from "./types";

/** The last lines of the record about a case or a request, newest first: the same chain that is verified, filtered by rights. */
export async function historyOf(
  tx: Tx,
  where: { requestId: string } | { caseId: string },
  limit = 60,
): Promise<HistoryLine[]> {
  const events = await tx.event.findMany({
    where: { ...where, type: { not: "file.downloaded" } },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    take: limit,
    select: { id: true, at: true, type: true, actorName: true, orgId: true, reason: true, changes: true },
  });
  const orgs = await organisationsOf(tx, [...new Set(events.flatMap(({ orgId }) => orgId ?? []))]);
  return events
    .map(({ id, at, type, actorName, orgId, reason, changes }) => {
      const facts = changes as Record<string, unknown>;
      // A record brought in from before tells its own time; the chain's time is when it was written.
      const told =
        typeof facts.at === "string" && !Number.isNaN(Date.parse(facts.at)) ? facts.at : at.toISOString();
      return {
        id,
        at: new Date(told).toISOString(),
        type,
        actor: actorName,
        organisation: orgId ? (orgs.get(orgId)?.shortName ?? null) : null,
        reason,
        changes: facts,
      };
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}
