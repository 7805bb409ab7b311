import type { PaceLine } from "@/lib/figures/pace/line";
import type { LeagueSort } from "./filter";

/** A line of the table. `few`: it rests on too few answers to be compared; `withheld`: on too few cases for this reader. */
export type LeagueRow = {
  id: string;
  name: string;
  orgKind: string;
  answered: number;
  line: PaceLine | null;
  state: "shown" | "few" | "withheld";
  reply: { body: string; version: number; at: string } | null;
};

const shareOf = ({ part, whole }: { part: number; whole: number }) => (whole === 0 ? null : part / whole);
const valueOf: Record<Exclude<LeagueSort, "name">, (row: LeagueRow) => number | null> = {
  onTime: ({ line }) => line && shareOf(line.onTime),
  median: ({ line }) => line?.answered.median ?? null,
  p90: ({ line }) => line?.answered.p90 ?? null,
  firstRight: ({ line }) => line && shareOf(line.firstRight),
  answered: ({ answered }) => answered,
};
/** Best first: a high share, a short time. */
export const usualOrder: Record<LeagueSort, "asc" | "desc"> = {
  onTime: "desc",
  median: "asc",
  p90: "asc",
  firstRight: "desc",
  answered: "desc",
  name: "asc",
};

/** Sorts the lines; what has no value stands last in either order, equals stand by name. */
export function inOrder(rows: readonly LeagueRow[], sort: LeagueSort, order: "asc" | "desc"): LeagueRow[] {
  const byName = (a: LeagueRow, b: LeagueRow) => a.name.localeCompare(b.name, "vi");
  const turn = order === "asc" ? 1 : -1;
  if (sort === "name") return [...rows].sort((a, b) => turn * byName(a, b));
  const of = valueOf[sort];
  return [...rows].sort((a, b) => {
    const [one, other] = [of(a), of(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
    return turn * (one - other) || byName(a, b);
  });
}
