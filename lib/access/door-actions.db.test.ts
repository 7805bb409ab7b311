import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { sessionOf } from "@/prisma/factories/sign-in";
import { acceptInvitationAction } from "./account-actions";
import type { Actor } from "./actor";
import { newToken } from "./crypto";
import { writeSessionToken } from "./session-cookie";
import { signOutAction } from "./session-actions";
import { codeAction, enrolAction, passwordAction } from "./sign-in-actions";

const browser = vi.hoisted(() => ({ cookies: new Map<string, string>() }));
const logged = vi.hoisted(() => ({ errors: 0 }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": "203.0.113.7" }),
  cookies: async () => ({
    has: (name: string) => browser.cookies.has(name),
    get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined),
    set: (name: string, value: string) => browser.cookies.set(name, value),
  }),
}));
vi.mock("@/lib/log", () => ({ log: { error: () => logged.errors++, warn: () => undefined } }));
afterAll(closeDatabase);

let person: Actor;
beforeEach(async () => {
  browser.cookies.clear();
  logged.errors = 0;
  person = await makePerson("investigator", await makeOrganisation("police"));
});

const sitDown = async (secondFactorAt: Date | null) =>
  writeSessionToken(await sessionOf(person, secondFactorAt));
const told = () => asSystem((tx) => tx.event.findMany({ where: { actorId: person.userId } }));
const open = () => asSystem((tx) => tx.session.count({ where: { userId: person.userId, endedAt: null } }));

it.each([
  ["with both factors proved, the record says so", new Date(), ["session.ended"]],
  ["after a password alone, nothing stands in the owner's name", null, []],
])("whoever signs out ends the session; %s", async (_, secondFactorAt, types) => {
  await sitDown(secondFactorAt);
  await signOutAction();
  expect(await open()).toBe(0);
  expect((await told()).map(({ type }) => type)).toEqual(types);
});

it.each(["\u0000", "\ud800"])("text that no column takes (%j) is wrong like any other", async (odd) => {
  const email = `${odd}${randomUUID()}@example.vn`;
  expect(await passwordAction({ email, password: "guess guess guess" })).toEqual({
    ok: false,
    code: "wrong",
  });
  await sitDown(null);
  const code = `12345${odd}6`;
  expect(await codeAction({ code })).toEqual({ ok: false, code: "code" });
  expect(await enrolAction({ code })).toEqual({ ok: false, code: "code" });
  expect(
    await acceptInvitationAction({ token: `${newToken()}${odd}`, password: `guess guess${odd} guess` }),
  ).toEqual({ ok: false, code: "not-found" });
  expect(logged.errors).toBe(0);
});
