import { afterAll, beforeEach, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import type { Role } from "@/lib/generated/prisma/enums";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { sessionOf } from "@/prisma/factories/sign-in";
import type { Actor } from "./actor";
import { liveSession } from "./actor-of-session";
import { keyedHash } from "./crypto";
import { endSessions, listSessions, renewSession, touchSession } from "./sessions";

afterAll(closeDatabase);

let person: Actor;
beforeEach(async () => {
  person = await makePerson("investigator", await makeOrganisation("police"));
});

const start = (who = person, secondFactorAt: Date | null = new Date()) => sessionOf(who, secondFactorAt);
const look = (token: string) => liveSession(token, null);
/** As if nobody had done anything for so many minutes. */
const leaveAlone = (token: string, minutes: number) =>
  asSystem(
    (tx) =>
      tx.$executeRaw`update session set seen_at = now() - make_interval(mins => ${minutes}::int) where token_hash = ${keyedHash("session", token)}`,
  );

it("keeps no token in clear and finds the person's rights as they stand now", async () => {
  const token = await start();
  const stored = await asSystem((tx) => tx.session.findMany({ where: { userId: person.userId } }));
  expect(JSON.stringify(stored)).not.toContain(token);
  expect((await look(token))?.actor?.roles).toEqual(["investigator"]);
  await asSystem((tx) =>
    tx.membership.update({ where: { id: person.membershipId }, data: { roles: ["analyst"] } }),
  );
  expect((await look(token))?.actor?.roles).toEqual(["analyst"]);
  await asSystem((tx) =>
    tx.membership.update({ where: { id: person.membershipId }, data: { validTo: new Date() } }),
  );
  expect((await look(token))?.actor).toBeNull();
  expect(await look(`${token.slice(0, -1)}x`)).toBeNull();
});

it("is over with the next look when it is ended, when all others are ended, or when the person is suspended", async () => {
  const [one, two, three] = [await start(), await start(), await start()];
  const kept = (await look(two))!.sessionId;
  expect(await endSessions(person.userId, { only: (await look(one))!.sessionId })).toBe(1);
  expect([await look(one), (await look(two))?.sessionId, Boolean(await look(three))]).toEqual([
    null,
    kept,
    true,
  ]);
  expect(await endSessions(person.userId, { except: kept })).toBe(1);
  expect([(await look(two))?.sessionId, await look(three)]).toEqual([kept, null]);
  await asSystem((tx) => tx.user.update({ where: { id: person.userId }, data: { suspendedAt: new Date() } }));
  expect(await look(two)).toBeNull();
});

it("nobody ends another's session", async () => {
  const stranger = await makePerson("investigator", await makeOrganisation("police"));
  const token = await start();
  expect(await endSessions(stranger.userId, { only: (await look(token))!.sessionId })).toBe(0);
  expect(await look(token)).not.toBeNull();
});

it.each([
  ["investigator", 14, 16],
  ["commander", 14, 16],
  ["liaison", 29, 31],
  ["leader", 29, 31],
] as [Role, number, number][])(
  "%s: still in after %i idle minutes, out after %i",
  async (role, inside, outside) => {
    const who = await makePerson(role, await makeOrganisation(role === "liaison" ? "bank" : "police"));
    const token = await start(who);
    await leaveAlone(token, inside);
    const session = await look(token);
    expect(session).not.toBeNull();
    await touchSession(session!.sessionId);
    expect((await look(token))!.idleEndsAt.getTime()).toBeGreaterThan(session!.idleEndsAt.getTime());
    await leaveAlone(token, outside);
    expect(await look(token)).toBeNull();
    await touchSession(session!.sessionId);
    expect(await listSessions(who.userId), "a session asleep is not shown as one").toHaveLength(0);
  },
);

it("ends after twelve hours whatever is done", async () => {
  const token = await start();
  await asSystem((tx) =>
    tx.session.updateMany({
      where: { userId: person.userId },
      data: { expiresAt: new Date(Date.now() - 1000) },
    }),
  );
  expect(await look(token)).toBeNull();
});

it("a new capacity or a second factor gives a new token, the old one is dead, and the end stays the end", async () => {
  const other = await makeOrganisation("police");
  const second = await asSystem((tx) =>
    tx.membership.create({
      data: { userId: person.userId, organisationId: other.id, roles: ["analyst"] },
      select: { id: true },
    }),
  );
  const half = await start(person, null);
  const before = (await look(half))!;
  expect(before.secondFactorAt).toBeNull();
  const whole = await renewSession(before.sessionId, { secondFactorAt: new Date() });
  expect(await look(half)).toBeNull();
  const proved = (await look(whole))!;
  expect(proved.secondFactorAt).not.toBeNull();
  const switched = await renewSession(proved.sessionId, { membershipId: second.id });
  expect(await look(whole)).toBeNull();
  const now = (await look(switched))!;
  expect([now.actor?.orgId, now.actor?.roles, now.endsAt.getTime()]).toEqual([
    other.id,
    ["analyst"],
    before.endsAt.getTime(),
  ]);
});

it("two switches of one session at once leave one good token", async () => {
  const { sessionId } = (await look(await start()))!;
  const results = await Promise.allSettled(Array.from({ length: 4 }, () => renewSession(sessionId, {})));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await asSystem((tx) => tx.session.count({ where: { userId: person.userId, endedAt: null } }))).toBe(
    1,
  );
});

it("is found while everybody at the door holds a connection and waits", async () => {
  const token = await start();
  let open: () => void = () => undefined;
  const gate = new Promise<void>((opened) => (open = opened));
  const atDoor = Promise.allSettled(Array.from({ length: 60 }, () => asSystem(() => gate)));
  expect((await look(token))?.userId).toBe(person.userId);
  open();
  await atDoor;
});
