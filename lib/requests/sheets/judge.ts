import { answerSchema } from "@/lib/requests/kinds/field-schema";
import { fieldsOf } from "@/lib/fields";
import type { Outcome } from "@/lib/generated/prisma/enums";
import { parseLocalDateTime, parseLocalMoment } from "@/lib/i18n/local-time";
import type { Field } from "@/lib/requests/kinds/field";
import type { Kind } from "@/lib/requests/kinds/kind";
import { instantIn, textOf, type Typed } from "@/lib/sheets/cell";
import { sheetColumns, sheetOutcomes } from "./form";
import { codeOf, optionLabel, outcomeLabel } from "./words";

/** The cells of a row by the key of their column; `transfers` and `cashOuts` are the rows of the money sheets about it. */
export type Cells = Record<string, Typed>;
export type MoneyRows = { transfers: Record<string, unknown>[]; cashOuts: Record<string, unknown>[] };
export type Judged =
  | { state: "blank" }
  | { state: "ready"; outcome: Outcome; answer: Record<string, unknown> }
  | { state: "wrong"; errors: { key: string; code: string }[] };

/** The organisation that a cell names, by short name, name or alias; null when there is none. */
export type NamesOrganisation = (typed: string) => string | null;

/** Reads a row as the answer it means, and judges it by the kind's own schema, as the form is judged. */
export function judge(
  kind: Kind,
  cells: Cells,
  money: MoneyRows,
  organisationOf: NamesOrganisation,
  now: Date,
): Judged {
  const columns = sheetColumns(kind);
  const filled = columns.filter(({ field }) => cells[field.key] !== null && cells[field.key] !== undefined);
  const tells = filled.length > 0 || money.transfers.length > 0 || money.cashOuts.length > 0;
  const typedOutcome = textOf(cells.outcome ?? null);
  if (typedOutcome === "")
    return tells ? { state: "wrong", errors: [{ key: "outcome", code: "required" }] } : { state: "blank" };
  const outcome = codeOf(typedOutcome, sheetOutcomes(kind), outcomeLabel);
  if (!outcome) return { state: "wrong", errors: [{ key: "outcome", code: "sheet.outcome" }] };
  const errors: { key: string; code: string }[] = [];
  const answer: Record<string, unknown> = { outcome };
  for (const { field, outcomes } of filled) {
    if (!outcomes.includes(outcome)) {
      // Nothing is dropped in silence: what this outcome does not tell has to be taken out by whoever wrote it.
      errors.push({ key: field.key, code: "sheet.notOfOutcome" });
      continue;
    }
    const value = valueOf(field, cells[field.key] as Typed, organisationOf);
    if (isWrong(value)) errors.push({ key: field.key, code: value.code });
    else answer[field.key] = value;
  }
  const fields = kind.columns[outcome] ?? [];
  for (const sheet of ["transfers", "cashOuts"] as const) {
    if (fields.some(({ type }) => type === sheet)) answer[sheet] = money[sheet];
    else if (money[sheet].length > 0) errors.push({ key: "outcome", code: `sheet.noMoney.${sheet}` });
  }
  const parsed = answerSchema(kind, now).safeParse(answer);
  if (!parsed.success)
    for (const [path, code] of Object.entries(fieldsOf(parsed.error)))
      if (!errors.some(({ key }) => key === path)) errors.push(problemAt(path, code, fields, answer));
  return errors.length === 0 && parsed.success
    ? { state: "ready", outcome, answer: parsed.data as unknown as Record<string, unknown> }
    : { state: "wrong", errors };
}

/** A refusal of the schema as the sheet has it: an empty cell is required, and rows that are missing belong to the result. */
function problemAt(
  path: string,
  code: string,
  fields: readonly Field[],
  answer: Record<string, unknown>,
): { key: string; code: string } {
  const field = fields.find(({ key }) => key === path);
  if (field?.type === "transfers" || field?.type === "cashOuts")
    return { key: "outcome", code: code === "required" ? `sheet.needsMoney.${field.type}` : code };
  const isEmpty = field !== undefined && (answer[path] === undefined || answer[path] === "");
  return { key: path, code: isEmpty || code === "money.errors.empty" ? "required" : code };
}

type Wrong = { code: string };
const isWrong = (value: unknown): value is Wrong =>
  typeof value === "object" && value !== null && "code" in value;

/** One cell as its field takes it; what cannot be read is left for the schema, or refused with a better word here. */
export function valueOf(field: Field, typed: Typed, organisationOf: NamesOrganisation): unknown {
  switch (field.type) {
    case "amount":
    case "count":
      return typed instanceof Date ? { code: "sheet.number" } : typed;
    case "instant":
      return instantOf(typed, field.dayAlone === true);
    case "date":
      return instantOf(typed, true).slice(0, 10);
    case "enum":
      return (
        codeOf(textOf(typed), field.options ?? [], (language, option) =>
          optionLabel(language, field.key, option),
        ) ?? { code: "sheet.option" }
      );
    case "account":
    case "personId":
    case "phone":
      // A number has lost its leading zeros, and a long one its last digits.
      return typeof typed === "string" ? typed : { code: "sheet.asText" };
    case "organisation":
      return organisationOf(textOf(typed)) ?? { code: "sheet.organisation" };
    default:
      return textOf(typed);
  }
}

/** An instant as ISO; what is none stays as it was typed, for the schema to refuse. */
export function instantOf(typed: Typed, dayAlone: boolean): string {
  if (typed instanceof Date) return instantIn(typed);
  const text = textOf(typed);
  const at = dayAlone ? parseLocalDateTime(text) : parseLocalMoment(text);
  return at?.toISOString() ?? text;
}
