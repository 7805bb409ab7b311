import { z } from "zod";
import { appealStatuses } from "./lifecycle";

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
const cursor = one(z.string().max(400)).optional().catch(undefined);
const flag = one(z.literal("1")).optional().catch(undefined);

/** What the address of the list of holds may say; a mistyped one still opens. No account and no name is among it. */
export const holdFilter = z.object({
  holder: one(z.uuid()).optional().catch(undefined),
  /** Ends within so many hours. */
  ends: one(z.enum(["24", "72"]))
    .optional()
    .catch(undefined),
  overdue: flag,
  appeal: flag,
  after: cursor,
  before: cursor,
});
export type HoldFilter = z.output<typeof holdFilter>;

/** The desk's own list: what it holds now, or what it let go lately. */
export const deskHoldFilter = z.object({
  view: one(z.enum(["active", "ended"])).catch("active"),
  after: cursor,
  before: cursor,
});
export type DeskHoldFilter = z.output<typeof deskHoldFilter>;

export const appealViews = ["open", "all"] as const;
export const appealFilter = z.object({
  view: one(z.enum(appealViews)).catch("open"),
  status: one(z.enum(appealStatuses)).optional().catch(undefined),
  after: cursor,
  before: cursor,
});
export type AppealFilter = z.output<typeof appealFilter>;
