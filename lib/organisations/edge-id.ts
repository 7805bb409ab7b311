import { decodeCursor } from "@/lib/keyset";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Could this part of an address be an id at all? PostgreSQL refuses others with an error instead of finding nothing. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** The id of the row at a page's edge, out of the address. Ids alone travel, so that no name ever does; anything else opens the first page. */
export function edgeId(cursor: string | undefined): string | null {
  const id = decodeCursor(cursor, 1)?.[0];
  return id !== undefined && isUuid(id) ? id : null;
}
