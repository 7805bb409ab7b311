import { z } from "zod";
import { policeRequestFilter } from "@/lib/requests/police/filter";

/** Targets that one file may hold: what leaves at once is what somebody answers for (quality C5). */
export const mostListed = 5_000;

/** The list that leaves: the unit's as it was filtered, or one case's. */
export const listedFilter = policeRequestFilter
  .omit({ after: true, before: true })
  .extend({ case: z.uuid().optional().catch(undefined) });
export type ListedFilter = z.output<typeof listedFilter>;

/** The same as an address says it; where a list was turned over to does not belong to it. */
export const queryOf = (filter: Partial<ListedFilter>): string =>
  new URLSearchParams(
    Object.keys(listedFilter.shape).flatMap((name) => {
      const value = filter[name as keyof ListedFilter];
      return value === undefined ? [] : [[name, value]];
    }),
  ).toString();
