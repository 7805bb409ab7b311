import { readDay } from "@/lib/day";
import { type Typed, textOf } from "@/lib/sheets/cell";
import type { FileRow, FileSheet } from "@/lib/sheets/sheets-of-file";
import { foldVietnamese } from "@/lib/targets/normalise-text";
import { clock, mostRows, phone, ranks, type ShiftInput } from "./schema";
import { spanOf } from "./span";
import type { Colleague } from "./types";

/** The columns of a roster's workbook, in the template's order. Words: `duty.sheet.columns.<key>`. */
export const rosterColumns = ["day", "from", "to", "person", "rank", "phone"] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** How people head these columns, folded. */
const heads: Record<RosterColumn, RegExp> = {
  day: /^(ngay|date|day)\b/,
  from: /^(tu|bat dau|from|start)\b/,
  to: /^(den|ket thuc|to|until|end)\b/,
  person: /^(nguoi|can bo|ho (va )?ten|person|name|officer)/,
  rank: /^(hang|thu tu|tuyen|rank|line|place)/,
  phone: /^(so|dien thoai|phone|call)/,
};

/** A shift that stands already, or a day away, as far as a row has to keep clear of it. */
export type Standing = { membershipId: string; fromAt: Date; toAt: Date; rank: number | null };

/**
 * What a row of the file would do: `ready` is added, `same` stands on the roster already, `wrong` has errors. `shift` is what the
 * command takes.
 */
export type RosterRow = {
  sheet: string;
  row: number;
  state: "ready" | "same" | "wrong";
  shown: Record<RosterColumn, string>;
  shift: ShiftInput | null;
  errors: { column: RosterColumn; code: string }[];
};
export type RosterPreview = { rows: RosterRow[]; unread: string[] };

const plain = (text: string) =>
  foldVietnamese(text)
    .replace(/[\s_:*]+/g, " ")
    .trim();

/** What each row of a filled-in roster would do. Pure. `noHeads` when no sheet has the columns; `rows` when there are too many. */
export function rosterPreview(
  sheets: readonly FileSheet[],
  colleagues: readonly Colleague[],
  standing: readonly Standing[],
  now: Date,
): RosterPreview | "noHeads" | "rows" {
  const rows: RosterRow[] = [];
  const unread: string[] = [];
  const taken = [...standing];
  let lists = 0;
  for (const sheet of sheets) {
    const head = headOf(sheet.rows);
    if (!head) {
      unread.push(sheet.name);
      continue;
    }
    lists += 1;
    unread.push(...head.others);
    for (const { number, cells } of sheet.rows.filter((row) => row.number > head.number)) {
      const cellOf = (column: RosterColumn): Typed => {
        const at = head.places.get(column);
        return at === undefined ? null : (cells[at] ?? null);
      };
      if (rosterColumns.every((column) => textOf(cellOf(column)) === "")) continue;
      if (rows.length === mostRows) return "rows";
      rows.push({ sheet: sheet.name, row: number, ...judged(cellOf, colleagues, taken, now) });
    }
  }
  return lists === 0 ? "noHeads" : { rows, unread };
}

type Head = { number: number; places: Map<RosterColumn, number>; others: string[] };
function headOf(rows: readonly FileRow[]): Head | null {
  for (const { number, cells } of rows.slice(0, 20)) {
    const places = new Map<RosterColumn, number>();
    const others: string[] = [];
    cells.forEach((cell, at) => {
      const text = textOf(cell);
      const column = rosterColumns.find((each) => !places.has(each) && heads[each].test(plain(text)));
      if (column) places.set(column, at);
      else if (text) others.push(text);
    });
    if ((["day", "from", "to", "person"] as const).every((column) => places.has(column)))
      return { number, places, others };
  }
  return null;
}

function judged(
  cellOf: (column: RosterColumn) => Typed,
  colleagues: readonly Colleague[],
  taken: Standing[],
  now: Date,
): Omit<RosterRow, "sheet" | "row"> {
  const shown = Object.fromEntries(
    rosterColumns.map((column) => [
      column,
      column === "from" || column === "to"
        ? hourText(cellOf(column))
        : column === "day"
          ? dayText(cellOf(column))
          : textOf(cellOf(column)),
    ]),
  ) as Record<RosterColumn, string>;
  const errors: RosterRow["errors"] = [];
  const wrong = (column: RosterColumn, code: string) => void errors.push({ column, code });
  const hour = (column: "from" | "to") => {
    const read = clock.safeParse(shown[column]);
    if (!read.success) wrong(column, shown[column] ? "admin.errors.clock" : "required");
    return read.data;
  };
  const day = shown.day ? readDay(shown.day, now) : null;
  if (!day) wrong("day", shown.day ? "date.day" : "required");
  const [from, to] = [hour("from"), hour("to")];
  const people = colleagues.filter(({ name }) => plain(name) === plain(shown.person));
  if (people.length !== 1)
    wrong(
      "person",
      !shown.person ? "required" : people.length > 1 ? "duty.errors.ambiguous" : "duty.errors.noColleague",
    );
  const rank = Number(shown.rank.replace(/^\D+/, "") || "1");
  if (!ranks.some((one) => one === rank)) wrong("rank", "duty.errors.rank");
  const number = phone.safeParse(shown.phone);
  if (!number.success) wrong("phone", "admin.errors.phone");
  if (!day || !from || !to || errors.length > 0) return { state: "wrong", shown, shift: null, errors };
  const shift: ShiftInput = {
    membershipId: people[0]!.membershipId,
    day,
    from,
    to,
    rank,
    phone: number.data,
  };
  const { fromAt, toAt } = spanOf(shift);
  const meets = taken.filter((one) => one.fromAt < toAt && one.toAt > fromAt);
  const own = meets.filter(({ membershipId }) => membershipId === shift.membershipId);
  if (own.some((one) => one.rank === rank && +one.fromAt === +fromAt && +one.toAt === +toAt))
    return { state: "same", shown, shift, errors };
  if (toAt <= now) wrong("day", "duty.errors.past");
  else if (+toAt - +fromAt < 30 * 60_000) wrong("to", "duty.errors.tooShort");
  else if (own.some((one) => one.rank === null)) wrong("person", "duty.errors.away");
  else if (own.length > 0) wrong("person", "duty.errors.personBusy");
  else if (meets.some((one) => one.rank === rank)) wrong("rank", "duty.errors.rankTaken");
  if (errors.length > 0) return { state: "wrong", shown, shift: null, errors };
  taken.push({ membershipId: shift.membershipId, fromAt, toAt, rank });
  return { state: "ready", shown, shift, errors };
}

/** A cell with a day: an Excel date holds clock time without a zone. */
const dayText = (cell: Typed): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10).split("-").reverse().join("/") : textOf(cell);
/** A cell with an hour: text, an Excel time, or a part of a day. */
function hourText(cell: Typed): string {
  if (cell instanceof Date) return cell.toISOString().slice(11, 16);
  if (typeof cell === "number" && cell >= 0 && cell < 1) {
    const minutes = Math.round(cell * 1440);
    return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  }
  return textOf(cell).replace(/[hg]/, ":").replace(/:$/, ":00").slice(0, 5);
}
