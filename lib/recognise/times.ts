import type { Candidate } from "./candidates";
import { timeAt } from "./clocks";
import { dayAt } from "./days";
import type { CalendarDay, ClockTime, Piece } from "./time-pieces";
import type { Page } from "./page";

/**
 * Days and times. A day with its year and a time beside it are one find in ISO 8601 with Viet Nam's offset
 * (`2026-11-20T08:47:00+07:00`). What is not whole stays what is written: `2026-11-20`, `--11-20`, `08:47`, `--11-20T08:47`.
 * "Hôm qua" is no find, for the text alone does not say which day that is.
 */
export function times(page: Page): Candidate[] {
  const pieces = piecesOf(page);
  const found: Candidate[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const [piece, next] = [pieces[at]!, pieces[at + 1]];
    if (next !== undefined && canJoin(page, piece, next)) {
      found.push(
        made(page, piece.first, next.last, valueOf(piece.day ?? next.day, piece.time ?? next.time), 5),
      );
      at += 1;
    } else if (piece.isSure) {
      found.push(made(page, piece.first, piece.last, valueOf(piece.day, piece.time), piece.score));
    }
  }
  return found;
}

function piecesOf(page: Page): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < page.tokens.length;) {
    const piece = page.tokens[at]!.kind === "break" ? undefined : (dayAt(page, at) ?? timeAt(page, at));
    if (piece !== undefined) pieces.push(piece);
    at = piece === undefined ? at + 1 : piece.last + 1;
  }
  return pieces;
}

const between = new Set(
  "ngay hom luc vao hoi cung , ; - ( | ) vao: gio t thu hai ba tu nam sau bay nhat chu sang trua chieu toi dem va nay ] [ : at on / khoang tam co".split(
    " ",
  ),
);

/** A day and a time that only small words part are one moment. */
function canJoin(page: Page, a: Piece, b: Piece): boolean {
  if ((a.day === undefined) === (b.day === undefined)) return false;
  const { tokens } = page;
  if (b.first - a.last > 6 || page.cellOf[a.first] !== page.cellOf[b.first]) return false;
  for (let at = a.last + 1; at < b.first; at += 1)
    if (tokens[at]!.kind === "break" || !between.has(tokens[at]!.text)) return false;
  const words = tokens.slice(a.last + 1, b.first).map(({ text }) => text);
  const isVague = words.includes("khoang") || words.includes("tam");
  const day = a.day ?? b.day;
  // "20/11 khoảng 8h30" are two finds as long as the year is missing: nothing whole comes of them.
  return day?.year !== undefined || !isVague;
}

const two = (value: number) => String(value).padStart(2, "0");

export function valueOf(day: CalendarDay | undefined, time: ClockTime | undefined): string {
  const date =
    day === undefined
      ? ""
      : `${day.year === undefined ? "-" : String(day.year).padStart(4, "0")}-${two(day.month)}-${two(day.day)}`;
  if (time === undefined) return date;
  const clock = `${two(time.hour)}:${two(time.minute)}`;
  if (day === undefined) return time.second === undefined ? clock : `${clock}:${two(time.second)}`;
  const whole = `${date}T${clock}`;
  return day.year === undefined ? whole : `${whole}:${two(time.second ?? 0)}+07:00`;
}

function made(page: Page, first: number, last: number, value: string, score: number): Candidate {
  const [start, end] = [page.tokens[first]!.start, page.tokens[last]!.end];
  const flags = page.reading.isRepaired(start, end) ? (["repaired"] as const) : [];
  return { kind: "date_time", value, bank: null, start, end, score, flags };
}
