import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import type * as database from "@/lib/db";
import { asSystem, closeDatabase } from "@/lib/db";
import { whileUnrecorded } from "@/prisma/factories/database-roles";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { enrol } from "@/prisma/factories/sign-in";
import type { Actor } from "./actor";
import { originOf } from "./caller-address";
import { rememberDevice } from "./known-devices";
import { hashPassword } from "./passwords";
import { proveAtDoor, proveInSession } from "./second-factor";
import { beginSignIn } from "./sign-in";
import { currentCode, newTotpSecret } from "./totp";

const rounds = vi.hoisted(() => ({ count: 0 }));
vi.mock("@/lib/db", async (load) => {
  const real = await load<typeof database>();
  const asSystem: typeof real.asSystem = (work) => {
    rounds.count++;
    return real.asSystem(work);
  };
  return { ...real, asSystem };
});
afterAll(closeDatabase);

const password = "khói bếp chiều trên mái rạ 61";
const secret = newTotpSecret();
const stored = await hashPassword(password);
let owner: Actor;
let email: string;
let address: string;

beforeEach(async () => {
  owner = await makePerson("investigator", await makeOrganisation("police"));
  address = `2001:db8::${randomUUID().slice(0, 4)}`;
  email = (await asSystem((tx) => tx.user.findUniqueOrThrow({ where: { id: owner.userId } }))).email;
  await enrol(owner.userId, stored, secret);
});

const result = (work: Promise<unknown>) =>
  work.then(
    () => "in",
    (problem: { code: string }) => problem.code,
  );
const enter = (typed: string, deviceToken: string | null = null, account = email) =>
  result(beginSignIn({ email: account, password: typed, address, device: null, deviceToken }));
const show = (code: string, deviceToken: string | null = null) =>
  result(proveAtDoor(owner.userId, code, { origin: originOf(address), deviceToken }));
const nobody = () => `${randomUUID()}@test.invalid`;
/** What the record says of the owner's account, oldest first. */
const told = () =>
  asSystem((tx) => tx.event.findMany({ where: { actorId: owner.userId }, orderBy: { seq: "asc" } }));
const lines = async () => (await told()).map(({ type, changes }) => [type, changes]);
const later = (minutes: number) =>
  asSystem(
    (tx) => tx.$executeRaw`update sign_in_attempt set at = at - make_interval(mins => ${minutes}::int)`,
  );

it("a wrong password stands in the chain of the owner's organisation, naming the account and nobody who acted", async () => {
  expect(await enter("không phải mật khẩu này")).toBe("invalid");
  const [event, ...more] = await told();
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    type: "session.refused",
    stream: owner.orgId,
    orgId: owner.orgId,
    provinceCode: owner.provinceCode,
    actorName: owner.name,
    membershipId: null,
    origin: originOf(address),
    changes: { why: "password" },
  });
});

it("nothing that was typed and no address is in the record", async () => {
  await enter("không phải mật khẩu này");
  await show("no-such-code");
  const text = JSON.stringify(await told(), (_, value: unknown) => (typeof value === "bigint" ? 0 : value));
  for (const typed of ["không phải", "no-such", "such-code", email, address])
    expect(text).not.toContain(typed);
});

it("an unknown account leaves nothing, however often it is tried", async () => {
  const count = () => asSystem((tx) => tx.event.count());
  const before = await count();
  const account = nobody();
  for (let round = 0; round < 5; round++)
    expect(await enter("guess guess guess", null, account)).toBe("invalid");
  expect(await enter("guess guess guess", null, account)).toBe("too-many");
  expect(await count()).toBe(before);
});

it.each([
  ["refused", 1, "invalid"],
  ["throttled", 6, "too-many"],
])(
  "a known and an unknown account cost as many rounds to the database when %s",
  async (_, tries, expected) => {
    const cost = async (account: string) => {
      address = randomUUID();
      for (let round = 1; round < tries; round++) await enter("guess guess guess", randomUUID(), account);
      rounds.count = 0;
      expect(await enter("guess guess guess", randomUUID(), account)).toBe(expected);
      return rounds.count;
    };
    expect(await cost(nobody())).toBe(await cost(email));
  },
);

