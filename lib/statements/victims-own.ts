import type { Found } from "@/lib/recognise/types";

const me =
  "(?:chúng )?(?:tôi|em|mình|cháu|con|tui)|bị hại|nạn nhân|người (?:bị hại|trình báo|báo tin|làm đơn)";
const label =
  "(?:số )?(?:sđt|sdt|điện thoại|đt|liên hệ|liên lạc|zalo|cccd|cmnd|căn cước(?: công dân)?|định danh(?: cá nhân)?|số)(?: (?:số|liên hệ|di động|cá nhân))*";
const toNumber = "[ \\t]*(?:số[ \\t]*)?(?:là|[:=：-])?[ \\t]*(?:số[ \\t]*)?$";
const others =
  /gọi|nhắn|chuyển|bị lừa|kết bạn|nhận được|đối tượng|nghi (?:phạm|can)|kẻ |bọn|(?:^|[^\p{L}])(?:nó|họ|hắn)(?![\p{L}])/u;

/** "Số điện thoại của tôi là …", "CCCD của em: …", "sđt em …". */
const saidMine = new RegExp(
  `(?:${label}[ \\t]+(?:của[ \\t]+)?|của[ \\t]+)(?:${me})(?![\\p{L}])${toNumber}`,
  "u",
);
/** "Em là Trần Thị Minh, sđt …", "Bị hại: ông Nguyễn Văn An, CCCD …": one breath, from the name to the number. */
const introduced = new RegExp(
  `(?:^|[^\\p{L}])(?:(?:tôi|em|mình|cháu|con)[ \\t]+(?:tên[ \\t]+)?(?:là|tên)|bị hại|nạn nhân|người (?:bị hại|trình báo|báo tin|làm đơn))(?![\\p{L}])([^.!?;\\n]{0,160}?)${label}${toNumber}`,
  "u",
);
/** A form's own lines: "Họ và tên: …" and, a few lines below, "SĐT: …". */
const formLine = new RegExp(`^[ \\t•*+-]*(?:${label})(?:[ \\t]*/[ \\t]*\\p{L}+)?[ \\t]*[:：][ \\t]*$`, "u");
const formHead =
  /^[ \t•*+-]*(?:họ (?:và )?,? ?tên|(?:người )?(?:bị hại|trình báo|báo tin|làm đơn)|nạn nhân)/u;
const otherHead = /đối tượng|nghi (?:phạm|can)|kẻ |người nhận|thụ hưởng/u;
const formLines = 6;

/**
 * Does the text say that this phone or citizen's number is the victim's own, and no suspect's? Own accounts are the recogniser's
 * (`own`). Judged by what stands before the number alone; without a word for it the number stays what it was.
 */
export function isVictims(text: string, { kind, start }: Pick<Found, "kind" | "start">): boolean {
  if (kind !== "phone_number" && kind !== "person_id") return false;
  const before = text
    .slice(Math.max(0, start - 400), start)
    .normalize("NFC")
    .toLowerCase();
  const lines = before.split("\n");
  const line = lines.at(-1) ?? "";
  if (saidMine.test(line)) return true;
  const intro = introduced.exec(sentenceOf(line));
  if (intro && !others.test(intro[1] ?? "")) return true;
  if (!formLine.test(line)) return false;
  const above = lines.slice(0, -1).reverse().slice(0, formLines);
  const head = above.findIndex((each) => formHead.test(each));
  return head >= 0 && !above.slice(0, head + 1).some((each) => otherHead.test(each));
}

/** From the last full stop on; a dot inside a figure or after an initial ends nothing. */
function sentenceOf(line: string): string {
  const stops = [...line.matchAll(/[.!?;][ \t]+/g)];
  const last = stops.findLast(({ index }) => /\p{L}{2}$/u.test(line.slice(0, index)));
  return last === undefined ? line : line.slice(last.index + last[0].length);
}
