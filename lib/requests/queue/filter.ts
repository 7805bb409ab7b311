import { z } from "zod";
import { itemPage } from "@/lib/requests/item-page";
import { kindCodes } from "@/lib/requests/kinds";
import { queueTabs } from "./tabs";

/** One value of an address; a parameter given twice counts once, a wrong one not at all. */
const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);

/** What the address of the queue says. No account, no name and no text is among it. */
export const queueFilter = z.object({
  tab: one(z.enum(queueTabs)).catch("open"),
  kind: one(z.enum(kindCodes)).optional().catch(undefined),
  unit: one(z.uuid()).optional().catch(undefined),
  urgent: one(z.literal("1")).optional().catch(undefined),
  after: one(z.string().max(400)).optional().catch(undefined),
  before: one(z.string().max(400)).optional().catch(undefined),
  open: one(z.uuid()).optional().catch(undefined),
  items: itemPage,
});
export type QueueFilter = z.output<typeof queueFilter>;
