import pg from "pg";
import { contextOf, contextSql, readAsSystem } from "@/lib/db";
import { env } from "@/lib/env";
import { getLeaderFigures } from "@/lib/figures/leader-figures";
import { periodFilter } from "@/lib/figures/period";
import { policeRequestFilter } from "@/lib/requests/police/filter";
import { listPoliceRequests } from "@/lib/requests/police/list";
import { listQueue } from "@/lib/requests/queue/queries";
import { queueFilter } from "@/lib/requests/queue/filter";
import { search } from "@/lib/search/queries";
import type { Cast, SignedIn } from "./cast";
import { type Statement, statementsOf } from "./statements";
import { quantile, type Result, timesOf } from "./result";

type Line = { name: string; bar: number | null; run: () => Promise<unknown> };

/** The reads behind the screens, without HTTP: lists beside the same SQL through `pg` alone, search and the leader's figures. */
export async function benchReads(size: number, cast: Cast): Promise<Result[]> {
  const { liaison, investigator, leader } = cast;
  return [
    await beside(size, "queue list, query", liaison, () => listQueue(liaison.actor, queueFilter.parse({}))),
    await beside(size, "police list, query", investigator, () =>
      listPoliceRequests(investigator.actor, policeRequestFilter.parse({})),
    ),
    ...(await inTurn(await searches(size, cast), alone(size))),
    await alone(size)({
      name: "leader's figures, query",
      bar: size >= 1_000_000 ? 50 : null,
      run: () => getLeaderFigures(leader.actor, periodFilter.parse({ period: "month" })),
    }),
  ];
}

/** One after the other: what runs beside would be measured too. */
async function inTurn<T, R>(all: T[], each: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) results.push(await each(one));
  return results;
}

const alone =
  (size: number) =>
  async ({ name, bar, run }: Line): Promise<Result> => {
    const times = await timesOf(run);
    return {
      name,
      size,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      floor: null,
      ratio: null,
      bar,
      better: "lower",
    };
  };

/** The whole query function beside its one list statement, prepared, on one connection that knows who reads. */
async function beside(
  size: number,
  name: string,
  { actor }: SignedIn,
  run: () => Promise<unknown>,
): Promise<Result> {
  await run();
  const list = (await statementsOf(run)).find(({ text }) =>
    /from request|from \(select \* from request/.test(text),
  ) as Statement;
  const client = new pg.Client({ connectionString: env().appDatabaseUrl });
  await client.connect();
  await client.query(contextSql.replaceAll(", true)", ", false)"), contextOf(actor));
  const floor = quantile(await timesOf(() => client.query({ name: "floor", ...list })), 0.5);
  await client.end();
  const times = await timesOf(run);
  return {
    name,
    size,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    floor,
    ratio: quantile(times, 0.5) / floor,
    bar: null,
    better: "lower",
  };
}

/** Another account and another name each time, as people ask; the purpose is recorded as always. */
async function searches(size: number, { investigator, liaison }: Cast): Promise<Line[]> {
  const { actor } = investigator;
  let turn = 0;
  const [own, received] = await Promise.all([
    accountsOf("owner_org_id", actor.orgId),
    accountsOf("addressee_org_id", liaison.actor.orgId),
  ]);
  const oneOf = (accounts: string[]) => accounts[turn++ % accounts.length] ?? "";
  const names = [
    "nguyễn văn an",
    "Trần thị bình",
    "quoc cuong",
    "phạm thu",
    "an thịnh",
    "HOÀNG MINH",
    "vu thi",
    "đức khang",
    "hoàng minh khang",
    "zzz",
  ];
  const name = () => names[turn++ % names.length] as string;
  const bar = (milliseconds: number) => (size >= 1_000_000 ? milliseconds : null);
  return [
    {
      name: "exact account search, police",
      bar: bar(10),
      run: () => search(actor, { term: oneOf(own), purpose: "case_work" }),
    },
    {
      name: "exact account search, desk",
      bar: bar(10),
      run: () => search(liaison.actor, { term: oneOf(received), purpose: "answering" }),
    },
    {
      name: "accent-blind name search, police",
      bar: bar(30),
      run: () => search(actor, { term: name(), purpose: "case_work" }),
    },
    {
      name: "accent-blind name search, desk",
      bar: bar(30),
      run: () => search(liaison.actor, { term: name(), purpose: "answering" }),
    },
  ];
}

/** Accounts that this organisation finds: its own targets, or those it was asked about. */
async function accountsOf(
  column: "owner_org_id" | "addressee_org_id",
  organisation: string,
): Promise<string[]> {
  const rows = await readAsSystem<{ exact: string }>({
    name: `bench-accounts-${column}`,
    text: `select exact from search_entry where ${column} = $1 and exact ~ '^[0-9]+$' limit 200`,
    values: [organisation],
  });
  return rows.map(({ exact }) => exact);
}
