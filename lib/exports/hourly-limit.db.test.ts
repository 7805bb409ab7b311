import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { type Scene, setScene } from "@/prisma/factories/scene";
import { answerTooMany, countedKinds, nextListAt, TooManyExports } from "./hourly-limit";
import { exported } from "./record-export";
import { mostAnHour } from "./types";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);

const bytes = Buffer.from("một tệp");
const take = (actor: Actor, kind = "requests_xlsx") =>
  asActor(actor, (tx) => exported(tx, actor, { kind, rows: 2 }, {}, () => Promise.resolve({ bytes })));
const again = (actor: Actor) => asActor(actor, (tx) => nextListAt(tx, actor));
async function tired() {
  const person = await makePerson("investigator", scene.police);
  for (let index = 0; index < mostAnHour; index++) await take(person, countedKinds[index % 5]);
  return person;
}
const countOf = (actor: Actor) =>
  asSystem((tx) => tx.exportRecord.count({ where: { userId: actor.userId } }));

it("lets a person take ten lists an hour, of all kinds together, and single papers beyond that", async () => {
  const person = await tired();
  await expect(take(person)).rejects.toMatchObject({ code: "too-many" });
  await expect(take(person, "trail_svg")).rejects.toBeInstanceOf(TooManyExports);
  await take(person, "letter_pdf");
  await take(await makePerson("investigator", scene.police));
  expect(await countOf(person)).toBe(mostAnHour + 1);
});

it("of many at once lets no more than ten through", async () => {
  const person = await makePerson("investigator", scene.police);
  const ends = await Promise.allSettled(Array.from({ length: mostAnHour + 6 }, () => take(person)));
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(mostAnHour);
  for (const end of ends)
    if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "too-many" });
});

it("says from when the next may be taken: within the hour, and at once to who took none", async () => {
  const person = await tired();
  const until = (await again(person))!;
  const left = until.getTime() - Date.now();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(3_600_000);
  expect(await again(await makePerson("investigator", scene.police))).toBeNull();
});

it("answers with the time to wait, and leaves a line in the record", async () => {
  const person = await tired();
  const error: unknown = await take(person).catch((refused: unknown) => refused);
  const answer = (await answerTooMany(person, error))!;
  expect(answer.status).toBe(429);
  const seconds = Number(answer.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(3_600);
  const lines = await asSystem((tx) =>
    tx.event.findMany({ where: { actorId: person.userId, type: "export.refused" } }),
  );
  expect(lines.map(({ changes }) => changes)).toEqual([{ export: "requests_xlsx" }]);
  expect(await answerTooMany(person, new Error("something else"))).toBeNull();
});

it("holds in the database too, with the kinds that the command counts", async () => {
  const person = await tired();
  const insert = `insert into export_record (kind, organisation_id, membership_id, user_id, row_count) values ($4, $1, $2, $3, 1)`;
  const write = (kind: string) =>
    asActor(person, (tx) => statement(tx, insert, [person.orgId, person.membershipId, person.userId, kind]));
  for (const kind of countedKinds) await expect(write(kind)).rejects.toThrow(/ten lists an hour/);
  // A letter is stopped by nothing but its missing bytes.
  await expect(write("letter_pdf")).rejects.toThrow(/mark of its bytes/);
  const { rows } = await asSystem((tx) =>
    statement<{ text: string }>(
      tx,
      "select prosrc as text from pg_proc where proname = 'export_hourly_limit'",
      [],
    ),
  );
  for (const [, list] of rows[0]!.text.matchAll(/kind (?:not )?in \(([^)]*)\)/g))
    expect([...list!.matchAll(/'(\w+)'/g)].map(([, kind]) => kind)).toEqual(countedKinds);
  expect(rows[0]!.text).toContain(`>= ${mostAnHour} then`);
});
