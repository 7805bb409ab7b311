import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { isOpenSql } from "@/lib/requests/status-sql";
import { type RequestSqlRow, ofUnit, requestColumns, requestRowOf, requestTables } from "./list";
import type { PoliceRequestRow } from "./types";

/** The requests of one case: open ones by time left, then the others, newest first. At most 200. */
export async function listRequestsOfCase(actor: Actor, caseId: string): Promise<PoliceRequestRow[]> {
  const rows = await readAsActor<RequestSqlRow>(actor, {
    name: "requests-of-case",
    text: `select ${requestColumns} from ${requestTables} where ${ofUnit} and r.case_id = $3::uuid and r.status <> 'DISCARDED'
      order by (${isOpenSql}) desc,
        case when r.answered_at is null then r.queue_at end nulls last, r.created_at desc limit 200`,
    values: [actor.orgIds, actor.membershipId, caseId],
  });
  return rows.map(requestRowOf);
}
