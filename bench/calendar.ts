import { dayOf } from "@/lib/day";
import { asSystem, closeDatabase, statement } from "@/lib/db";
import { countDue, listDue } from "@/lib/agenda/queries";
import type { Reach } from "@/lib/agenda/types";
import { addDays } from "@/lib/local-days";
import { setScene } from "@/prisma/factories/scene";

/**
 * `node scripts/with-test-db.mjs tsx bench/calendar.ts`: what a month of the calendar takes of the server when 100,000 limits run, a
 * tenth of them in the reader's own unit. Ends with 1 when a page's three readings together take longer than 50 ms (p50 of 20).
 */
const size = 100_000;
const bar = 50;
const [own, other] = [await setScene(), await setScene()];
const fill = (caseId: string, unitId: string, count: number) =>
  asSystem((tx) =>
    statement(
      tx,
      `insert into deadline (subject, label, policy, starts_at, due_at, span_minutes, case_id, owner_org_id, requester_org_id, province_code, sealed_to)
        select 'CASE_LEGAL', 'RESOLVE_REPORT', '{}', now(), now() + make_interval(mins => (n * 525600.0 / $3::int)::int), 28800, $1, $2, $2, '25', '{}'
        from generate_series(1, $3::int) n`,
      [caseId, unitId, count],
    ),
  );
await fill(own.caseId, own.police.id, size / 10);
for (let part = 0; part < 9; part += 1) await fill(other.caseId, other.police.id, size / 10);

const today = dayOf(new Date());
const rows: { reach: Reach; due: number; p50: number; p95: number }[] = [];
for (const reach of ["team", "own"] as const) {
  const asked = { reach, from: today, to: addDays(today, 42), kinds: [] };
  const times: number[] = [];
  let due = 0;
  for (let turn = 0; turn < 25; turn += 1) {
    const began = performance.now();
    const [counts] = await Promise.all([
      countDue(own.investigator, asked),
      listDue(own.investigator, asked),
      listDue(own.investigator, { ...asked, to: addDays(today, 1) }),
    ]);
    if (turn >= 5) times.push(performance.now() - began);
    due = counts.reduce((sum, { count }) => sum + count, 0);
  }
  times.sort((a, b) => a - b);
  rows.push({ reach, due, p50: times[10]!, p95: times[18]! });
}
for (const { reach, due, p50, p95 } of rows)
  process.stdout.write(
    `${reach}: ${due} due in 42 days, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (bar ${bar})\n`,
  );
await closeDatabase();
process.exitCode = rows.some(({ p50 }) => p50 > bar) ? 1 : 0;
