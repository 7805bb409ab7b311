import type { Actor } from "@/lib/access/actor";
import { lineOf, medianOf, stagesBy } from "@/lib/figures/pace/line";
import { readPeers } from "@/lib/figures/pace/read";
import type { DayRange } from "@/lib/figures/period";
import { leastAnswers, leastPeers } from "./least";

/** One's own among organisations of the same kind, none of which is named: place (1 is best) and middle. Minutes, shares 0 to 1. */
export type Among = { own: number | null; middle: number | null; place: number | null };
export type Peers = { count: number; onTime: Among; median: Among };

/** Null where fewer than five organisations of the kind answered often enough. */
export async function getPeers(actor: Actor, range: DayRange): Promise<Peers | null> {
  const lines = [...stagesBy(await readPeers(actor.orgKind, range), ({ org }) => org)]
    .map(([org, stages]) => ({ org, line: lineOf(stages) }))
    .filter(({ line }) => line.answered.count >= leastAnswers && line.onTime.whole > 0);
  if (lines.length < leastPeers) return null;
  const among = (of: (line: (typeof lines)[number]["line"]) => number, better: "high" | "low"): Among => {
    const mine = lines.find(({ org }) => org === actor.orgId);
    const own = mine ? of(mine.line) : null;
    const values = lines.map(({ line }) => of(line));
    const ahead = (value: number) => (better === "high" ? value > (own ?? 0) : value < (own ?? 0));
    return { own, middle: medianOf(values), place: own === null ? null : 1 + values.filter(ahead).length };
  };
  return {
    count: lines.length,
    onTime: among(({ onTime }) => onTime.part / onTime.whole, "high"),
    median: among(({ answered }) => answered.median ?? 0, "low"),
  };
}
