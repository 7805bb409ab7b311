import { formatDateTime } from "@/lib/i18n/local-time";
import { instantIn, textOf, type Typed } from "@/lib/sheets/cell";
import type { SheetsRefusal } from "@/lib/sheets/refusal";
import { sheetsAside } from "@/lib/sheets/sheets-aside";

export const mostStatementRows = 2_000;

/** The rows of a bank's statement as texts; of several sheets the longest. Or why there are none. */
export async function rowsOfFile(name: string, bytes: Buffer): Promise<string[][] | SheetsRefusal> {
  const read = await sheetsAside(name, bytes, mostStatementRows);
  if (!read.ok) return read.code;
  const rows = read.sheets.sort((a, b) => b.rows.length - a.rows.length)[0]?.rows ?? [];
  if (rows.length > mostStatementRows) return "rows";
  return rows.map(({ cells }) => cells.map(written));
}

const written = (typed: Typed): string =>
  typed instanceof Date ? formatDateTime(instantIn(typed)) : textOf(typed);
