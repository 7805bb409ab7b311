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

/**
 * The signed document's own number, gap-free per unit, type and year: the counter's row moves in the signature's transaction,
 * so a failed signature gives its number back (Decree 30/2020 art. 15). E.g. 1127/CV-PA05; a unit without a symbol stands there
 * with its code.
 */
export async function nextDocumentNumber(
  tx: Tx,
  unitId: string,
  documentType: string,
  at: Date,
): Promise<string> {
  const { rows } = await statement<{ last: number; symbol: string }>(
    tx,
    `insert into document_counter (organisation_id, document_type, year, last) values ($1, $2, $3, 1)
     on conflict (organisation_id, document_type, year) do update set last = document_counter.last + 1
     returning last, (select coalesce(symbol, code) from organisation where id = $1) as symbol`,
    [unitId, documentType, yearInVietNam(at)],
  );
  const [row] = rows as [{ last: number; symbol: string }];
  return `${row.last}/${documentType}-${row.symbol}`;
}
