import { foldVietnamese } from "@/lib/targets/normalise-text";

/** What a column of a bank's statement may hold for us; `credit` and `balance` are read past, `other` is left out. */
export const columnRoles = [
  "time",
  "debit",
  "credit",
  "balance",
  "toAccount",
  "toBank",
  "toName",
  "fromAccount",
  "reference",
  "description",
  "other",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Heads as Vietnamese banks print them, folded; the first that fits decides. */
const heads: readonly [ColumnRole, RegExp][] = [
  ["balance", /so du|balance/],
  // A sign for both directions is no amount.
  ["other", /\b(?:no|giam|debit|dr)\s*\/\s*(?:ghi )?(?:co|tang|credit|cr)\b/],
  ["credit", /ghi co|phat sinh co|credit|deposit|tien vao|so tien vao|\bco\b|\btang\b/],
  ["debit", /ghi no|phat sinh no|debit|withdrawal|tien ra|so tien ra|so tien|amount|gia tri|\bno\b|\bgiam\b/],
  [
    "toName",
    /ten (?:nguoi|tk|tai khoan|don vi)|nguoi (?:nhan|thu huong)$|chu tai khoan|beneficiary name|account name|ten doi ung/,
  ],
  ["toBank", /ngan hang|bank|nh (?:nhan|thu huong)/],
  ["fromAccount", /(?:tk|tai khoan|account).*(?:chuyen(?! den)|nguon|trich|ghi no)|from/],
  [
    "toAccount",
    /(?:so )?(?:tk|tai khoan).*(?:nhan|huong|doi ung|den)|doi ung|beneficiary acc|to account|so tk|so tai khoan|^account/,
  ],
  [
    "reference",
    /ma (?:gd|giao dich)|so (?:gd|ct|but toan|chung tu)|but toan|\bref|trace|tham chieu|transaction (?:id|no)/,
  ],
  ["time", /ngay|thoi gian|gio|date|time/],
  ["description", /noi dung|dien giai|mo ta|description|remark|ghi chu|chi tiet/],
];

const plain = (text: string) => foldVietnamese(text).replace(/\s+/g, " ").trim();

/** What a head says its column holds. */
export function roleOf(head: string): ColumnRole {
  const folded = plain(head);
  return folded === "" ? "other" : (heads.find(([, is]) => is.test(folded))?.[0] ?? "other");
}

export type Layout = {
  /** Row of the heads, from 0; the rows behind it are the statement's. */
  headRow: number;
  columns: ColumnRole[];
};

/** So many rows from the top may be letterhead. */
const letterhead = 60;

/** What the cells of this row say as heads, as far as the rows below it reach. Each role is given once, to the leftmost column. */
export function columnsOf(rows: readonly (readonly string[])[], headRow: number): ColumnRole[] {
  const row = rows[headRow] ?? [];
  const width = Math.max(...rows.slice(headRow, headRow + 4).map((cells) => cells.length), 0);
  const seen = new Set<ColumnRole>();
  return Array.from({ length: width }, (_, column) => {
    const cell = row[column] ?? "";
    const role = cell.length > 60 ? "other" : roleOf(cell);
    if (role !== "other" && seen.has(role)) return "other";
    seen.add(role);
    return role;
  });
}

/**
 * Finds the row of heads among the letterhead above it: the one in which most columns say what they hold, with a time and an
 * amount among them. Null when there is no such row.
 */
export function layoutOf(rows: readonly (readonly string[])[]): Layout | null {
  let best: Layout | null = null;
  let most = 1;
  for (const headRow of rows.slice(0, letterhead).keys()) {
    const columns = columnsOf(rows, headRow);
    const known = columns.filter((role) => role !== "other").length;
    const isTable = columns.includes("time") && (columns.includes("debit") || columns.includes("credit"));
    if (isTable && known > most) {
      best = { headRow, columns };
      most = known;
    }
  }
  return best;
}

/** Rows that could be heads, from 0: several short cells, and something below them. */
export const headRowsOf = (rows: readonly (readonly string[])[]): number[] =>
  rows
    .slice(0, Math.min(letterhead, rows.length - 1))
    .flatMap((row, index) =>
      row.filter((cell) => cell.trim() !== "" && cell.length <= 60).length >= 2 ? [index] : [],
    );

/**
 * Where no heads are known: the likeliest row, for a person to correct. The one with most cells of words and no figures; of equal ones the
 * first. Its columns hold what their heads say where they say anything. Null when no row could be one.
 */
export function guessedLayout(rows: readonly (readonly string[])[]): Layout | null {
  const words = (index: number) =>
    new Set(rows[index]!.map(plain).filter((cell) => /[a-z]/.test(cell) && !/\d{3}/.test(cell))).size;
  const [headRow] = headRowsOf(rows).sort((a, b) => words(b) - words(a) || a - b);
  return headRow === undefined ? null : { headRow, columns: columnsOf(rows, headRow) };
}

/** The heads as one text: two statements of the same form have the same. */
export const headsOf = (rows: readonly (readonly string[])[], { headRow }: Pick<Layout, "headRow">): string =>
  (rows[headRow] ?? []).map(plain).join(" | ").slice(0, 2000);

/** Columns as the recogniser reads them, in the words that people write above a table. Letters are Vietnamese. */
const titles: Partial<Record<ColumnRole, string>> = {
  time: "Thời gian",
  debit: "Số tiền",
  toAccount: "STK nhận",
  toBank: "Ngân hàng",
  toName: "Tên",
  fromAccount: "TK nguồn",
  reference: "Mã GD",
  description: "Nội dung",
};

/** A column that holds nothing for us. */
export const isLeftOut = (role: ColumnRole): boolean => titles[role] === undefined;

/** A row of sums below the payments: it has an amount, and no time of its own. */
const isSum = (row: readonly string[], time: number): boolean =>
  (time >= 0 && !/\d/.test(row[time] ?? "")) ||
  row.some((cell) => /^(?:tong|cong|tong cong|cong phat sinh|total|sum)(?![a-z])/.test(plain(cell)));

/** What becomes of the rows behind the heads: read as payments, or left out as money that came in, sums, or rows with nothing. */
type RowCounts = { taken: number; incoming: number; sums: number; empty: number };
type Fate = keyof RowCounts;

function fateOf(row: readonly string[], columns: readonly ColumnRole[]): Fate {
  const at = (role: ColumnRole) => row[columns.indexOf(role)] ?? "";
  if (row.every((cell) => cell.trim() === "")) return "empty";
  if (isSum(row, columns.indexOf("time"))) return "sums";
  if (/[1-9]/.test(at("debit"))) return "taken";
  return /[1-9]/.test(at("credit")) ? "incoming" : "empty";
}

/** The rows behind the heads by what becomes of them, and how many columns are read past. */
export function countsOf(
  rows: readonly (readonly string[])[],
  { headRow, columns }: Layout,
): RowCounts & { columns: number } {
  const counts = { taken: 0, incoming: 0, sums: 0, empty: 0 };
  for (const row of rows.slice(headRow + 1)) counts[fateOf(row, columns)] += 1;
  return { ...counts, columns: columns.filter(isLeftOut).length };
}

/** The rows in which money went out, as a table of text under known heads; credits, balances and unknown columns stay behind. */
export function textOf(rows: readonly (readonly string[])[], { headRow, columns }: Layout): string {
  const kept = (Object.keys(titles) as ColumnRole[]).filter((role) => columns.includes(role));
  const lines = rows
    .slice(headRow + 1)
    .filter((row) => fateOf(row, columns) === "taken")
    .map((row) => kept.map((role) => cellOf(row[columns.indexOf(role)] ?? "")).join("\t"));
  return lines.length === 0 ? "" : [kept.map((role) => titles[role]).join("\t"), ...lines].join("\n");
}
const cellOf = (cell: string) => cell.replace(/\s+/g, " ").trim();
