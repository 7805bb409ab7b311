import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { whileUnrecorded } from "@/prisma/factories/database-roles";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { sessionOf } from "@/prisma/factories/sign-in";
import type { Actor } from "./actor";
import { admit } from "./admission";
import { originOf } from "./caller-address";

const browser = vi.hoisted(() => ({ cookies: new Map<string, string>() }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": "198.51.100.9, 203.0.113.7" }),
  cookies: async () => ({
    get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined),
    set: (name: string, value: string) => browser.cookies.set(name, value),
  }),
}));
afterAll(closeDatabase);

let person: Actor;
beforeEach(async () => {
  browser.cookies.clear();
  person = await makePerson("investigator", await makeOrganisation("police"));
});

const told = () => asSystem((tx) => tx.event.findMany({ where: { actorId: person.userId } }));
const open = () => asSystem((tx) => tx.session.count({ where: { userId: person.userId, endedAt: null } }));

it("who comes in is in the record, with the membership he acts in and a hash of where he came from", async () => {
  expect(await admit(await sessionOf(person))).toMatchObject({ userId: person.userId });
  expect(await told()).toMatchObject([
    {
      type: "session.started",
      stream: person.orgId,
      membershipId: person.membershipId,
      subjectType: "session",
      origin: originOf("203.0.113.7"),
    },
  ]);
  expect(browser.cookies.size).toBe(1);
});

it("who acts nowhere any more is not let in, and the record says so", async () => {
  const token = await sessionOf(person);
  await asSystem((tx) =>
    tx.membership.update({ where: { id: person.membershipId }, data: { validTo: new Date() } }),
  );
  expect(await admit(token)).toBeNull();
  expect(await told()).toMatchObject([
    { type: "session.refused", stream: person.orgId, membershipId: null, changes: { why: "nowhere" } },
  ]);
  expect([browser.cookies.size, await open()]).toEqual([0, 0]);
});

it("nobody comes in when the record cannot be written", async () => {
  const token = await sessionOf(person);
  await whileUnrecorded("lachan_app", () => expect(admit(token)).rejects.toThrow(/permission denied/));
  expect(browser.cookies.size).toBe(0);
});
