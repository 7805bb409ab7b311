import { textOf, type Typed } from "@/lib/sheets/cell";
import type { SheetsRefusal } from "@/lib/sheets/refusal";
import { sheetsAside } from "@/lib/sheets/sheets-aside";
import { mostRows } from "./form";

/** One names the columns for us, one for people. */
const headRows = 2;

/** A sheet of the portal as it comes back: what it holds and its rows by column key, with the row's number in Excel. */
export type SheetPage = {
  name: string;
  about: string;
  headings: Map<string, string>;
  rows: { number: number; cells: Record<string, Typed> }[];
};

/**
 * Reads a workbook's sheets that the portal made; other sheets are not looked at. Formulas count as what they show. Gives
 * why not when it cannot be read or has more rows than anybody reads through.
 */
export async function pagesOf(bytes: Buffer): Promise<SheetPage[] | SheetsRefusal> {
  const read = await sheetsAside("book.xlsx", bytes, mostRows + headRows);
  if (!read.ok) return read.code;
  const pages: SheetPage[] = [];
  let count = 0;
  for (const { name, rows } of read.sheets) {
    const first = rows[0]?.number === 1 ? rows[0].cells : [];
    const [about, firstKey] = textOf(first[0] ?? null).split("|");
    if (!about || !firstKey || !/^(kind|money):[A-Za-z_]+$/.test(about)) continue;
    const keys = new Map<number, string>([[0, firstKey]]);
    for (const [column, key] of first.entries())
      if (column > 0 && typeof key === "string") keys.set(column, key);
    const names = rows.find(({ number }) => number === 2)?.cells ?? [];
    const headings = new Map([...keys].map(([column, key]) => [key, textOf(names[column] ?? null) || key]));
    const filled = rows
      .filter(({ number }) => number > headRows)
      .map(({ number, cells }) => ({
        number,
        cells: Object.fromEntries([...keys].map(([column, key]) => [key, cells[column] ?? null])),
      }))
      .filter(({ cells }) => Object.values(cells).some((cell) => cell !== null));
    count += filled.length;
    if (count > mostRows) return "rows";
    pages.push({ name, about, headings, rows: filled });
  }
  return pages;
}
