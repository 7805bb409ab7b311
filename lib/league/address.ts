import { type LeagueFilter, leagueFilter } from "./filter";
import type { LeaguePeriod } from "./period";

type Change = Partial<
  Record<"period" | "on" | "from" | "to" | "of" | "kind" | "sort" | "order", string | null>
>;
const usual: LeagueFilter = leagueFilter.parse({});

/** The query of this page with something changed; what is usual is left out. */
export function leagueQuery(filter: LeagueFilter, change: Change = {}): string {
  const all = Object.entries({ ...filter, ...change }).filter(
    (pair): pair is [string, string] =>
      typeof pair[1] === "string" && pair[1] !== "" && usual[pair[0] as keyof LeagueFilter] !== pair[1],
  );
  return new URLSearchParams(all).toString();
}
export const leagueAddress = (path: string, filter: LeagueFilter, change: Change = {}): string => {
  const query = leagueQuery(filter, change);
  return query ? `${path}?${query}` : path;
};

/** Where one day before the period lies. */
export const dayBefore = ({ previous }: Pick<LeaguePeriod, "previous">): string => previous.from;
