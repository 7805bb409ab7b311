import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { restrictCase } from "@/lib/cases/commands";
import { dayOf } from "@/lib/day";
import { asSystem, closeDatabase, contextOf, contextSql, statement } from "@/lib/db";
import { addDays, startOf } from "@/lib/local-days";
import { connectAsApp } from "@/prisma/factories/database-roles";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { feedText } from "./feed-text";
import { closeFeed, listFeeds, openFeed } from "./feeds";
import { countDue, listDue } from "./queries";
import type { Reach } from "./types";
import { visitFeed } from "./visit-feed";

let app: pg.Client;
beforeAll(async () => {
  app = await connectAsApp();
});
afterAll(async () => {
  await app.end();
  await closeDatabase();
});

const span = (reach: Reach) => {
  const today = dayOf(new Date());
  return { reach, from: addDays(today, -2), to: addDays(today, 60), kinds: [] as const };
};
const kindsFor = async (actor: Actor, reach: Reach) =>
  (await listDue(actor, span(reach))).items.map(({ kind, code }) => `${kind} ${code}`);
/** A scene with one request taken in hand. */
async function setAsked(): Promise<Scene & { requestId: string }> {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  return { ...scene, requestId };
}
const codeOf = async (requestId: string) =>
  (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId }, select: { code: true } })))
    .code;

