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
  ["credit", /ghi co|phat sinh co|credit|tien vao|so tien vao|\bco\b/],
  ["debit", /ghi no|phat sinh no|debit|tien ra|so tien ra|so tien|amount|gia tri|\bno\b/],
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

/**
 * Finds the row of heads among the letterhead above it: the one in which most columns say what they hold, with a time and an
 * amount among them. Each role is given once, to the leftmost column. Null when there is no such row.
 */
export function layoutOf(rows: readonly (readonly string[])[]): Layout | null {
  let best: Layout | null = null;
  let most = 1;
  for (const [headRow, row] of rows.slice(0, 60).entries()) {
    const seen = new Set<ColumnRole>();
    const columns = row.map((cell) => {
      const role = cell.length > 60 ? "other" : roleOf(cell);
      if (role !== "other" && seen.has(role)) return "other";
      seen.add(role);
      return role;
    });
    const known = columns.filter((role) => role !== "other").length;
    const isTable = seen.has("time") && (seen.has("debit") || seen.has("credit"));
    if (isTable && known > most) {
      best = { headRow, columns };
      most = known;
    }
  }
  return best;
}

/** The heads as one text: two statements of the same form have the same. */
export const headsOf = (rows: readonly (readonly string[])[], { headRow }: Layout): string =>
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
export type RowCounts = { taken: number; incoming: number; sums: number; empty: number };
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
