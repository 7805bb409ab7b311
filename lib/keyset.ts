import { z } from "zod";

/** Where a page of a list begins: the sort keys of the row before it. ISO instants, digits or codes; never a person's data. */
export type Cursor = readonly string[];

const shape = z.array(z.string().max(60)).min(1).max(4);

/** The cursor as it travels in an address. */
export function encodeCursor(keys: Cursor): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** Reads a cursor with exactly `length` keys; a mistyped address gives the first page. */
export function decodeCursor(text: string | undefined, length: number): Cursor | null {
  if (!text || text.length > 400) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return parsed.success && parsed.data.length === length ? parsed.data : null;
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
