import { z } from "zod";
import { kindCodes } from "./kinds";

export const queueTabs = ["open", "mine", "unclaimed", "clarification", "answered"] as const;
export type QueueTab = (typeof queueTabs)[number];

/** One value of an address; a parameter given twice counts once, a wrong one not at all. */
const one = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);

/** What the address of the queue says. No account, no name and no text is among it. */
export const queueFilter = z.object({
  tab: one(z.enum(queueTabs)).catch("open"),
  kind: one(z.enum(kindCodes)).optional().catch(undefined),
  unit: one(z.uuid()).optional().catch(undefined),
  urgent: one(z.literal("1")).optional().catch(undefined),
  after: one(z.string().max(400)).optional().catch(undefined),
  before: one(z.string().max(400)).optional().catch(undefined),
  open: one(z.uuid()).optional().catch(undefined),
});
export type QueueFilter = z.output<typeof queueFilter>;

/** The address of the queue with some of it changed. A changed list begins at its first page. */
export function queueAddress(filter: QueueFilter, change: Partial<Record<keyof QueueFilter, string | null>>): string {
  const listChanges = ["tab", "kind", "unit", "urgent"].some((name) => name in change);
  const next: Record<string, string | null | undefined> = { ...filter, ...(listChanges ? { after: null, before: null } : {}), ...change };
  const query = new URLSearchParams();
  for (const name of ["tab", "kind", "unit", "urgent", "after", "before", "open"] as const) {
    const value = next[name];
    if (value && !(name === "tab" && value === "open")) query.set(name, value);
  }
  const text = query.toString();
  return text ? `/queue?${text}` : "/queue";
}
