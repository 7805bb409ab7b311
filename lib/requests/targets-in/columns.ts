import type { Field } from "@/lib/requests/kinds/field";
import type { Kind } from "@/lib/requests/kinds/kind";
import { inCell } from "@/lib/requests/sheets/form";
import { fieldLabel, sheetWords } from "@/lib/requests/sheets/words";
import { type Language, languages } from "@/lib/i18n/languages";
import type { FileRow } from "@/lib/sheets/sheets-of-file";
import { textOf } from "@/lib/sheets/cell";
import { foldVietnamese } from "@/lib/targets/normalise-text";
import { type TargetKind, targetKinds } from "@/lib/targets/target-kind";

type OwnKey = "kind" | "value" | "institution" | "holderName" | "disputedAmount" | "overGround" | "note";
/** A column of the file: one of ours, or what the kind of request asks of each target. */
export type TargetColumn = { key: OwnKey } | { key: `details.${string}`; field: Field };

/** Rows of one file: four requests full. */
export const mostTargetRows = 2_000;
/** Rows of a title above the heads. */
export const mostHeadRows = 40;

/** The kinds of target that a file may name: those of the request that it is for, else all. */
export const kindsIn = (kind: Kind | null): readonly TargetKind[] => kind?.targets ?? targetKinds;

/** The columns of a file for this kind of request, or for the case alone. */
export function targetColumns(kind: Kind | null): TargetColumn[] {
  const asked = (kind?.details.target ?? []).filter(inCell);
  return [
    { key: "kind" },
    { key: "value" },
    { key: "institution" },
    { key: "holderName" },
    ...(kind?.asksAmount ? [{ key: "disputedAmount" } as const, { key: "overGround" } as const] : []),
    ...asked.map((field) => ({ key: `details.${field.key}` as const, field })),
    { key: "note" },
  ];
}

export const columnLabel = (language: Language, column: TargetColumn): string =>
  "field" in column
    ? fieldLabel(language, column.field.key)
    : sheetWords(language)(`sheets.targets.columns.${column.key}`);

export const kindLabel = (language: Language, kind: TargetKind): string =>
  sheetWords(language)(`targets.kinds.${kind}`);

const plain = (text: string) =>
  foldVietnamese(text)
    .replace(/[\s_:*]+/g, " ")
    .trim();

/** Heads as officers write them above lists of their own, folded; the first that fits decides. */
const heads: readonly [OwnKey, RegExp][] = [
  ["value", /^(?:so )?(?:tai khoan|tk|stk)\b/],
  [
    "holderName",
    /chu (?:tk|tai khoan|vi|the|so huu|thue bao)|ten (?:chu|tk|tai khoan|nguoi)|ho (?:va )?ten|holder|owner/,
  ],
  ["institution", /ngan hang|nha mang|noi quan ly|to chuc|bank|institution|operator|keeper/],
  ["disputedAmount", /so tien|amount/],
  ["kind", /^loai|^kind|^type/],
  ["note", /ghi chu|^note/],
  [
    "value",
    /so (?:tai khoan|tk|vi|dien thoai|dt)|^(?:stk|tk|sdt|dt|ip|imei|url|link|sim)$|^doi tuong|^gia tri|dien thoai|phone|account|dia chi|ten mien|domain|duong dan|^value|^target/,
  ],
];

/** Only counts the rows. */
const ordinal = /^(?:stt|tt|so thu tu|no\.?|#)$/;

/** What a column of an officer's own list is about when nothing else says so. */
const implied: readonly [TargetKind, RegExp][] = [
  ["phone_number", /dien thoai|^(?:sdt|dt)$|phone/],
  ["bank_account", /so (?:tai khoan|tk)|^(?:stk|tk)$|account/],
  ["ip_address", /\bip\b/],
  ["domain", /ten mien|domain/],
  ["imei", /imei/],
  ["url", /duong dan|^(?:url|link)$/],
];

export type Head = {
  /** Row of the heads, as Excel counts. */
  number: number;
  /** Place of each column that is read, from 0, with its heading. */
  places: Map<TargetColumn, { at: number; heading: string }>;
  /** Columns with a heading that is none of ours. */
  others: { at: number; heading: string }[];
  /** The kind that the heading of the values names, where there is no column of kinds. */
  implied: TargetKind | null;
};

/** Finds the row of heads above a list: the one that names most columns, the values among them. Null when there is none. */
export function headOf(rows: readonly FileRow[], columns: readonly TargetColumn[]): Head | null {
  let best: Head | null = null;
  for (const { number, cells } of rows.slice(0, mostHeadRows)) {
    const head: Head = { number, places: new Map(), others: [], implied: null };
    const typed = cells.map((cell) => plain(textOf(cell)));
    // What is named in our own words comes first, so that a likeness does not take its place.
    const exact = typed.map((name) =>
      columns.find((column) => name !== "" && labelsOf(column).includes(name)),
    );
    for (const [at, name] of typed.entries()) {
      if (name === "") continue;
      const like = name.length > 60 ? undefined : heads.find(([, is]) => is.test(name))?.[0];
      const column =
        exact[at] ?? columns.find(({ key }) => key === like && !exact.some((one) => one?.key === key));
      const heading = textOf(cells[at] ?? null);
      if (ordinal.test(name)) continue;
      if (!column || head.places.has(column)) head.others.push({ at, heading });
      else {
        head.places.set(column, { at, heading });
        if (column.key === "value") head.implied = implied.find(([, is]) => is.test(name))?.[0] ?? null;
      }
    }
    const names = [...head.places.keys()].some(({ key }) => key === "value");
    if (names && head.places.size > (best?.places.size ?? 0)) best = head;
  }
  return best;
}

const labelsOf = (column: TargetColumn): string[] => [
  column.key,
  ...languages.map((language) => plain(columnLabel(language, column))),
];
