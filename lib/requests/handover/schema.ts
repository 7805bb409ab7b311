import { z } from "zod";
import { text } from "@/lib/fields";

/** So many change hands in one act at most; more are handed over with another. */
export const mostAtOnce = 500;

/** Requests that one holds: those named, or all of them; to a colleague, or to nobody. */
export const handOverInput = z.object({
  key: z.uuid("invalid"),
  requestIds: z.array(z.uuid("invalid")).min(1, "required").max(mostAtOnce).optional(),
  toMembershipId: z.uuid("required").nullable(),
  note: text(3, 2000),
});
export type HandOverInput = z.output<typeof handOverInput>;

/** What could be handed over is asked for the reader himself: nothing is named. */
export const handoverOfferInput = z.object({});

/** The receiver has read the word that came with it. Needs no key: the first reading is the only one that counts. */
export const handoverReadInput = z.object({ handoverId: z.uuid("invalid") });
