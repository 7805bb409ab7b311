import type { Page } from "./page";
import { type CalendarDay, isGlued, lastWithin, longest, type Piece } from "./time-pieces";

const numericDay = /^(\d{1,2})([/.-]| - | \/ )(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d])/;
const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const spokenDay = /^(\d{1,2}) ?(?:tay )?(?:thang|thg|th) ?(\d{1,2})(?:(?:,? ?nam|,| -|\/)? ?(\d{4}))?(?!\d)/;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthName = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,6})";
const englishDay = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${monthName}\\.?,?[ -](\\d{4})(?!\\d)`);
const americanDay = new RegExp(`^${monthName}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`);
/** Without a year only whole names and capitals: "may 5" and "dec 3" are words of Vietnamese or nothing. */
const americanShort =
  /^(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov) (\d{1,2})(?:st|nd|rd|th)?(?![\d.:/-]|,\d| ?(?:tr|k|m|USD|VND|d|h)\b)/;
const englishShort =
  /^(\d{1,2})(?:st|nd|rd|th)? (January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov)(?![a-zA-Z])/;

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
    if (!american) {
      const short = americanShort.exec(reading.plain.slice(token.start, token.start + longest));
      if (!short) return undefined;
      return piece(
        page,
        first,
        short[0],
        dayOf(short[2], monthOf(short[1]!.slice(0, 3).toLowerCase()), undefined, page.now),
        true,
      );
    }
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
  const short = englishShort.exec(reading.plain.slice(token.start, token.start + longest));
  if (short)
    return piece(
      page,
      first,
      short[0],
      dayOf(short[1], monthOf(short[2]!.slice(0, 3).toLowerCase()), undefined, page.now),
      true,
    );
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
