/** Sort keys of a page's edge row, its id last. */
export type Cursor = readonly string[];
/** One page of a list with the cursors of its neighbours, null where the list ends; there is no total. */
export type KeysetPage<Row> = { rows: Row[]; previous: string | null; next: string | null };

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Null for anything that is not a cursor of this many parts with an id at its end: a mistyped address opens the first page. */
export function decodeCursor(text: string | undefined, parts: number): Cursor | null {
  if (!text || text.length > 600) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(value) || value.length !== parts || !value.every((part) => typeof part === "string")) return null;
    return id.test(String(value.at(-1))) ? (value as string[]) : null;
  } catch {
    return null;
  }
}

/**
 * Makes a page of rows that were read one beyond `size`, in the order of reading: takes the extra row off, turns a page that was
 * read backwards, and says where its neighbours begin. `fromStart` when no cursor was given.
 */
export function cutPage<Row>(read: readonly Row[], size: number, how: { backwards: boolean; fromStart: boolean }, keysOf: (row: Row) => Cursor): KeysetPage<Row> {
  const more = read.length > size;
  const rows = read.slice(0, size);
  if (how.backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (how.backwards ? more : !how.fromStart) ? encodeCursor(keysOf(first)) : null,
    next: last && (how.backwards || more) ? encodeCursor(keysOf(last)) : null,
  };
}
