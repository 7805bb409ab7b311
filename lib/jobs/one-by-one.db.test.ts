import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase, statement, type Tx } from "@/lib/db";
import { makeAdministrator } from "@/prisma/factories/people";
import { notAside, oneByOne, type Taken } from "./one-by-one";

const source = "test-isolation";
afterAll(async () => {
  await asSystem((tx) => statement(tx, "delete from set_aside where source = $1", [source]));
  await closeDatabase();
});

/** Rows that stand in the order of their ids. */
const rowsOf = (...orderKeys: (string | null)[]): Taken[] => {
  const of = randomUUID().slice(0, 30);
  return orderKeys.map((orderKey, place) => ({ id: `${of}${String(place).padStart(6, "0")}`, orderKey }));
};
/** Work that leaves a mark for each row it did, and cannot do those that are named. */
const marking = (tx: Tx, poison: Set<string>) => async (rows: readonly Taken[]) => {
  for (const { id } of rows) {
    await statement(tx, "insert into outbox (topic, org_ids, case_id) values ('isolation.mark', '{}', $1)", [
      id,
    ]);
    if (poison.has(id)) await statement(tx, "select 1 / 0", []);
  }
};
const marked = (rows: Taken[]) =>
  asSystem(async (tx) => {
    const { rows: found } = await statement<{ id: string }>(
      tx,
      "select case_id as id from outbox where topic = 'isolation.mark' and case_id = any($1::uuid[]) order by id",
      [rows.map(({ id }) => id)],
    );
    return found.map(({ id }) => id);
  });
const aside = (rows: Taken[]) =>
  asSystem((tx) => tx.setAside.findMany({ where: { source, rowId: { in: rows.map(({ id }) => id) } } }));
const run = (rows: Taken[], poison: Taken[], now: Date | null = null) =>
  asSystem((tx) => oneByOne(tx, source, rows, marking(tx, new Set(poison.map(({ id }) => id))), now));
/** Which of these rows a claim would take at that instant. */
const claimable = (rows: Taken[], now: Date) =>
  asSystem(async (tx) => {
    const { rows: found } = await statement<{ id: string }>(
      tx,
      `select r.id from unnest($1::uuid[], $2::uuid[]) as r (id, k)
        where ${notAside(source, { id: "r.id", order: "r.k", now: "$3::timestamptz" })} order by r.id`,
      [rows.map(({ id }) => id), rows.map(({ orderKey }) => orderKey ?? null), now],
    );
    return found.map(({ id }) => id);
  });
const at = new Date("2026-11-23T02:00:00Z");
const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);

it("does the others, each once, when one always fails, and sets that one aside with what stands behind it", async () => {
  const [ours, theirs] = [randomUUID(), randomUUID()];
  const rows = rowsOf(ours, ours, theirs, ours, null);
  const { done, left } = await run(rows, [rows[1]!], at);
  expect(done).toEqual([rows[0], rows[2], rows[4]]);
  expect(left).toEqual([rows[1], rows[3]]);
  expect(await marked(rows)).toEqual([rows[0]!.id, rows[2]!.id, rows[4]!.id]);
  expect(await aside(rows)).toMatchObject([
    {
      rowId: rows[1]!.id,
      orderKey: ours,
      tries: 1,
      nextAt: later(10),
      errorName: expect.stringContaining("22012"),
    },
  ]);
});

it("tries again with growing pauses, keeps the order for a day, and then lets the later ones go", async () => {
  const ours = randomUUID();
  const rows = rowsOf(ours, ours);
  await run(rows, [rows[0]!], at);
  expect(await claimable(rows, later(9))).toEqual([]);
  expect(await claimable(rows, later(10))).toEqual([rows[0]!.id, rows[1]!.id]);
  await run(rows, [rows[0]!], later(10));
  expect(await claimable(rows, later(29))).toEqual([]);
  expect(await claimable(rows, later(30))).toHaveLength(2);
  const dayLater = later(24 * 3_600 + 10);
  expect((await run(rows, [rows[0]!], dayLater)).left).toEqual([rows[0]]);
  expect(await claimable(rows, later(24 * 3_600 + 11))).toEqual([rows[1]!.id]);
  expect(await marked(rows)).toEqual([rows[1]!.id]);
});

it("is aside no more once it went well", async () => {
  const rows = rowsOf(randomUUID());
  await run(rows, rows, at);
  expect(await aside(rows)).toHaveLength(1);
  expect((await run(rows, [], later(10))).done).toEqual(rows);
  expect(await aside(rows)).toEqual([]);
});

it("blames no row for a deadlock or a connection that is gone", async () => {
  const rows = rowsOf(null, null);
  const fails = (code: string) =>
    asSystem((tx) =>
      oneByOne(tx, source, rows, async () => {
        throw Object.assign(new Error("not the row"), { code });
      }),
    );
  for (const code of ["40P01", "57P01", "53300", "08006"])
    await expect(fails(code)).rejects.toMatchObject({ code });
  const cut = asSystem((tx) =>
    oneByOne(tx, source, rows, async () => {
      await statement(tx, "select pg_terminate_backend(pg_backend_pid())", []);
    }),
  );
  await expect(cut).rejects.toThrow();
  expect(await aside(rows)).toEqual([]);
});

it("is nothing that people's role may see", async () => {
  const admin = await makeAdministrator();
  const read = asActor(admin, (tx) => statement(tx, "select 1 from set_aside", []));
  await expect(read).rejects.toThrow(/permission denied/);
});
