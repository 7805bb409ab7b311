/** Words of a name in capitals, as banks print them; companies bring their form along. */
const capitals = "\\p{Lu}[\\p{Lu}.&]*(?: \\p{Lu}[\\p{Lu}.&]*){1,8}";
const behind = new RegExp(
  `^[^\\n\\d]{0,40}?(?:tên(?: tk)?|chủ (?:tk|tài khoản)|chu (?:tk|tai khoan)|ten|ctk|[,:;(–-])[ :]*(${capitals})(?![\\p{L}])`,
  "u",
);

/** The holder's name that stands behind an account on its own line, in capitals; empty when there is none. A proposal only. */
export function holderNameAfter(text: string, end: number): string {
  const rest = text.slice(end, end + 120);
  return behind.exec(rest)?.[1]?.replace(/[.\s]+$/, "") ?? "";
}
