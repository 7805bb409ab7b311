import { z } from "zod";
import { instant, optionalText, text } from "@/lib/fields";

const key = z.uuid("invalid");

/** Taking note of what was reported, or urging the organisation. */
export const escalationInput = z.object({ key, escalationId: z.uuid("invalid") });

/** "Hẹn xử lý": when, a short note, and why when it is later than the request's own end. */
export const promiseInput = z.object({
  key,
  requestId: z.uuid("invalid"),
  promisedAt: instant,
  note: optionalText(300),
  lateReason: optionalText(300),
});
export const endPromiseInput = z.object({ key, requestId: z.uuid("invalid") });

/** A change of one step: the row in force is ended and this one begins. `amount`: percent of the span, or minutes after the end. */
export const ladderStepInput = z.object({
  key,
  id: z.uuid("invalid"),
  version: z.int().min(1),
  amount: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(129_600, "invalid"),
  enabled: z.boolean(),
  source: text(3, 300),
});
/** Confirming a step against its source. */
export const confirmStepInput = z.object({
  key,
  id: z.uuid("invalid"),
  version: z.int().min(1),
  source: text(3, 300),
});
/** What of the list of what climbed is shown. */
export const overdueFilter = z.object({
  show: z.enum(["open", "all"]).catch("open"),
  after: z.string().max(600).optional().catch(undefined),
  before: z.string().max(600).optional().catch(undefined),
});
