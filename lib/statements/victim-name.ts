const name = "(\\p{Lu}[\\p{L}'’]{0,9}(?:[ \\u00a0]\\p{Lu}[\\p{L}'’]{0,9}){1,5})";
/** How a writer of a statement names himself, or a form names him; the surest first. */
const introductions = [
  new RegExp(
    `(?:^|[^\\p{L}])(?:[Hh]ọ (?:và |, ?)?tên|HỌ (?:VÀ )?TÊN)(?: (?:bị hại|nạn nhân|người (?:trình )?báo))?[ \\t]*[:：][ \\t]*${name}`,
    "u",
  ),
  new RegExp(
    `(?:^|[^\\p{L}])(?:[Nn]gười (?:trình báo|báo tin|bị hại|làm đơn)|[Bb]ị hại|[Nn]ạn nhân)[ \\t]*(?:là|[:：])?[ \\t]+(?:(?:ông|bà|anh|chị|em|cháu)[ \\t]+)?${name}`,
    "u",
  ),
  new RegExp(
    `(?:^|[^\\p{L}])(?:[Tt]ôi|[Ee]m|[Cc]háu|[Mm]ình|[Cc]on)[ \\t]+(?:tên[ \\t]+)?(?:là|tên)[ \\t]*[:：]?[ \\t]*${name}`,
    "u",
  ),
];

/** The name that a statement's writer gives himself, or an empty text: a proposal for the officer, never more. */
export function victimNameIn(text: string): string {
  const head = text.slice(0, 4_000).normalize("NFC");
  for (const introduction of introductions) {
    const found = introduction.exec(head)?.[1];
    if (found) return found.replaceAll("\u00a0", " ").trim();
  }
  return "";
}
