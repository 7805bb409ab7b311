import { once } from "node:events";
import pg from "pg";
import { readAsSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import type { Cast, SignedIn } from "./cast";
import { quantile, type Result } from "./result";
import { page, processorTime, scriptsOf, startWeb } from "./web";

type Visit = { name: string; path: string; who: SignedIn };

/** Pages of the built application over HTTP, each in turn with the bare page, so that both meet the same weather. */
export async function benchPages(size: number, cast: Cast): Promise<Result[]> {
  const { liaison, investigator, leader } = cast;
  const [received, own] = await Promise.all([
    openRequest("addressee_org_id", liaison.actor.orgId),
    openRequest("requester_org_id", investigator.actor.orgId),
  ]);
  const visits: Visit[] = [
    { name: "queue page", path: paths.queue, who: liaison },
    { name: "police list page", path: paths.requests, who: investigator },
    { name: "request page, police", path: paths.request(own), who: investigator },
    { name: "request page, desk", path: paths.request(received), who: liaison },
  ];
  const web = await startWeb();
  try {
    const results: Result[] = [];
    for (const visit of visits) results.push(await besideBare(size, visit, 1.5));
    results.push(await besideBare(size, { name: "leader's page", path: paths.province, who: leader }, null));
    for (const visit of visits.slice(0, 2))
      results.push(...(await processorPerPage(size, visit, web.pid as number)));
    for (const visit of visits.slice(0, 2)) results.push(...(await firstLoad(size, visit)));
    return results;
  } finally {
    web.kill();
    await once(web, "exit");
  }
}

async function openRequest(
  column: "addressee_org_id" | "requester_org_id",
  organisation: string,
): Promise<string> {
  const [row] = await readAsSystem<{ id: string }>({
    name: `bench-one-${column}`,
    text: `select id from request where ${column} = $1 and status in ('SENT', 'ACKNOWLEDGED') order by queue_at desc limit 1`,
    values: [organisation],
  });
  return row?.id ?? "";
}

async function good({ name, path, who }: Visit): Promise<number> {
  const { status, ms } = await page(path, who.cookie);
  if (status !== 200) throw new Error(`${name}: ${path} answers ${status}`);
  return ms;
}

async function besideBare(size: number, visit: Visit, bar: number | null, rounds = 120): Promise<Result> {
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = -30; round < rounds; round++) {
    const floor = (await page("/status")).ms;
    const time = await good(visit);
    if (round < 0) continue;
    bare.push(floor);
    own.push(time);
  }
  const [p50, floor] = [quantile(own, 0.5), quantile(bare, 0.5)];
  return {
    name: visit.name,
    size,
    p50,
    p95: quantile(own, 0.95),
    floor,
    ratio: p50 / floor,
    bar,
    better: "lower",
  };
}

/** Processor time of application and database for one page, all their processes added up. */
async function processorPerPage(size: number, visit: Visit, webPid: number, pages = 200): Promise<Result[]> {
  const databasePid = await postmaster();
  const before = processorTime([webPid, databasePid]);
  for (let index = 0; index < pages; index++) await good(visit);
  const after = processorTime([webPid, databasePid]);
  if (before === null || after === null) return [];
  const each = (after - before) / pages;
  return [
    {
      name: `${visit.name}, processor time`,
      size,
      p50: each,
      p95: each,
      floor: null,
      ratio: null,
      bar: size === 100_000 ? 12 : null,
      better: "lower",
      note: "ms, application and database",
    },
  ];
}

/** The number of the server's first process, of which all others are children. 0 when it runs elsewhere. */
async function postmaster(): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ pid: string }>(
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid",
  );
  await client.end();
  return Number(rows[0]?.pid ?? 0);
}

async function firstLoad(size: number, { name, path, who }: Visit): Promise<Result[]> {
  const { bytes, count, outside } = await scriptsOf((await page(path, who.cookie)).body);
  const line = { size, floor: null, ratio: null, better: "lower" as const };
  return [
    {
      ...line,
      name: `${name}, first-load scripts`,
      p50: bytes / 1_000,
      p95: bytes / 1_000,
      bar: 180,
      note: `kB gzip, ${count} files`,
    },
    {
      ...line,
      name: `${name}, from outside`,
      p50: outside.length,
      p95: outside.length,
      bar: 0,
      note: outside.join(" ") || "nothing",
    },
  ];
}
