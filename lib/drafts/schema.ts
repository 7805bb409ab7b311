import { z } from "zod";
import { instant } from "@/lib/fields";
import { textIsSecret } from "@/lib/files/secret-marks";

/**
 * What a draft belongs to: `case:new`, `request:<case>:new`, `request:<id>`, `answer:<item>`, `ask:<request>`, `refuse:<request>`,
 * `note:<case>`, `objection:<id>`. Never a person's data.
 */
const key = z.string().regex(/^[a-z-]{2,20}(:[0-9a-f-]{36})?(:[a-z]{2,12})?$/, "invalid");
/** A report of a hundred victims and two hundred payments fits several times. */
const longest = 400_000;

/** Deeper than any form nests; what does is cut off when it is stored (lib/storable.ts). */
const deepest = 40;
function bearsSecret(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return textIsSecret(value);
  if (typeof value !== "object" || value === null || depth >= deepest) return false;
  return Object.values(value).some((part) => bearsSecret(part, depth + 1));
}

export const draftKeyInput = z.object({ key });
export const saveDraftInput = z.object({
  key,
  body: z
    .record(z.string(), z.unknown())
    .refine((body) => JSON.stringify(body).length <= longest, "text.tooLong")
    // What no field takes is not kept while it is typed either.
    .refine((body) => !bearsSecret(body), "text.secret"),
  /** When the draft that this form began with, or wrote last, was kept; null when it knows of none. */
  since: instant.nullable().optional(),
});
/** What somebody was typing, as it comes back; `savedAt` ISO UTC. */
export type SavedDraft = { body: Record<string, unknown>; savedAt: string };
