import type { Page } from "./page";

export interface CalendarDay {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}
/** The clock of Viet Nam, 0 to 23 hours. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}
/** A day or a time in the text. One that is not sure counts only beside its other half. */
export interface Piece {
  readonly first: number;
  readonly last: number;
  readonly day?: CalendarDay;
  readonly time?: ClockTime;
  readonly isSure: boolean;
  readonly score: number;
}

const longest = 64;
const numericDay = /^(\d{1,2})([/.-]| - | \/ )(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d])/;
const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const spokenDay = /^(\d{1,2}) ?(?:thang|thg|th) ?(\d{1,2})(?:(?:,? ?nam|,| -|\/)? ?(\d{4}))?(?!\d)/;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthName = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,6})";
const englishDay = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${monthName}\\.?,?[ -](\\d{4})(?!\\d)`);
const americanDay = new RegExp(`^${monthName}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`);

/** A day that begins at this token. */
export function dayAt(page: Page, first: number): Piece | undefined {
  const { tokens, reading } = page;
  const token = tokens[first]!;
  const isWord = token.kind === "word";
  if (token.kind !== "digits" && !isWord) return undefined;
  if (isWord && !months.includes(token.text.slice(0, 3))) return undefined;
  if (!isWord && isGlued(page, first)) return undefined;
  const text = reading.text.slice(token.start, token.start + longest);
  if (isWord) {
    const american = americanDay.exec(text);
    if (!american) return undefined;
    return piece(
      page,
      first,
      american[0],
      dayOf(american[2], monthOf(american[1]), american[3], page.now),
      true,
    );
  }
  const iso = isoDay.exec(text);
  if (iso) return piece(page, first, iso[0], dayOf(iso[3], iso[2], iso[1], page.now), true);
  const spoken = spokenDay.exec(text);
  if (spoken) return piece(page, first, spoken[0], dayOf(spoken[1], spoken[2], spoken[3], page.now), true);
  const english = englishDay.exec(text);
  if (english)
    return piece(page, first, english[0], dayOf(english[1], monthOf(english[2]), english[3], page.now), true);
  const numeric = numericDay.exec(text);
  if (!numeric) return undefined;
  const [whole, day, mark, month, year] = numeric;
  if (mark === "." && year === undefined) return undefined;
  if (
    /^[/.-]\d/.test(text.slice(whole.length)) ||
    /^[a-z%]/.test(text.slice(whole.length).replace(/^(?:h|luc|,|va|thi|toi|t\d)(?![a-z])/, ""))
  )
    return undefined;
  return piece(
    page,
    first,
    whole,
    dayOf(day, month, year, page.now),
    year !== undefined || isNamedDay(page, first, day, month, mark),
  );
}

const monthOf = (name: string | undefined) => String(months.indexOf((name ?? "").slice(0, 3)) + 1);

function dayOf(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  now: Date,
): CalendarDay | undefined {
  const [d, m] = [Number(day), Number(month)];
  if (!(d >= 1 && d <= 31 && m >= 1 && m <= 12) || d > new Date(Date.UTC(2024, m, 0)).getUTCDate())
    return undefined;
  if (year === undefined) return { day: d, month: m };
  const y = year.length === 2 ? century(Number(year), now) : Number(year);
  return y >= 1900 && y <= 2100 ? { day: d, month: m, year: y } : undefined;
}

/** Two digits of a year mean one that has begun, or the next. */
function century(short: number, now: Date): number {
  const next = now.getUTCFullYear() + 1;
  const year = next - (next % 100) + short;
  return year <= next ? year : year - 100;
}

function piece(
  page: Page,
  first: number,
  written: string,
  day: CalendarDay | undefined,
  isSure: boolean,
): Piece | undefined {
  if (day === undefined) return undefined;
  const last = lastWithin(page, first, written);
  return { first, last, day, isSure, score: day.year === undefined ? 2.4 : 4 };
}

function lastWithin({ tokens }: Page, first: number, written: string): number {
  const end = tokens[first]!.start + written.trimEnd().length;
  let last = first;
  while (last + 1 < tokens.length && tokens[last + 1]!.end <= end) last += 1;
  return last;
}

const dayWords = new Set(
  "ngay hom sang trua chieu toi dem tu den toi luc hoi khuya va mung nay qua".split(" "),
);
const places = new Set(
  "so nha ngo hem ngach kiet duong duong pho tang lo km to thon ap khu ql tl quoc lo ty le hop dong qd tb ct".split(
    " ",
  ),
);

/** "20/11" is a day after a word for one or at the head of a line; "12/5" after a street is a house, "1/2" and "24/7" are neither. */
function isNamedDay(
  page: Page,
  first: number,
  day: string | undefined,
  month: string | undefined,
  mark: string | undefined,
): boolean {
  const { tokens } = page;
  if (`${day}/${month}` === "24/7" || `${day}/${month}` === "1/2") return false;
  const before = tokens[first - 1];
  if (before !== undefined && dayWords.has(before.text)) return true;
  if (mark !== "/") return false;
  if (before !== undefined && (places.has(before.text) || before.kind === "digits")) return false;
  const isHead = before === undefined || before.kind === "break" || /^[[(,:;.\t|*•-]$/.test(before.text);
  return (
    isHead ||
    (page.cellOf[first]?.holds ?? "") === "time" ||
    Number(day) > 12 ||
    (day?.length === 2 && month?.length === 2)
  );
}

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
  if (token.kind !== "digits" || token.text.length > 2 || isGlued(page, first)) return undefined;
  const text = reading.text.slice(token.start, token.start + longest);
  const plain = reading.plain.slice(token.start, token.start + longest);
  const read = readClock(text);
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

interface Clock extends ClockTime {
  readonly length: number;
  readonly isBare: boolean;
  readonly isSpokenHour: boolean;
}

function readClock(text: string): Clock | undefined {
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
  const half = /^(\d{1,2}) ruoi(?= ?(?:sang|trua|chieu|toi|dem)(?![a-z]))/.exec(text);
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
  if (isBare && /^ ?(?:sau|truoc|qua)(?![a-z])/.test(rest)) return true;
  return isBare && (surelySpans.has(before) || (spans.has(before) && tokens[first - 2]?.text === "trong"));
}

function isAt({ tokens, cellOf }: Page, first: number): boolean {
  const before = tokens[first - 1];
  if (before === undefined || before.kind === "break" || cellOf[first]?.holds === "time") return true;
  return /^(?:luc|hoi|vao|khoang|tam|den|toi|tu|sang|chieu|trua|dem|gan|hon|ngay|nay|qua|roi|,|-|\(|\.|[;:])$/.test(
    before.text,
  );
}

/** Digits that hang on something else: part of a longer figure, an address, a fraction. */
function isGlued({ tokens, cellOf }: Page, at: number): boolean {
  const before = tokens[at - 1];
  if (
    before === undefined ||
    tokens[at]!.gap > 0 ||
    (cellOf[at] !== undefined && cellOf[at - 1] === undefined)
  )
    return false;
  if (before.kind === "digits" || before.kind === "word")
    return !/^(?:ngay|luc|hoi|t|l|vao)$/.test(before.text);
  return (
    /^[/.,:@#_$-]$/.test(before.text) &&
    before.gap === 0 &&
    (tokens[at - 2]?.kind === "digits" || /^[/@#_$]$/.test(before.text))
  );
}
