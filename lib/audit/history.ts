import { statement, type Tx } from "@/lib/db";
import type { HistoryLine } from "./types";

type Row = Omit<HistoryLine, "at"> & { at: Date };

/** The last lines of the record about a case or a request, newest first: the same chain that is verified, filtered by rights. */
export async function historyOf(
  tx: Tx,
  where: { requestId: string } | { caseId: string },
  limit = 60,
): Promise<HistoryLine[]> {
  const [column, id] = "requestId" in where ? ["request_id", where.requestId] : ["case_id", where.caseId];
  const { rows } = await statement<Row>(
    tx,
    `select e.id, e.at, e.type, e.actor_name as actor, o.short_name as organisation, e.reason, e.changes
      from event e left join organisation o on o.id = e.org_id
      where e.${column} = $1::uuid and e.type not in ('file.downloaded', 'export.made', 'request.message_sent', 'request.noted') order by e.at desc, e.seq desc limit $2`,
    [id, limit],
  );
  return rows
    .map(({ at, changes, ...line }) => {
      // A record brought in from before tells its own time; the chain's time is when it was written.
      const told =
        typeof changes.at === "string" && !Number.isNaN(Date.parse(changes.at)) ? new Date(changes.at) : at;
      return { ...line, changes, at: told.toISOString() };
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}
