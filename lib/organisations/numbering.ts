import { statement, type Tx } from "@/lib/db";

const year = new Intl.DateTimeFormat("en", { timeZone: "Asia/Ho_Chi_Minh", year: "numeric" });
const yearInVietNam = (at: Date) => Number(year.format(at));

/** The next human code, e.g. YC-25-2026-001893. Gaps are allowed here: a rolled-back draft leaves one. */
export async function nextCode(
  tx: Tx,
  prefix: "VV" | "YC" | "KN",
  provinceCode: string,
  at: Date,
): Promise<string> {
  const year = yearInVietNam(at);
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    insert into code_counter (prefix, province_code, year, last) values (${prefix}, ${provinceCode}, ${year}, 1)
    on conflict (prefix, province_code, year) do update set last = code_counter.last + 1 returning last`;
  return `${prefix}-${provinceCode}-${year}-${String(row!.last).padStart(6, "0")}`;
}

/** Stands behind the symbol of what a restricted case issues: "hạn chế". */
const restrictedMark = "HC";

/** Which of a unit's registers a document is numbered in: the type as the symbol writes it, and whether its case is restricted. */
export type DocumentSeries = { type: string; restricted: boolean };

/**
 * The signed document's own number, gap-free per unit, type and year: the counter's row moves in the signature's transaction,
 * so a failed signature gives its number back (Decree 30/2020 art. 15). E.g. 1127/CV-PA05; a unit without a symbol stands there
 * with its code. What a restricted case issues has a register of its own, e.g. 3/CV-PA05-HC: in the unit's register its numbers would
 * be missing from everybody else's list, and could be counted.
 */
export async function nextDocumentNumber(
  tx: Tx,
  unitId: string,
  { type, restricted }: DocumentSeries,
  at: Date,
): Promise<string> {
  const { rows } = await statement<{ last: number; symbol: string }>(
    tx,
    `insert into document_counter (organisation_id, document_type, year, last) values ($1, $2, $3, 1)
     on conflict (organisation_id, document_type, year) do update set last = document_counter.last + 1
     returning last, (select coalesce(symbol, code) from organisation where id = $1) as symbol`,
    [unitId, restricted ? `${type}-${restrictedMark}` : type, yearInVietNam(at)],
  );
  const [row] = rows as [{ last: number; symbol: string }];
  return `${row.last}/${type}-${row.symbol}${restricted ? `-${restrictedMark}` : ""}`;
}
