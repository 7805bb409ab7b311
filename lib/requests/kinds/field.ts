/** What a field of a request or of an answer is; forms, Excel, letters and summaries know how to show each. */
export const fieldTypes = [
  "text",
  "longText",
  "amount",
  "instant",
  "date",
  "enum",
  "count",
  "account",
  "personId",
  "phone",
  "organisation",
  "transfers",
  "cashOuts",
  "files",
  "file",
] as const;
export type FieldType = (typeof fieldTypes)[number];

/**
 * One field in its place. Its label is `answers.fields.<key>`, an option's is `answers.options.<key>.<option>`. The same description
 * makes the zod schema (field-schema.ts), the form, the summary, the columns of Excel and the lines of a letter.
 *
 * As JSON: `amount` whole VND as digits, `instant` ISO in UTC, `date` YYYY-MM-DD, `count` an integer, `organisation` the id of an
 * organisation of the register, `file` the id of an attachment, `files` several, `transfers` and `cashOuts` rows, all others text.
 */
export type Field = {
  key: string;
  type: FieldType;
  required: boolean;
  /** The values of an `enum`, in order. */
  options?: readonly string[];
  /** Characters of a text, or bounds of a count. */
  min?: number;
  max?: number;
  /** Counts: a number that names something, such as a port, and is written without dots. */
  isName?: boolean;
  /** Instants: what has happened, or what is still to come. */
  when?: "past" | "future";
  /** Instants: a day may be typed without its hour. */
  dayAlone?: boolean;
  /** Instants: later than the field of this key. */
  after?: string;
  /** Amounts: nothing at all is an amount too. */
  zero?: boolean;
  /** Transfers: rows say whether money came in or went out. */
  bothWays?: boolean;
  /** What stands in a new form: the minute of opening, or the value of a field of the request. */
  proposed?: "now" | { of: string };
  /** Longer texts that leave as short messages: their parts are counted beside the field. */
  isMessage?: boolean;
  /** Kept as proof: its SHA-256 is laid beside it as `<key>Hash`, and so is that of a `file`. */
  isKept?: boolean;
  /** What a text must be, and the code of the refusal. */
  test?: { is: (typed: string) => boolean; code: string };
};

type More = Omit<Partial<Field>, "key" | "type" | "required">;
/** A field that has to be filled in. */
export const must = (key: string, type: FieldType, more: More = {}): Field => ({
  key,
  type,
  required: true,
  ...more,
});
/** A field that may stay empty. */
export const may = (key: string, type: FieldType, more: More = {}): Field => ({
  key,
  type,
  required: false,
  ...more,
});