describe("what is due", () => {
  let scene: Scene & { requestId: string };
  let code: string;
  beforeAll(async () => {
    scene = await setAsked();
    code = await codeOf(scene.requestId);
  });

  it("is seen by the unit that asked and by the desk that is asked, and by nobody else", async () => {
    expect(await kindsFor(scene.investigator, "team")).toContain(`answer ${code}`);
    expect(await kindsFor(scene.liaison, "team")).toContain(`answer ${code}`);
    const bank = await makeOrganisation("bank");
    const stranger = await makePerson("liaison", bank);
    expect(await kindsFor(stranger, "team")).toEqual([]);
    const other = await makePerson("investigator", await makeOrganisation("police"));
    expect(await kindsFor(other, "team")).toEqual([]);
  });

  it("is one's own for who drafted it and for who has it in hand", async () => {
    expect(await kindsFor(scene.investigator, "own")).toContain(`answer ${code}`);
    expect(await kindsFor(scene.commander, "own")).not.toContain(`answer ${code}`);
    const { assigneeId } = await asSystem((tx) =>
      tx.request.findUniqueOrThrow({ where: { id: scene.requestId } }),
    );
    expect((await kindsFor(scene.liaison, "own")).includes(`answer ${code}`)).toBe(
      assigneeId === scene.liaison.membershipId,
    );
  });

  it("is counted as it is listed, by day, late ones apart", async () => {
    await asSystem((tx) =>
      statement(
        tx,
        "update deadline set due_at = clock_timestamp() - interval '1 hour' where request_id = $1 and subject = 'ANSWER'",
        [scene.requestId],
      ),
    );
    const counts = await countDue(scene.liaison, span("team"));
    const { items } = await listDue(scene.liaison, span("team"));
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    expect(counts.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(
      items.filter(({ isOverdue }) => isOverdue).length,
    );
    expect(items.find(({ kind }) => kind === "answer")!.isOverdue).toBe(true);
  });

  it("is of the day at whose end it ends: midnight belongs to the day before", async () => {
    const day = addDays(dayOf(new Date()), 40);
    await asSystem((tx) =>
      statement(tx, "update deadline set due_at = $2 where request_id = $1 and subject = 'ANSWER'", [
        scene.requestId,
        startOf(addDays(day, 1)),
      ]),
    );
    const on = (from: string) => ({
      ...span("team"),
      from,
      to: addDays(from, 1),
      kinds: ["answer"] as const,
    });
    expect((await listDue(scene.liaison, on(day))).items).toMatchObject([{ lastDay: day }]);
    expect(await countDue(scene.liaison, on(day))).toMatchObject([{ day, count: 1 }]);
    expect((await listDue(scene.liaison, on(addDays(day, 1)))).items).toEqual([]);
    expect(await countDue(scene.liaison, on(addDays(day, 1)))).toEqual([]);
  });

  it("goes on where a page ended, and shows only the kinds that are asked for", async () => {
    const whole = (await listDue(scene.investigator, span("team"))).items;
    const first = await listDue(scene.investigator, { ...span("team"), limit: 1 });
    const second = await listDue(scene.investigator, { ...span("team"), after: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    const cases = await listDue(scene.investigator, { ...span("team"), kinds: ["case"] });
    expect(cases.items.every(({ kind }) => kind === "case")).toBe(true);
    expect(cases.items.length).toBeGreaterThan(0);
  });
});

describe("the address for a calendar program", () => {
  it("is shown once, kept as a hash, renewed and revoked; unknown and ended look alike", async () => {
    const { liaison } = await setAsked();
    const input = { key: randomUUID(), reach: "team" as const, language: "vi" as const };
    const { token, feedId } = await openFeed(liaison, input);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await openFeed(liaison, input)).toEqual({ feedId, token: null });
    expect(JSON.stringify(await listFeeds(liaison))).not.toContain(token!);
    const kept = await asSystem(
      (tx) => tx.$queryRaw<object[]>`select result from idempotency_key where key = ${input.key}`,
    );
    expect(JSON.stringify(kept)).not.toContain(token!);

    const visit = await visitFeed(token!);
    expect(visit).toMatchObject({
      reach: "team",
      language: "vi",
      actor: { membershipId: liaison.membershipId },
    });
    expect(await visitFeed(token!)).toBe("too-soon");
    const renewed = await openFeed(liaison, { ...input, key: randomUUID() });
    expect(await visitFeed(token!)).toBeNull();
    expect(await visitFeed("A".repeat(43))).toBeNull();
    await closeFeed(liaison, { key: randomUUID(), feedId: renewed.feedId });
    expect(await visitFeed(renewed.token!)).toBeNull();
    await expect(closeFeed(liaison, { key: randomUUID(), feedId: renewed.feedId })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("dies with the account and with the membership, at once", async () => {
    const { liaison, investigator } = await setScene();
    const [one, other] = await Promise.all(
      [liaison, investigator].map((actor) =>
        openFeed(actor, { key: randomUUID(), reach: "own", language: "en" }),
      ),
    );
    await asSystem((tx) =>
      statement(tx, "update person set suspended_at = now() where id = $1", [liaison.userId]),
    );
    await asSystem((tx) =>
      statement(tx, "update membership set valid_to = now() where id = $1", [investigator.membershipId]),
    );
    expect(await visitFeed(one!.token!)).toBeNull();
    expect(await visitFeed(other!.token!)).toBeNull();
  });

  it("tells codes, kinds, instants and links, and nothing of a person or of a restricted case", async () => {
    const scene = await setAsked();
    const code = await codeOf(scene.requestId);
    const text = await feedText(scene.investigator, "team", "vi", new Date());
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain(`SUMMARY:${code} · Hạn trả lời`);
    expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z/);
    expect(text).toContain(`/requests/${scene.requestId}`.slice(0, 20));
    const { items, victims } = await asSystem(async (tx) => ({
      items: await tx.requestItem.findMany({ where: { requestId: scene.requestId } }),
      victims: await tx.victim.findMany({ where: { caseId: scene.caseId } }),
    }));
    const marked = [
      ...items.flatMap(({ value, display, holderName }) => [value, display, holderName]),
      ...victims.map(({ fullName }) => fullName),
      scene.investigator.name,
      scene.liaison.name,
    ].filter((value): value is string => Boolean(value));
    const unfolded = text.replace(/\r\n /g, "");
    for (const value of marked) expect(unfolded).not.toContain(value);

    const { version } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }));
    await restrictCase(scene.commander, {
      key: randomUUID(),
      caseId: scene.caseId,
      version,
      restricted: true,
      reason: "Vụ việc nhạy cảm, hạn chế người biết",
    });
    expect(await feedText(scene.commander, "team", "vi", new Date())).not.toContain(code);
    expect(await feedText(scene.liaison, "team", "vi", new Date())).not.toContain(code);
  });

  it("is its owner's alone in the database too: no hash is read back, no other's address is made or seen", async () => {
    const { liaison, investigator } = await setScene();
    await openFeed(liaison, { key: randomUUID(), reach: "own", language: "vi" });
    const as = async (actor: Actor, text: string, values: unknown[] = []) => {
      await app.query("begin");
      try {
        await app.query(contextSql, contextOf(actor));
        return await app.query(text, values);
      } finally {
        await app.query("rollback");
      }
    };
    expect((await as(investigator, "select id from calendar_feed")).rowCount).toBe(0);
    expect((await as(liaison, "select id from calendar_feed")).rowCount).toBe(1);
    await expect(as(liaison, "select token_hash from calendar_feed")).rejects.toThrow(/permission denied/);
    const insert =
      "insert into calendar_feed (membership_id, org_id, reach, language, token_hash) values ($1, $2, 'team', 'vi', repeat('a', 64))";
    await expect(as(investigator, insert, [liaison.membershipId, liaison.orgId])).rejects.toThrow(
      /row-level security/,
    );
    await expect(as(liaison, "update calendar_feed set ended_at = now() + interval '1 day'")).rejects.toThrow(
      /row-level security/,
    );
  });
});
