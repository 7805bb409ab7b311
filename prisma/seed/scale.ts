import { type CalendarRow, dayStart, dayNumber, workCalendar } from "@/lib/deadlines/calendar";
import { dueAt } from "@/lib/deadlines/due";
import type pg from "pg";
import { asOwner, insertRows, seedId } from "./owner";
import { userIdOf } from "./people";
import { batchSize, drawRequests, settleRequests } from "./scale/draw";
import { signBatch } from "./scale/sign";
import { writes } from "./scale/write";

/**
 * Fills the portal with `requests` requests of the same shape as the demonstration's, for measuring. Set-based: PostgreSQL
 * draws and writes, batch by batch, each one transaction; every constraint and trigger stays on, but for those that count answers' times, which are counted at the end. One event per case, and the police's word on one answer in ten.
 * Needs the reference data and the demonstration's people. Returns rows by table, with rows per second.
 */
export async function seedScale(url: string, requests: number): Promise<Record<string, number>> {
  const now = new Date();
  const written: Record<string, number> = {};
  const begun = performance.now();
  const first = await asOwner(url, async (client) => {
    await prepare(client);
    const { rows } = await client.query<{ n: string }>("select count(*) as n from request");
    return Number(rows[0]?.n ?? 0) + 1;
  });
  for (let done = 0; done < requests; done += batchSize) {
    await asOwner(url, (client) =>
      writeBatch(client, now, first + done, Math.min(batchSize, requests - done), written),
    );
    console.log(`${Math.min(done + batchSize, requests)} / ${requests}`);
  }
  const rows = Object.values(written).reduce((sum, count) => sum + count, 0);
  await asOwner(url, async (client) => {
    await client.query("set local work_mem = '256MB'");
    await client.query("delete from pace_delta");
    await client.query("delete from pace_sum");
    await client.query(countPace);
    await client.query("analyze");
  });
  return { ...written, "rows per second": Math.round(rows / ((performance.now() - begun) / 1_000)) };
}

async function prepare(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>("select id from person where id = $1", [
    userIdOf("minh@lachan.example"),
  ]);
  if (rows.length === 0) throw new Error("seed the demonstration first: its desks answer");
  const people = ["soan", "ky"].map((name) => ({
    id: drafters[name],
    email: `mau.${name}@lachan.example`,
    full_name: "Cán bộ mẫu",
    suspended_at: "2026-01-01T00:00:00Z",
  }));
  await insertRows(client, "person", people, { on: "id", update: false });
}

/** Nobody signs in as these two: they only stand on the papers. */
const drafters: Record<string, string> = {
  soan: seedId("person:scale-drafter"),
  ky: seedId("person:scale-signer"),
};

async function writeBatch(
  client: pg.Client,
  now: Date,
  first: number,
  size: number,
  written: Record<string, number>,
): Promise<void> {
  await client.query("set local work_mem = '256MB'");
  await client.query("select setseed($1)", [((first * 7_919) % 1_000) / 1_000]);
  await client.query(drawRequests, [first, size, now, drafters.soan, drafters.ky]);
  const ends = JSON.stringify(await suspensionEnds(client, now));
  for (const sql of settleRequests) {
    const values = sql.includes("$2") ? [now, ends] : sql.includes("$1") ? [now] : [];
    await client.query(sql, values);
  }
  await client.query("analyze batch");
  await client.query("analyze batch_item");
  await signBatch(client);
  // What answers took is counted from the records once everything is written: the same function that a rebuild counts by.
  for (const [table, trigger] of paceTriggers)
    await client.query(`alter table ${table} disable trigger ${trigger}`);
  for (const [table, sql] of writes)
    written[table] = (written[table] ?? 0) + ((await client.query(sql)).rowCount ?? 0);
  // What is checked at the end of a transaction is checked here: a table that still waits for that cannot be altered.
  await client.query("set constraints all immediate");
  for (const [table, trigger] of paceTriggers)
    await client.query(`alter table ${table} enable trigger ${trigger}`);
}

const paceTriggers = [
  ["request", "pace_request_added"],
  ["deadline", "pace_clock_added"],
  ["event", "pace_review_added"],
] as const;
const countPace = `insert into pace_sum (scope, grain, day, addressee_org_id, kind_code, urgency, stage, bucket, count)
  select s.scope, s.grain, s.since, f.addressee_org_id, s.kind, s.urgent, f.stage, f.bucket, sum(f.count)
  from app.pace_from_records() f cross join lateral app.pace_scopes(f.day, f.province_code, f.kind_code, f.urgency) s group by 1, 2, 3, 4, 5, 6, 7, 8`;

/** When a suspension that begins on a local day must end: three working days, counted once per day instead of per row. */
async function suspensionEnds(client: pg.Client, now: Date): Promise<Record<string, Date>> {
  const { rows } = await client.query<CalendarRow>(
    `select to_char(date, 'YYYY-MM-DD') as date, kind, non_working as "nonWorking", status from holiday`,
  );
  const calendar = workCalendar(rows);
  const today = dayNumber(now.getTime());
  return Object.fromEntries(
    Array.from({ length: 130 }, (_, back) => {
      const day = today - back + 2;
      const start = new Date(dayStart(day));
      return [
        new Date(day * 86_400_000).toISOString().slice(0, 10),
        dueAt({ start, unit: "working-days", value: 3, calendar }),
      ];
    }),
  );
}
