import type { Actor } from "@/lib/access/actor";
import { statement, type Tx } from "@/lib/db";
import type { FileRow } from "./types";

/** The files of a case, a request or an appeal that this actor may read. */
export async function filesOf(
  tx: Tx,
  actor: Actor,
  where: { requestId: string } | { caseId: string } | { appealId: string },
): Promise<FileRow[]> {
  const [column, id] =
    "requestId" in where
      ? ["request_id", where.requestId]
      : "appealId" in where
        ? ["appeal_id", where.appealId]
        : ["case_id", where.caseId];
  const { rows } = await statement<Omit<FileRow, "at"> & { at: Date }>(
    tx,
    `select f.id, f.name, f.size, f.media_type as "mediaType", f.sha256, concat_ws(' ', p.rank, p.full_name) as by,
        coalesce(o.short_name, '') as owner, f.created_at as at, f.owner_org_id = $2::uuid as mine, f.unsent,
        f.scan_state as scan, f.scan_reason as "scanReason"
      from attachment f left join person p on p.id = f.uploaded_by_id left join organisation o on o.id = f.owner_org_id
      where f.${column} = $1::uuid and f.thread_request_id is null and f.dropped_at is null
        and (not f.unsent or f.owner_org_id = $2::uuid) order by f.created_at desc limit 200`,
    [id, actor.orgId],
  );
  return rows.map((file) => ({ ...file, at: file.at.toISOString() }));
}
