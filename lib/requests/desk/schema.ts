import { z } from "zod";
import { day } from "@/lib/day";
import { text } from "@/lib/fields";
import { stepInput } from "@/lib/requests/schema";

/** Takes a request that nobody has onto one's own desk. */
export const takeInput = stepInput;
/** The desk has the request on its screen. Needs no key: the first opening is the only one that counts. */
export const openedInput = z.object({ requestId: z.uuid("invalid") });
/** Somebody is writing an answer, or has stopped. Told again every 20 s while it lasts. */
export const answeringInput = z.object({ requestId: z.uuid("invalid"), answering: z.boolean() });
/** Takes a file off an answer that has not gone out. */
export const dropFileInput = z.object({
  key: z.uuid("invalid"),
  requestId: z.uuid("invalid"),
  fileId: z.uuid("invalid"),
});
/** Part of an account, a number or a code. It travels in a body and never in an address. */
export const queueSearchInput = z.object({ text: text(0, 60) });
/** What is looked for among what was answered within these days (at most a year of them: answered-filter.ts). */
export const answeredSearchInput = z.object({ text: text(0, 60), from: day, to: day });

/** How long "is answering" is believed after it was last told, in seconds. */
export const answeringSeconds = 60;
