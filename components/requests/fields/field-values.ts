import { formatDate, formatDateTime, formatTime, parseLocalDateTime } from "@/lib/i18n/local-time";
import { vndParts } from "@/lib/money/format-vnd";
import type { Field } from "@/lib/requests/kinds/field";
import type { TransferDirection } from "@/lib/requests/kinds/money-rows";
import { onwardOf, type TransferRow } from "../answers/onward-values";
import { digitsOf, instantOf, said } from "../answers/typed-answer";

export type TracedRow = TransferRow & { direction: TransferDirection };
export type FieldValue = string | string[] | TracedRow[];
/** What stands in a form's fields, by the field's key: text as typed, ids of files, rows of transfers. */
export type FieldsTyped = Record<string, FieldValue>;

const isList = ({ type }: Field) => type === "files" || type === "transfers" || type === "cashOuts";

/** An empty form for these fields. */
export const emptyFields = (fields: readonly Field[]): FieldsTyped =>
  Object.fromEntries(fields.map((field) => [field.key, isList(field) ? [] : ""]));

const dayOf = (typed: string): string => {
  const day = parseLocalDateTime(typed);
  return day ? formatDate(day).split("/").reverse().join("-") : typed;
};
const filled = (field: Field, value: string | undefined) => value ?? (field.required ? "" : undefined);

/** One field as its schema reads it; what cannot be read stays as typed, to be refused at its field. */
function read(field: Field, typed: FieldValue | undefined): unknown {
  if (Array.isArray(typed)) return field.type === "transfers" ? (typed as TracedRow[]).map(rowOf) : typed;
  const text = typed ?? "";
  switch (field.type) {
    case "instant":
      return filled(field, instantOf(text));
    case "date":
      return filled(field, text.trim() === "" ? undefined : dayOf(text));
    case "amount":
      return filled(field, said(text) && digitsOf(text));
    case "files":
      // One box alone is no list to the browser.
      return text === "" ? [] : [text];
    default:
      return filled(field, said(text));
  }
}

const rowOf = ({ direction, ...row }: TracedRow) => ({ direction, ...onwardOf(row) });

/** What was typed as JSON for the schema of these fields; nothing typed is nothing said. */
export const toFields = (fields: readonly Field[], typed: FieldsTyped): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = read(field, typed[field.key]);
      return value === undefined ? [] : [[field.key, value]];
    }),
  );

/** What was saved as it stands in a form again. */
export const fromFields = (
  fields: readonly Field[],
  saved: Readonly<Record<string, unknown>> | null,
): FieldsTyped =>
  Object.fromEntries(fields.map((field) => [field.key, writtenOf(field, saved?.[field.key])]));

function writtenOf(field: Field, value: unknown): FieldValue {
  if (isList(field)) return Array.isArray(value) ? (value as string[]) : [];
  if (value === undefined || value === null) return "";
  const text = String(value);
  if (field.type === "instant")
    return field.dayAlone && formatTime(text) === "00:00" ? formatDate(text) : formatDateTime(text);
  if (field.type === "date") return text.split("-").reverse().join("/");
  return field.type === "amount" && /^\d+$/.test(text) ? vndParts(BigInt(text)).digits : text;
}
