import { z } from "zod";
import { instant } from "@/lib/fields";

/** What a draft belongs to: `case:new`, `request:<case>:new`, `request:<id>`, `answer:<item>`, `note:<case>`. Never a person's data. */
const key = z.string().regex(/^[a-z-]{2,20}(:[0-9a-f-]{36})?(:[a-z]{2,12})?$/, "invalid");
/** A report of a hundred victims and two hundred payments fits several times. */
const longest = 400_000;

export const draftKeyInput = z.object({ key });
export const saveDraftInput = z.object({
  key,
  body: z
    .record(z.string(), z.unknown())
    .refine((body) => JSON.stringify(body).length <= longest, "text.tooLong"),
  /** When the draft that this form began with, or wrote last, was kept; null when it knows of none. */
  since: instant.nullable().optional(),
});
/** What somebody was typing, as it comes back; `savedAt` ISO UTC. */
export type SavedDraft = { body: Record<string, unknown>; savedAt: string };
