import type { Actor } from "@/lib/access/actor";
import { pack } from "@/lib/packed";
import { queueAddress } from "./address";
import type { QueueFilter } from "./filter";
import { countQueue, listQueue } from "./queries";
import type { QueueReading, QueueRow } from "./types";

/**
 * What moves in a queue while it is open: the rows of the page, the counts of the tabs, the ways to the pages around it. The page is
 * made of it, and reads it again alone when something happens: two hundred screens of one bank hear of the same order at once.
 */
export async function readQueue(
  actor: Actor,
  filter: QueueFilter,
): Promise<{ rows: readonly QueueRow[]; reading: QueueReading }> {
  const [{ rows, previous, next }, counts] = await Promise.all([listQueue(actor, filter), countQueue(actor)]);
  return {
    rows,
    reading: {
      rows: pack(rows),
      counts,
      previous: previous && queueAddress(filter, { before: previous, after: null }),
      next: next && queueAddress(filter, { after: next, before: null }),
    },
  };
}
