import { z } from "zod";
import { appealStatuses } from "./lifecycle";

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
const cursor = one(z.string().max(400)).optional().catch(undefined);
const flag = one(z.literal("1")).optional().catch(undefined);

/** When a hold ends: today, tomorrow, within three days after today. */
const holdEnds = ["today", "tomorrow", "soon"] as const;
export type HoldEnds = (typeof holdEnds)[number];
export const soonDays = 3;

/** Holds that one file may tell: what leaves at once is what somebody answers for (quality C5). */
export const mostListed = 5_000;

/** What the address of the list of holds may say; a mistyped one still opens. No account and no name is among it. */
export const holdFilter = z.object({
  holder: one(z.uuid()).optional().catch(undefined),
  case: one(z.uuid()).optional().catch(undefined),
  ends: one(z.enum(holdEnds)).optional().catch(undefined),
  overdue: flag,
  appeal: flag,
  after: cursor,
  before: cursor,
});
export type HoldFilter = z.output<typeof holdFilter>;

/** The list as an address says it; the page that was turned over to does not belong to it. */
export const holdQuery = ({ after: _after, before: _before, ...filter }: HoldFilter): string =>
  new URLSearchParams(
    Object.entries(filter).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  ).toString();

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
