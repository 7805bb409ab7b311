import { z } from "zod";
import { optionalDay } from "@/lib/day";
import { offeredKinds } from "@/lib/requests/kinds";

export const leaguePeriods = ["week", "month", "quarter", "custom"] as const;
export type LeaguePeriodName = (typeof leaguePeriods)[number];
/** Whom the table compares: those who are asked, by what they are. */
export const leagueKinds = ["bank", "payment_intermediary", "telecom", "isp_registrar", "platform"] as const;
export type LeagueKind = (typeof leagueKinds)[number];
export const leagueSorts = ["onTime", "median", "p90", "firstRight", "answered", "name"] as const;
export type LeagueSort = (typeof leagueSorts)[number];

const typed = z.string().max(40).catch("").default("");
const read = (text: string) => optionalDay.safeParse(text).data;

/** What the address of the league and of the partner's page may say. Anything mistyped still opens this month. */
export const leagueFilter = z
  .object({
    period: z.enum(leaguePeriods).catch("month").default("month"),
    /** A day in the week, month or quarter that is meant; today without one. */
    on: typed,
    from: typed,
    to: typed,
    of: z.enum(leagueKinds).optional().catch(undefined),
    kind: z.enum(offeredKinds).optional().catch(undefined),
    sort: z.enum(leagueSorts).catch("onTime").default("onTime"),
    order: z.enum(["asc", "desc"]).optional().catch(undefined),
  })
  .transform(({ on, from, to, ...rest }) => ({ ...rest, on: read(on), from: read(from), to: read(to) }));
export type LeagueFilter = z.output<typeof leagueFilter>;
