import { z } from "zod";
import { dueKinds } from "./types";

const isoDay = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])-\d{2}$/)
  .refine((value) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value));

/** What the calendar shows; a mistyped address still opens. */
export const agendaFilter = z.object({
  view: z.enum(["month", "week", "list"]).catch("month"),
  /** A day of the month or week that is shown. */
  at: isoDay.optional().catch(undefined),
  /** The day whose list is open. */
  day: isoDay.optional().catch(undefined),
  who: z.enum(["own", "team"]).optional().catch(undefined),
  /** Kinds to show, separated by commas; none is all. */
  kinds: z
    .string()
    .max(100)
    .transform((value) => dueKinds.filter((kind) => value.split(",").includes(kind)))
    .catch([])
    .default([]),
  /** Where the next page of a list begins: an instant and an id. */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type AgendaFilter = z.output<typeof agendaFilter>;

const key = z.uuid("invalid");
export const openFeedInput = z.object({
  key,
  reach: z.enum(["own", "team"]),
  language: z.enum(["vi", "en"]),
});
export const closeFeedInput = z.object({ key, feedId: z.uuid("invalid") });