it("a hundred guesses from everywhere at once leave five refusals and one line that the account was made to wait", async () => {
  const guesses = Array.from({ length: 100 }, () => {
    address = randomUUID();
    return enter("guess guess guess");
  });
  await Promise.all(guesses);
  const types = (await told()).map(({ type }) => type).sort();
  expect(types).toEqual([...Array.from({ length: 5 }, () => "session.refused"), "session.throttled"]);
});

it("is told once per window: again in the next minute, and once when the hour is full", async () => {
  const throttled = async () => (await lines()).filter(([type]) => type === "session.throttled");
  const fill = async () => {
    for (let round = 0; round < 7; round++) await enter("guess guess guess");
  };
  const minute = ["session.throttled", { step: "password", counted: "account", minutes: 1 }];
  await fill();
  expect(await throttled()).toEqual([minute]);
  for (const _ of [2, 3]) {
    await later(1);
    await fill();
  }
  expect(await throttled()).toEqual([minute, minute, minute]);
  for (const _ of [4, 5, 6]) {
    await later(1);
    await fill();
  }
  const hour = ["session.throttled", { step: "password", counted: "account", minutes: 60 }];
  expect(await throttled()).toEqual([minute, minute, minute, hour]);
});

it("a full address is told for a known account though unknown ones filled it and found it full first", async () => {
  for (let round = 0; round < 30; round++) await enter("guess guess guess", null, nobody());
  expect(await enter("guess guess guess", null, nobody())).toBe("too-many");
  for (let round = 0; round < 3; round++) expect(await enter(password)).toBe("too-many");
  expect(await lines()).toEqual([
    ["session.throttled", { step: "password", counted: "address", minutes: 1 }],
  ]);
});

it("wrong codes are told one by one until their lane is full, then once, by the lane that is full", async () => {
  const device = await rememberDevice(owner.userId);
  for (let round = 0; round < 14; round++) await show("no-such-code");
  for (let round = 0; round < 12; round++) await show("no-such-code", device);
  const refused = Array.from({ length: 10 }, () => ["session.refused", { why: "code" }]);
  const waiting = (counted: string) => ["session.throttled", { step: "code", counted, minutes: 10 }];
  expect(await lines()).toEqual([...refused, waiting("account"), ...refused, waiting("device")]);
});

it("a wrong code inside a session is told as an act of that session's person", async () => {
  expect(await result(proveInSession({ ...owner, origin: "0f0f" }, "no-such-code"))).toBe("second-factor");
  expect(await told()).toMatchObject([
    {
      type: "session.proof_refused",
      membershipId: owner.membershipId,
      origin: "0f0f",
      changes: { why: "code" },
    },
  ]);
});

it("what is right leaves no refusal", async () => {
  expect(await enter(password)).toBe("in");
  expect(await show(currentCode(secret))).toBe("in");
  expect(await lines()).toEqual([]);
});

it("the right password of somebody suspended is refused like a wrong one, and the record says why", async () => {
  await asSystem((tx) => tx.user.update({ where: { id: owner.userId }, data: { suspendedAt: new Date() } }));
  expect(await enter(password)).toBe("invalid");
  expect(await lines()).toEqual([["session.refused", { why: "suspended" }]]);
});

it("somebody whose memberships have ended is told of in the chain of his last organisation", async () => {
  await asSystem((tx) =>
    tx.membership.update({
      where: { id: owner.membershipId },
      data: { validTo: new Date(Date.now() - 1000) },
    }),
  );
  await enter("guess guess guess");
  expect(await told()).toMatchObject([{ type: "session.refused", stream: owner.orgId }]);
});

it("when the record cannot be written the try counts, and the answer is no refusal that went unrecorded", async () => {
  await whileUnrecorded("lachan_system", () =>
    expect(
      beginSignIn({ email, password: "guess guess guess", address, device: null, deviceToken: null }),
    ).rejects.toThrow(/permission denied/),
  );
  expect(await lines()).toEqual([]);
  for (let round = 0; round < 4; round++) expect(await enter("guess guess guess")).toBe("invalid");
  expect(await enter(password)).toBe("too-many");
});
