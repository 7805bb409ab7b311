import { z } from "zod";
import { text } from "@/lib/fields";
import { kindCodes } from "@/lib/requests/kinds";

/** A prosecutor objects: what is wrong with the order, in words that its unit answers. */
export const objectInput = z.object({
  key: z.uuid("invalid"),
  requestId: z.uuid("invalid"),
  reason: text(20, 4000),
});
export const replyObjectionInput = z.object({
  key: z.uuid("invalid"),
  requestId: z.uuid("invalid"),
  reason: text(10, 4000),
});

export const notifiedShows = ["all", "open", "objected"] as const;
/** One value of an address; a parameter given twice counts once, a wrong one not at all. */
const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);

/** What the address of the prosecutor's list says. A code is a number of the record and no person. */
export const notifiedFilter = z.object({
  show: one(z.enum(notifiedShows)).catch("all"),
  kind: one(z.enum(kindCodes)).optional().catch(undefined),
  code: one(
    z
      .string()
      .trim()
      .max(40)
      // What no number looks like is looked for and not found: a field that empties itself would show everything.
      .regex(/^\P{C}+$/u),
  )
    .optional()
    .catch(undefined),
  after: one(z.string().max(600)).optional().catch(undefined),
  before: one(z.string().max(600)).optional().catch(undefined),
});
export type NotifiedFilter = z.output<typeof notifiedFilter>;
