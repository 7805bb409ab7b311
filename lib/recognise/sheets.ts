import { foldVietnamese } from "@/lib/targets/normalise-text";

/** What a column holds, read from its head. `other` blocks: order numbers and the like are no targets. */
export type Column =
  | "account"
  | "fromAccount"
  | "bank"
  | "fromBank"
  | "amount"
  | "balance"
  | "fee"
  /** Money that came in. */
  | "received"
  | "phone"
  | "person"
  | "time"
  | "reference"
  | "wallet"
  | "other"
  | "unknown";

export interface Cell {
  /** Where the row's line starts: no other row has that number. */
  readonly row: number;
  readonly column: number;
  /** Places in the folded text. */
  readonly start: number;
  readonly end: number;
  readonly holds: Column;
}

/** Rows of a spreadsheet pasted into a text, with or without a head. */
export interface Sheet {
  readonly start: number;
  readonly end: number;
  readonly hasHead: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

const heads: [Column, RegExp][] = [
  ["balance", /so du|balance|con lai/],
  ["fromBank", /(?:nh|ngan hang|bank) (?:gui|chuyen|nguon|bi hai|nan nhan)|from bank/],
  [
    "fromAccount",
    /(?:tk|stk|tai khoan|account).*(?:gui|nguon|chuyen(?! den)|bi hai|nan nhan|nguoi chuyen|trich|ghi no)|^tu (?:tk|stk|tai khoan)|^from/,
  ],
  ["bank", /^(?:nh|ngan hang|bank|bank name|ten ngan hang|nh nhan|nh thu huong)\b|ngan hang|^bin$/],
  ["wallet", /^vi\b|vi dien tu|wallet/],
  ["reference", /ma gd|ma giao dich|so gd|ref|so ct|ma ct|ma tham chieu|transaction id|but toan|trace/],
  [
    "other",
    /ma don|don hang|ma kh|^stt$|^tt$|^no$|order|van don|mst|^ho|^ten|chu tk|chu tai khoan|dia chi|bien so|name|nguoi nhan$|imei/,
  ],
  ["account", /stk|so tk|tai khoan|^tk|account|acc|so the|a\/c/],
  ["received", /ghi co|phat sinh co|ps co|credit|tien vao|so tien nhan(?! )/],
  ["fee", /^(?:tien |so tien )?(?:phi|thue|vat|fee)\b/],
  ["amount", /so tien|^tien|amount|^st\b|gia tri|ghi no|phat sinh|\(vnd\)|thanh tien|thiet hai|debit/],
  ["phone", /sdt|dien thoai|^dt\b|phone|so dt|mobile|tel|hotline/],
  ["person", /cccd|cmnd|can cuoc|cmt|dinh danh/],
  ["time", /ngay|gio|thoi gian|date|time|luc/],
];

/**
 * Finds runs of lines with the same parts: tabs, bars, semicolons, or commas in at least two lines alike. A single line is a row only
 * when it has tabs, which nobody types in a sentence.
 */
export function sheetsOf(text: string): Sheet[] {
  const lines: { start: number; end: number }[] = [];
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf("\n", start);
    lines.push({ start, end: end < 0 ? text.length : end });
    if (end < 0) break;
    start = end + 1;
  }
  const sheets: Sheet[] = [];
  for (let at = 0; at < lines.length;) {
    const found = runFrom(text, lines, at);
    if (found === undefined) {
      at += 1;
      continue;
    }
    sheets.push(sheet(text, lines.slice(at, at + found.count), found.mark));
    at += found.count;
  }
  return sheets;
}

type Line = { start: number; end: number };
const marks = ["\t", "|", ";", ","] as const;

