import { expect, it, vi } from "vitest";
import { Problem } from "./errors";

vi.mock("@/lib/access/current-actor", () => ({ currentActor: () => null }));
vi.mock("@/lib/log", () => ({ log: { error: () => undefined } }));
const { refusal } = await import("./action");

const thrown = (code: string) => Object.assign(new Error("secret detail"), { code });

it.each([
  ["an expected refusal", new Problem("not-now"), "not-now"],
  ["a key that somebody took a moment before, by Prisma", thrown("P2002"), "changed-meanwhile"],
  ["a key that somebody took a moment before, by SQL", thrown("23505"), "changed-meanwhile"],
  ["a database that is away", thrown("ECONNREFUSED"), "unavailable"],
  ["two who wait for each other", thrown("40P01"), "unavailable"],
  ["a wait for a lock that was over", thrown("55P03"), "unavailable"],
  [
    "no connection that was free in time",
    new Error("timeout exceeded when trying to connect"),
    "unavailable",
  ],
  ["a transaction that was ended meanwhile", new Error("the transaction is over"), "unavailable"],
  ["anything else", new TypeError("secret detail"), "unexpected"],
  ["nothing at all", null, "unexpected"],
])("%s is told as a code, without its words", (_, error, code) => {
  const told = refusal(error);
  expect(told).toMatchObject({ ok: false, code });
  expect(JSON.stringify(told)).not.toContain("secret");
});
