import { mkdirSync, writeFileSync } from "node:fs";
import { closeDatabase } from "@/lib/db";
import { fireSteps } from "@/lib/ladder/fire-steps";
import { connectPastTriggers } from "@/prisma/factories/database-roles";
import { climbWhileKilled, floodFrom, toldOf } from "@/prisma/factories/ladder-flood";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { quantile, reached, type Result } from "./result";

/**
 * `npm run bench:ladder [-- --count 10000 --kills 20 --running 1000000]`: three workers killed again and again while clocks of the last
 * ten minutes wait and others run out; how late steps are told; and what one sweep takes of the database among a million running clocks.
 * As a table and in bench/results/ladder.json. Ends with 1 when a bar is missed.
 */
const option = (name: string, usual: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const count = option("count", 10_000);
const kills = option("kills", 20);
const running = option("running", 1_000_000);
const results: Result[] = [];
const line = (name: string, size: number, times: readonly number[], bar: number | null, note?: string) =>
  results.push({
    name,
    size,
    p50: bar === null ? quantile(times, 0.5) : quantile(times, 0.99),
    p95: quantile(times, 0.95),
    floor: null,
    ratio: null,
    bar,
    better: "lower",
    note,
  });

const scene = await setScene();
const { requestId } = await makeAcknowledged(scene);
// Half ended while nobody was up, within ten minutes; half ends in the minute that follows.
const courses = Array.from({ length: count }, (_, index) =>
  index % 2 === 0
    ? { begun: 600, ends: -((index % 600) / 60) - 0.01 }
    : { begun: 600, ends: 0.2 + (index % 60) / 60 },
);
const flood = await floodFrom(requestId, count, courses);
const began = new Date();
const killed = await climbWhileKilled(flood, {
  workers: 3,
  kills,
  until: new Date(began.getTime() + 90_000),
});
const owner = await connectPastTriggers();
const { rows: steps } = await owner.query<{ planned: Date; fired: Date }>(
  `select s.planned_at as planned, s.fired_at as fired from deadline_step s join deadline d on d.id = s.deadline_id
    where d.request_id = any($1::uuid[]) and s.rung = 'breach' and s.skipped is null`,
  [flood.requestIds],
);
const told = await toldOf(flood);
const wrong = told.filter(
  (clock) => clock.told.filter((rung) => rung === "breach").length !== 1 || clock.words !== clock.planned,
).length;
line("clocks not told exactly once", count, [wrong], 0, `${killed} kills`);
const up = steps.filter(({ planned }) => planned >= began);
const down = steps.filter(({ planned }) => planned < began);
line(
  "late while up, p99",
  up.length,
  up.map(({ planned, fired }) => fired.getTime() - planned.getTime()),
  60_000,
);
line(
  "told after ten minutes down, p99",
  down.length,
  down.map(({ fired }) => fired.getTime() - began.getTime()),
  120_000,
);

// A million clocks run; of a thousand a step is due.
await owner.query(
  `insert into deadline select copy.* from deadline d,
      generate_series(1, $2::int) as n, lateral jsonb_populate_record(d, jsonb_build_object('id', uuid_v7(), 'request_id', null, 'subject', 'CASE_LEGAL', 'kind_code', 'CLASSIFY_REPORT',
      'owner_org_id', d.requester_org_id, 'state', 'running', 'ended_at', null, 'starts_at', now() - interval '60 days', 'due_version', 1, 'due_since', null,
      'due_at', case when n <= 1000 then now() + interval '40 days' else now() + interval '1 day' * (61 + n % 300) end,
      'next_step_at', case when n <= 1000 then now() - interval '1 second' else now() + interval '1 minute' * (n % 100000 + 60) end)) as copy
    where d.id = (select id from deadline where request_id = $1 and subject = 'ANSWER' limit 1)`,
  [requestId, running],
);
await owner.query("vacuum analyze deadline");
const active = async () => {
  await owner.query("select pg_stat_clear_snapshot()");
  const { rows } = await owner.query<{ ms: number }>(
    "select active_time as ms from pg_stat_database where datname = current_database()",
  );
  return Number(rows[0]?.ms);
};
await new Promise((resolve) => setTimeout(resolve, 1_500));
const before = await active();
const fired = await fireSteps();
await closeDatabase(); // what a session did is counted when it ends
await new Promise((resolve) => setTimeout(resolve, 1_500));
line("sweep among running clocks, database ms", running, [(await active()) - before], 1_000, `${fired} told`);
await owner.end();

mkdirSync("bench/results", { recursive: true });
writeFileSync(
  "bench/results/ladder.json",
  `${JSON.stringify({ at: new Date().toISOString(), results }, null, 2)}\n`,
);
console.table(
  results.map(({ name, size, p50, bar, note }) => ({ name, size, measured: Math.round(p50), bar, note })),
);
process.exitCode = results.every(reached) ? 0 : 1;
