import { decodeCursor } from "@/lib/keyset";

export { isUuid } from "@/lib/keyset";

/** The id of the row at a page's edge, out of the address. Ids alone travel, so that no name ever does; anything else opens the first page. */
export function edgeId(cursor: string | undefined): string | null {
  return decodeCursor(cursor, ["id"])?.[0] ?? null;
}
