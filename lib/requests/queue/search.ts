import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { openSql, type RawRow, receivedSql, rowOf, rowsSql } from "./sql";
import type { QueueRow } from "./types";

const found = 50;

/**
 * Open requests of the own queue whose code, or one of whose targets, holds what was typed: blanks and dots do not count,
 * case does not either. Reads the own open work alone, so it is no look-up of an account.
 */
export async function findInQueue(actor: Actor, { text }: { text: string }): Promise<QueueRow[]> {
  const typed = text
    .normalize("NFKC")
    .replace(/[\s.]/g, "")
    .replace(/[\\%_]/g, "\\$&")
    .toUpperCase();
  if (typed.length < 2) return [];
  const page = `select * from request q where ${receivedSql} and ${openSql} and (q.code like '%' || $2 || '%'
    or exists (select 1 from request_item i where i.request_id = q.id and upper(i.value) like '%' || $2 || '%')) order by queue_at, id limit ${found}`;
  const rows = await readAsActor<RawRow>(actor, {
    name: "queue-find",
    text: rowsSql(page, "r.queue_at, r.id"),
    values: [actor.orgId, typed],
  });
  return rows.map((row) => rowOf(actor, row));
}
