import type { CellValue } from "exceljs";

/** What a cell holds, as one thing: a number, an instant of local clock time, or text. Errors and formulas give what they show. */
export type Typed = string | number | Date | null;

export function typedOf(value: CellValue): Typed {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || value instanceof Date) return value;
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (typeof value === "boolean") return String(value);
  if ("richText" in value) return typedOf(value.richText.map(({ text }) => text).join(""));
  if ("hyperlink" in value) return typedOf(String(value.text));
  if ("result" in value) return typedOf((value.result ?? null) as CellValue);
  if ("error" in value) return value.error;
  return null;
}

/** The same as text. A number is written out whole: an account must not become 1.9E+13. */
export function textOf(typed: Typed): string {
  if (typed === null) return "";
  if (typed instanceof Date) return typed.toISOString();
  if (typeof typed === "string") return typed;
  return Number.isSafeInteger(typed) ? BigInt(typed).toString() : String(typed);
}

const vietNamMs = 7 * 3_600_000;
/** A date cell holds clock time without a zone, which the reader gives as UTC: in this portal it is the clock of Viet Nam. */
export const instantIn = (cell: Date): string => new Date(cell.getTime() - vietNamMs).toISOString();
/** An instant as such a cell. */
export const cellOf = (instant: Date): Date => new Date(instant.getTime() + vietNamMs);
