import { readAsSystem } from "@/lib/db";
import { getAtRisk } from "@/lib/league/at-risk";
import { leagueFilter } from "@/lib/league/filter";
import { getOwnFigures } from "@/lib/league/own-figures";
import { getLeague } from "@/lib/league/queries";
import { makePerson } from "@/prisma/factories/people";
import { busiest } from "./cast";
import { quantile, type Result, timesOf } from "./result";

/** The league of one province and of the whole country, a partner's page, and what will be late today, without HTTP. */
export async function benchLeague(size: number): Promise<Result[]> {
  const [police, bank, telecom] = [
    await busiest("requester_org_id"),
    await busiest("addressee_org_id", "bank"),
    await busiest("addressee_org_id", "telecom"),
  ];
  const provinces = (
    await readAsSystem<{ code: string }>({
      name: "bench-provinces",
      text: "select code from province",
      values: [],
    })
  ).map(({ code }) => code);
  const commander = await makePerson("commander", police);
  const country = { ...(await makePerson("commander", police)), provinces };
  const leader = { ...(await makePerson("leader", { ...police, kind: "peoples_committee" })) };
  const [manager, telecomManager] = [
    await makePerson("liaison_manager", bank),
    await makePerson("liaison_manager", telecom),
  ];
  const bar = size >= 1_000_000 ? 100 : null;
  const lines: { name: string; run: () => Promise<unknown>; bar: number | null }[] = (
    ["month", "quarter"] as const
  ).flatMap((period) => {
    const filter = leagueFilter.parse({ period });
    const ofKind = leagueFilter.parse({ period, kind: "ACCOUNT_SUSPEND" });
    return [
      { name: `league, ${period}, one province, police`, run: () => getLeague(commander, filter), bar },
      { name: `league, ${period}, one province, leader`, run: () => getLeague(leader, filter), bar },
      { name: `league, ${period}, the country`, run: () => getLeague(country, filter), bar },
      { name: `league, ${period}, the country, one kind`, run: () => getLeague(country, ofKind), bar },
      { name: `partner's figures, ${period}, bank`, run: () => getOwnFigures(manager, filter), bar },
      {
        name: `partner's figures, ${period}, telecom`,
        run: () => getOwnFigures(telecomManager, filter),
        bar,
      },
    ];
  });
  lines.push(
    { name: "late today, desk", run: () => getAtRisk(telecomManager, "desk"), bar },
    { name: "late today, unit", run: () => getAtRisk(commander, "unit"), bar },
  );
  const results: Result[] = [];
  for (const { name, run, bar: most } of lines) {
    const times = await timesOf(run, 60, 10);
    results.push({
      name,
      size,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      floor: null,
      ratio: null,
      bar: most,
      better: "lower",
    });
  }
  return results;
}