function runFrom(text: string, lines: readonly Line[], at: number) {
  for (const mark of marks) {
    const parts = count(text, lines[at]!, mark);
    if (parts < (mark === "\t" ? 1 : 2)) continue;
    let size = 1;
    while (at + size < lines.length && isLike(count(text, lines[at + size]!, mark), parts, mark)) size += 1;
    const isSheet =
      size > 1
        ? mark !== "," || (isTerse(text, lines.slice(at, at + size)) && parts > thousands(text, lines[at]!))
        : mark === "\t" && parts > 1;
    if (isSheet) return { mark, count: size };
  }
  return undefined;
}

/** A row may lack its last, empty cells; a line parted by commas must match, for sentences have commas too. */
const isLike = (found: number, parts: number, mark: string) =>
  mark === "," || mark === ";" ? found === parts : found > 0 && Math.abs(found - parts) <= 1;

/** Commas inside figures ("20,000,000") part no cells. */
const thousands = (text: string, { start, end }: Line): number =>
  text.slice(start, end).match(/(?<=\d),(?=\d{3}(?!\d))/g)?.length ?? 0;

/** Sentences have commas too: in a row the parts are short. */
const isTerse = (text: string, lines: readonly Line[]) =>
  lines.every((line) =>
    split(text, line, ",").every((cell) => text.slice(cell.start, cell.end).trim().split(/ +/).length <= 5),
  );

function count(text: string, { start, end }: Line, mark: string): number {
  let found = 0;
  let isQuoted = false;
  for (let at = start; at < end; at += 1) {
    const unit = text.charAt(at);
    if (unit === '"' && (isQuoted || at === start || text.charAt(at - 1) === mark)) isQuoted = !isQuoted;
    else if (unit === mark && !isQuoted) found += 1;
  }
  // A quote that nobody closed parts nothing off.
  return isQuoted ? split(text, { start, end }, mark).length - 1 : found;
}

function sheet(text: string, lines: readonly Line[], mark: string): Sheet {
  const cells = lines.map((line) => split(text, line, mark));
  const names = (cells[0] ?? []).map(({ start, end }) => headOf(text.slice(start, end)));
  const isLedger = names.includes("co") || names.includes("ghi co") || names.includes("credit");
  // "Nợ;Có;Số dư" is a ledger, "No" alone a number in a list.
  const head = names.map((name) =>
    isLedger && name === "no" ? "amount" : isLedger && name === "co" ? "received" : columnOf(name),
  );
  const isHead =
    !/\d{5}/.test(text.slice(lines[0]!.start, lines[0]!.end)) &&
    head.filter((column) => column !== "unknown").length >= Math.min(2, head.length);
  const columns = isHead ? head : [];
  return {
    start: lines[0]!.start,
    end: lines.at(-1)!.end,
    hasHead: isHead,
    rows: cells.slice(isHead ? 1 : 0).map((row, at) =>
      row.map((cell, column) => ({
        ...cell,
        row: lines[at + (isHead ? 1 : 0)]!.start,
        column,
        holds: columns[column] ?? "unknown",
      })),
    ),
  };
}

/** A cell in quotes may hold the mark: `"2,500,000"`. A quote that is not closed on its line is a quote and no more. */
function split(text: string, { start, end }: Line, mark: string): Line[] {
  const cells: Line[] = [];
  for (let from = start; from <= end;) {
    const closing = text.charAt(from) === '"' ? text.indexOf('"', from + 1) : -1;
    const isQuoted =
      closing > 0 && closing < end && (closing + 1 === end || text.charAt(closing + 1) === mark);
    const found = text.indexOf(mark, isQuoted ? closing + 1 : from);
    const to = found < 0 || found > end ? end : found;
    cells.push(isQuoted ? { start: from + 1, end: closing } : { start: from, end: to });
    from = to + 1;
  }
  return cells;
}

const headOf = (head: string): string =>
  foldVietnamese(head)
    .replace(/[^a-z0-9/()]+/g, " ")
    .trim();

function columnOf(text: string): Column {
  if (text === "") return "unknown";
  return heads.find(([, pattern]) => pattern.test(text))?.[0] ?? "unknown";
}
