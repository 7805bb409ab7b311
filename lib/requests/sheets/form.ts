import type { Outcome, TargetKind } from "@/lib/generated/prisma/enums";
import type { Field } from "@/lib/requests/kinds/field";
import type { Kind } from "@/lib/requests/kinds/kind";

/** A column of answers: the field, and the outcomes that have it. */
export type SheetColumn = { field: Field; outcomes: Outcome[] };
/** What stands in one cell; rows of money have sheets of their own, files are added on the screen. */
export const inCell = (field: Field) => !["transfers", "cashOuts", "files", "file"].includes(field.type);
export const moneySheets = ["transfers", "cashOuts"] as const;
export type MoneySheet = (typeof moneySheets)[number];

/** The answer's columns of a kind, each once, in the order in which its outcomes name them. */
export function sheetColumns(kind: Pick<Kind, "columns">): SheetColumn[] {
  const columns = new Map<string, SheetColumn>();
  for (const [outcome, fields] of Object.entries(kind.columns) as [Outcome, readonly Field[]][])
    for (const field of fields.filter(inCell)) {
      const known = columns.get(field.key);
      if (known) known.outcomes.push(outcome);
      else columns.set(field.key, { field, outcomes: [outcome] });
    }
  return [...columns.values()];
}

/** Outcomes that a sheet can carry: one that must bring a file is answered on the screen. */
export const sheetOutcomes = (kind: Pick<Kind, "columns">): Outcome[] =>
  (Object.entries(kind.columns) as [Outcome, readonly Field[]][])
    .filter(
      ([, fields]) => !fields.some(({ required, type }) => required && (type === "files" || type === "file")),
    )
    .map(([outcome]) => outcome);

/** Does an outcome of this kind tell rows of money, and of which sort? */
export const tellsMoney = (kind: Pick<Kind, "columns">, sheet: MoneySheet): boolean =>
  Object.values(kind.columns).some((fields) => fields.some(({ type }) => type === sheet));

export type FixedColumn = "itemId" | "version" | "code" | "position" | "target" | "holder" | "disputed";
const holders: readonly TargetKind[] = ["bank_account", "e_wallet"];

/**
 * The columns that say which target a row of this kind is about; `itemId` and `version` are hidden, the others are there to be read.
 * Whose account it is stands on sheets about accounts, an amount where one is disputed.
 */
export const fixedColumns = (kind: Pick<Kind, "targets" | "asksAmount">): FixedColumn[] => [
  "itemId",
  "version",
  "code",
  "position",
  "target",
  ...(kind.targets.some((target) => holders.includes(target)) ? (["holder"] as const) : []),
  ...(kind.asksAmount ? (["disputed"] as const) : []),
];
export const moneyColumns = {
  transfers: [
    "code",
    "position",
    "direction",
    "at",
    "amount",
    "institution",
    "account",
    "name",
    "reference",
    // Where no bank or wallet of the register got it.
    "elsewhere",
    "placeName",
    "country",
    "swift",
  ],
  cashOuts: ["code", "position", "at", "amount", "channel", "place"],
} as const satisfies Record<MoneySheet, readonly string[]>;
/** Rows of one file; more is not read through by anybody. */
export const mostRows = 2_000;
/** Compressed bytes of a filled file; five hundred answers take a tenth of it. */
export const largestSheet = 2 * 1024 * 1024;
