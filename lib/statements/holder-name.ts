import { foldVietnamese } from "@/lib/targets/normalise-text";

/** Words of a name in capitals, as banks print them; companies bring their form along. */
const capitals = "\\p{Lu}[\\p{Lu}.&]*(?: \\p{Lu}[\\p{Lu}.&]*){1,8}";
const behind = new RegExp(
  `^[^\\n\\d]{0,40}?(?:tên(?: tk)?|chủ (?:tk|tài khoản)|chu (?:tk|tai khoan)|ten|ctk|[,:;(–-])[ :]*(${capitals})(?![\\p{L}])`,
  "u",
);

/** The holder's name that stands behind an account on its own line, in capitals; empty when there is none. A proposal only. */
export function holderNameAfter(text: string, end: number): string {
  const inTable = cellUnderHead(text, end);
  if (inTable !== null) return inTable;
  const rest = text.slice(end, end + 120);
  return behind.exec(rest)?.[1]?.replace(/[.\s]+$/, "") ?? "";
}

const nameHead = /^(?:tên|họ tên|chủ (?:tk|tài khoản)|người (?:nhận|thụ hưởng))/iu;

/** What stands in the row under a head of names; null where the account stands in no table with such a column. */
function cellUnderHead(text: string, end: number): string | null {
  const from = text.lastIndexOf("\n", end - 1) + 1;
  const to = text.indexOf("\n", end);
  const row = text.slice(from, to < 0 ? text.length : to);
  if (!row.includes("\t")) return null;
  const above = text.slice(0, from).split("\n").slice(0, -1).reverse();
  const head = above.find((line) => line.split("\t").some((cell) => nameHead.test(cell.trim())));
  if (head === undefined || above.slice(0, above.indexOf(head)).some((line) => !line.includes("\t")))
    return null;
  const column = head.split("\t").findIndex((cell) => nameHead.test(cell.trim()));
  const name = (row.split("\t")[column] ?? "").trim();
  return /\d/.test(name) ? "" : name;
}

const services =
  /(?:^|[^a-z])(?:evn\w*|dien luc|cong ty dien|nuoc sach|cap nuoc|kho bac|bao hiem xa hoi|bhxh|benh vien|truong (?:dai hoc|thpt|thcs|tieu hoc|mam non)|thue|tien dien|tien nuoc|hoc phi|vien phi|cuoc (?:dt|dien thoai|internet|vien thong|fpt|vnpt|viettel)|nap the|ve tau|ve may bay)(?![a-z])/;

/** Is this the account of a service or a public body, by its name or by what its row says was paid? Never for a free text. */
export function isService(text: string, end: number, name: string): boolean {
  const from = text.lastIndexOf("\n", end - 1) + 1;
  const to = text.indexOf("\n", end);
  const row = text.slice(from, to < 0 ? text.length : to);
  return services.test(foldVietnamese(name)) || (row.includes("\t") && services.test(foldVietnamese(row)));
}
