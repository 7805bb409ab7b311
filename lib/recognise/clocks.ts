import type { Page } from "./page";
import { type ClockTime, isGlued, lastWithin, longest, type Piece } from "./time-pieces";

const clock =
  /^(\d{1,2}) ?(?::|h|g|gio(?= ?\d| ?kem)) ?([0-5]?\d)(?: ?: ?([0-5]\d)| ?(?:phut|p|') ?([0-5]\d) ?(?:giay|s)(?![a-z]))?(?:'|p(?![a-z])| ?phut)?(?![\d])/;
const hourOnly = /^(\d{1,2}) ?(?:h|g|gio)(?: (ruoi))?(?![a-z0-9])/;
const lessThan = /^(\d{1,2}) ?(?:h|gio) kem (\d{1,2})(?: ?phut|p)?(?![\d])/;
const english = /^(\d{1,2})(?::([0-5]\d)(?::([0-5]\d))?)? ?([ap])\.?m\.?(?![a-z])/;
const partOfDay = /^ ?(sang|trua|chieu|toi|dem|khuya|sa|ch|am|pm|a\.m|p\.m)(?![a-z])/;

/** A time of day that begins at this token: 8h47, 08:47:12, 8 giờ 47 phút, 9h tối, 8:47 PM, 9h kém 15. */
export function timeAt(page: Page, first: number): Piece | undefined {
  const { tokens, reading } = page;
  const token = tokens[first]!;
  if (token.kind === "word") return spokenHour(page, first);
  if (token.kind !== "digits" || token.text.length > 2 || isGlued(page, first)) return undefined;
  const text = reading.text.slice(token.start, token.start + longest);
  const plain = reading.plain.slice(token.start, token.start + longest);
  const read = readClock(page, first, text);
  if (read === undefined || isDuration(page, first, text.slice(read.length), read)) return undefined;
  const half = partOfDay.exec(text.slice(read.length));
  let { hour } = read;
  let { length } = read;
  if (half) {
    const isMe = plain.slice(read.length).trimStart().startsWith("tôi"); // "8h47 tôi chuyển"
    const isToward = plain.slice(read.length).trimStart().startsWith("tới");
    const isSpoken = half[1] !== "toi" || (!isMe && !isToward && (reading.isAccented || read.isSpokenHour));
    if (isSpoken) {
      if (/^(?:chieu|toi|ch|pm|p\.m)$/.test(half[1]!) && hour < 12) hour += 12;
      if (half[1] === "dem" && hour >= 7 && hour < 12) hour += 12;
      if (half[1] === "trua" && hour <= 2) hour += 12;
      if (/^(?:am|sa|a\.m)$/.test(half[1]!) && hour === 12) hour = 0;
      length += half[0].length;
    }
  }
  if (hour > 23) return undefined;
  const last = lastWithin(page, first, text.slice(0, length));
  const isSure = !read.isBare || half !== null || isAt(page, first);
  return {
    first,
    last,
    time: { hour, minute: read.minute, ...(read.second !== undefined && { second: read.second }) },
    isSure,
    score: read.isBare ? 1.8 : 3.6,
  };
}

const spokenHours = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/** "khoảng tám giờ sáng", "bốn giờ kém mười chiều", "ba giờ rưỡi": an hour in words after a word for when. Accented texts only; without accents "tam gio" may be anything. */
function spokenHour(page: Page, first: number): Piece | undefined {
  const { tokens } = page;
  const said = spokenNumber(page, first);
  if (said === undefined || said.value > 12 || tokens[said.last + 1]?.text !== "gio") return undefined;
  if (!/^(?:luc|hoi|khoang|tam)$/.test(tokens[first - 1]?.text ?? "")) return undefined;
  let last = said.last + 1;
  if (tokens[last + 1]?.text === "dong") return undefined; // "giờ đồng hồ"
  let hour = said.value;
  let minute = 0;
  const isLess = tokens[last + 1]?.text === "kem";
  const more = spokenNumber(page, isLess ? last + 2 : last + 1);
  if (tokens[last + 1]?.text === "ruoi") {
    minute = 30;
    last += 1;
  } else if (more !== undefined && more.value < 60) {
    minute = isLess ? 60 - more.value : more.value;
    if (isLess) hour -= 1;
    last = tokens[more.last + 1]?.text === "phut" ? more.last + 1 : more.last;
  }
  const half = /^(?:sang|trua|chieu|dem)$/.exec(tokens[last + 1]?.text ?? "")?.[0];
  const isLate =
    (half === "chieu" || (half === "trua" && hour <= 2) || (half === "dem" && hour >= 7)) && hour < 12;
  return {
    first,
    last: half === undefined ? last : last + 1,
    time: { hour: isLate ? hour + 12 : hour, minute },
    isSure: true,
    score: 2,
  };
}

/** "mười hai", "hai mươi", "bốn mươi lăm": a number below sixty in accented words. */
function spokenNumber({ tokens, reading }: Page, first: number): { value: number; last: number } | undefined {
  const digit = (at: number): number => {
    const token = tokens[at];
    if (token?.kind !== "word") return 0;
    const written = reading.plain.slice(token.start, token.end).toLowerCase();
    return written === "lăm" ? 5 : written === "mốt" ? 1 : spokenHours.indexOf(written) + 1;
  };
  const one = digit(first);
  if (one === 0) return undefined;
  if (one === 10) {
    const next = digit(first + 1);
    return next > 0 && next < 10 ? { value: 10 + next, last: first + 1 } : { value: 10, last: first };
  }
  const token = tokens[first + 1];
  if (token === undefined || reading.plain.slice(token.start, token.end).toLowerCase() !== "mươi")
    return { value: one, last: first };
  const rest = digit(first + 2);
  return rest > 0 && rest < 10
    ? { value: one * 10 + rest, last: first + 2 }
    : { value: one * 10, last: first + 1 };
}

interface Clock extends ClockTime {
  readonly length: number;
  readonly isBare: boolean;
  readonly isSpokenHour: boolean;
}

/** "sáng nay 7 rưỡi", "chiều qua lúc 4 rưỡi": the part of the day is told before. */
function halfAfter({ tokens }: Page, first: number, text: string): RegExpExecArray | null {
  let isTold = false;
  for (let at = first - 1; at >= 0 && first - at <= 4; at -= 1) {
    const { text: word } = tokens[at]!;
    if (/^(?:sang|trua|chieu|dem)$/.test(word)) isTold = true;
    else if (!/^(?:nay|qua|hom|luc|khoang|tam|hoi)$/.test(word)) break;
  }
  return isTold ? /^(\d{1,2}) ruoi(?![a-z])/.exec(text) : null;
}

function readClock(page: Page, first: number, text: string): Clock | undefined {
  const spoken = english.exec(text);
  if (spoken) {
    const [whole, hour, minute = "0", second, half] = spoken;
    const value = (Number(hour) % 12) + (half === "p" ? 12 : 0);
    return {
      hour: value,
      minute: Number(minute),
      second: second === undefined ? undefined : Number(second),
      length: whole.length,
      isBare: false,
      isSpokenHour: false,
    } as Clock;
  }
  const less = lessThan.exec(text);
  if (less)
    return {
      hour: Number(less[1]) - 1,
      minute: 60 - Number(less[2]),
      length: less[0].length,
      isBare: false,
      isSpokenHour: true,
    };
  const full = clock.exec(text);
  if (full && (full[2]!.length === 2 || /[a-z]/.test(full[0]))) {
    const [whole, hour, minute, clockSecond, spokenSecond] = full;
    const second = clockSecond ?? spokenSecond;
    return {
      hour: Number(hour),
      minute: Number(minute),
      ...(second !== undefined && { second: Number(second) }),
      length: whole.length,
      isBare: false,
      isSpokenHour: false,
    };
  }
  const half =
    /^(\d{1,2}) ruoi(?= ?(?:sang|trua|chieu|toi|dem)(?![a-z]))/.exec(text) ?? halfAfter(page, first, text);
  if (half)
    return { hour: Number(half[1]), minute: 30, length: half[0].length, isBare: false, isSpokenHour: true };
  const bare = hourOnly.exec(text);
  if (bare)
    return {
      hour: Number(bare[1]),
      minute: bare[2] === undefined ? 0 : 30,
      length: bare[0].length,
      isBare: true,
      isSpokenHour: true,
    };
  return undefined;
}

const spans = new Set(
  "trong vong sau suot moi mat hon gan duoc keo dai them qua toi khoang cach sau trong_vong within in for".split(
    " ",
  ),
);
const surelySpans = new Set("trong vong suot moi sau them within".split(" "));

/** "trong 24h", "sau 2 giờ", "8h/ngày", "2 giờ đồng hồ": how long, not when. */
function isDuration({ tokens }: Page, first: number, rest: string, { isBare }: Clock): boolean {
  const before = tokens[first - 1]?.text ?? "";
  if (/^ ?(?:\/|dong ho|sau do|truoc do|nua|lien tuc|lam viec|mot ngay|moi ngay|tieng)/.test(rest))
    return true;
  if (isBare && (/^ ?[-–] ?\d{1,2} ?h(?!\d)/.test(rest) || isRangeEnd(tokens, first))) return true; // "ca 2 (13h-21h)"
  if (isBare && /^ ?(?:sau|truoc|qua)(?![a-z])/.test(rest)) return true;
  return isBare && (surelySpans.has(before) || (spans.has(before) && tokens[first - 2]?.text === "trong"));
}

const isRangeEnd = (tokens: Page["tokens"], first: number): boolean =>
  /^[-–]$/.test(tokens[first - 1]?.text ?? "") &&
  tokens[first - 2]?.text === "h" &&
  tokens[first - 3]?.kind === "digits";

function isAt({ tokens, cellOf }: Page, first: number): boolean {
  const before = tokens[first - 1];
  if (before === undefined || before.kind === "break" || cellOf[first]?.holds === "time") return true;
  return /^(?:luc|hoi|vao|khoang|tam|den|toi|tu|sang|chieu|trua|dem|gan|hon|ngay|nay|qua|roi|,|-|\(|\.|[;:])$/.test(
    before.text,
  );
}
