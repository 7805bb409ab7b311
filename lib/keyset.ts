import { z } from "zod";

/** Where a page of a list begins: the sort keys of the row before it. ISO instants, digits or codes; never a person's data. */
export type Cursor = readonly string[];

const shape = z.array(z.string().max(60)).min(1).max(4);

/** The cursor as it travels in an address. */
export function encodeCursor(keys: Cursor): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Could this part of an address be an id at all? PostgreSQL refuses others with an error instead of finding nothing. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** An instant just as a cursor is written: a day that no calendar has, another offset or a year that PostgreSQL cannot read is none. */
function isInstant(text: string): boolean {
  const at = new Date(text);
  return /^(?!0000)\d{4}-/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

/** What a key may be: whatever passes here, the database can read. */
const sound = {
  instant: isInstant,
  id: isUuid,
  amount: (text: string) => /^\d{1,18}$/.test(text),
  flag: (text: string) => text === "true" || text === "false",
};

/** Reads a cursor whose keys are just of these kinds; a mistyped address gives the first page. */
export function decodeCursor(
  text: string | undefined,
  kinds: readonly (keyof typeof sound)[],
): Cursor | null {
  if (!text || text.length > 400) return null;
  try {
    const { data: keys } = shape.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return keys?.length === kinds.length && kinds.every((kind, at) => sound[kind](keys[at]!)) ? keys : null;
  } catch {
    return null;
  }
}

/** One page of a keyset list; the cursors are null where the list ends. */
export type KeysetPage<Row> = { rows: Row[]; previous: string | null; next: string | null };

/**
 * Cuts what was read (one row more than the page holds) into a page. Reading backwards gives rows in reverse, which are
 * turned round here.
 */
export function cutPage<Row>(
  read: Row[],
  size: number,
  way: { backwards: boolean; fromStart: boolean },
  keysOf: (row: Row) => Cursor,
): KeysetPage<Row> {
  const more = read.length > size;
  const cut = read.slice(0, size);
  const rows = way.backwards ? cut.reverse() : cut;
  const [first, last] = [rows[0], rows.at(-1)];
  const hasPrevious = way.backwards ? more : !way.fromStart;
  const hasNext = way.backwards ? true : more;
  return {
    rows,
    previous: first && hasPrevious ? encodeCursor(keysOf(first)) : null,
    next: last && hasNext ? encodeCursor(keysOf(last)) : null,
  };
}
