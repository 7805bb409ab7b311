import { formatDateTime } from "@/lib/i18n/local-time";
import { instantIn, textOf, type Typed } from "@/lib/sheets/cell";
import { sheetsOfFile } from "@/lib/sheets/sheets-of-file";

export const mostStatementRows = 2_000;

/** The rows of a bank's statement as texts; of several sheets the longest. @throws RangeError "rows" beyond `mostStatementRows`. */
export async function rowsOfFile(name: string, bytes: Buffer): Promise<string[][]> {
  const sheets = await sheetsOfFile(name, bytes, mostStatementRows);
  const rows = sheets.sort((a, b) => b.rows.length - a.rows.length)[0]?.rows ?? [];
  if (rows.length > mostStatementRows) throw new RangeError("rows");
  return rows.map(({ cells }) => cells.map(written));
}

const written = (typed: Typed): string =>
  typed instanceof Date ? formatDateTime(instantIn(typed)) : textOf(typed);
