import type { Actor } from "@/lib/access/actor";
import { canOnMoney } from "@/lib/access/money-policy";
import { visibleCases } from "@/lib/access/scope";
import { asActor, statement, type Tx } from "@/lib/db";
import { type Cursor, cutPage, decodeCursor } from "@/lib/keyset";
import { kinds } from "@/lib/requests/kinds";
import { likeOfCase } from "@/lib/restitution/find";
import { type DocumentFilter, type DocumentKind, documentKinds } from "./schema";
import { documentKindsSql, documentsSql } from "./sql";
import type { DocumentPage, DocumentRow } from "./types";

export const documentsPerPage = 50;
const withMinutes = Object.values(kinds).flatMap(({ code, hold }) => (hold === "freeze" ? [code] : []));

type SqlRow = Omit<
  DocumentRow,
  "at" | "date" | "kindCode" | "requestId" | "requestCode" | "scanReason" | "organisation"
> & {
  at: Date;
  date: string | null;
  kind_code: string | null;
  request_id: string | null;
  request_code: string | null;
  scan_reason: string | null;
  organisation: string | null;
};

/**
 * One page of what is on paper about a case, the newest first unless the filter says otherwise, with how many there are of each kind. Null
 * for a case that is not the actor's to see. Keyset: no offset.
 */
export function listDocuments(
  actor: Actor,
  caseId: string,
  filter: DocumentFilter,
): Promise<DocumentPage | null> {
  return asActor(actor, async (tx) => {
    const values = await readable(tx, actor, caseId);
    if (!values) return null;
    const backwards = filter.before !== undefined;
    const cursor = decodeCursor(filter.before ?? filter.after, ["instant", "id"]);
    const isDown = (filter.sort === "newest") !== (backwards && cursor !== null);
    const bind = (value: unknown) => `$${values.push(value)}`;
    const kept = [
      filter.kind ? `kind = ${bind(filter.kind)}` : "true",
      cursor
        ? `(at, id) ${isDown ? "<" : ">"} (${bind(cursor[0])}::timestamptz, ${bind(cursor[1])}::uuid)`
        : "true",
    ];
    const counts = await countsOf(tx, values.slice(0, 4));
    const way = isDown ? "desc" : "asc";
    const { rows } = await statement<SqlRow>(
      tx,
      `select * from (${documentsSql}) d where ${kept.join(" and ")} order by at ${way}, id ${way}, kind limit ${documentsPerPage + 1}`,
      values,
    );
    const page = cutPage(
      rows,
      documentsPerPage,
      { backwards: backwards && cursor !== null, fromStart: cursor === null },
      (row): Cursor => [row.at.toISOString(), row.id],
    );
    return { ...page, rows: page.rows.map(rowOf), counts };
  });
}

/** How many papers and files a case has for this reader; zero for a case that is not his to see. */
export function countDocuments(actor: Actor, caseId: string): Promise<number> {
  return asActor(actor, async (tx) => {
    const values = await readable(tx, actor, caseId);
    if (!values) return 0;
    return Object.values(await countsOf(tx, values)).reduce((sum, count) => sum + count, 0);
  });
}

/** What documentsSql is asked with; null when the case is not the actor's to see. */
async function readable(tx: Tx, actor: Actor, caseId: string): Promise<unknown[] | null> {
  const found = await tx.case.findFirst({ where: { AND: [{ id: caseId }, visibleCases(actor)] } });
  if (!found) return null;
  const givesBack = canOnMoney(actor, "restitution.read", await likeOfCase(tx, found));
  return [caseId, actor.orgId, withMinutes, givesBack];
}

async function countsOf(tx: Tx, values: unknown[]): Promise<DocumentPage["counts"]> {
  const { rows } = await statement<{ kind: DocumentKind; count: number }>(
    tx,
    `select kind, count(*)::int as count from (${documentKindsSql}) d group by kind`,
    values,
  );
  const found = new Map(rows.map(({ kind, count }) => [kind, count]));
  return Object.fromEntries(
    documentKinds.flatMap((kind) => (found.has(kind) ? [[kind, found.get(kind)!]] : [])),
  );
}

const rowOf = (row: SqlRow): DocumentRow => ({
  kind: row.kind,
  id: row.id,
  at: row.at.toISOString(),
  name: row.name,
  kindCode: row.kind_code,
  requestId: row.request_id,
  requestCode: row.request_code,
  number: row.number,
  date: row.date,
  state: row.state,
  by: row.by,
  organisation: row.organisation ?? "",
  addressee: row.addressee,
  size: row.size,
  sha256: row.sha256,
  scan: row.scan,
  scanReason: row.scan_reason,
});
