import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { enrol } from "@/prisma/factories/sign-in";
import { rememberDevice } from "./known-devices";
import { hashPassword } from "./passwords";
import { bindAtDoor, proveAtDoor, proveInSession } from "./second-factor";
import { beginSignIn } from "./sign-in";
import { confirmTotp, currentCode, newTotpSecret, offerTotp } from "./totp";

afterAll(closeDatabase);

const password = "một câu dài chỉ mình tôi biết 47";
let owner: { id: string; email: string };
let office: string;
const secret = newTotpSecret();

async function person(totpSecret: string | null = null) {
  const email = `${randomUUID()}@example.vn`;
  const { id } = await asSystem((tx) =>
    tx.user.create({ data: { email, fullName: "Nguyễn Thị Chủ" }, select: { id: true } }),
  );
  await enrol(id, await hashPassword(password), totpSecret);
  return { id, email };
}

const attempt = (typed: string, deviceToken: string | null, email = owner.email) =>
  beginSignIn({ email, password: typed, address: office, device: null, deviceToken }).then(
    () => "in",
    (problem: { code: string }) => problem.code,
  );

const show = (code: string, deviceToken: string | null = null, userId = owner.id) =>
  proveAtDoor(userId, code, { origin: null, deviceToken }).then(
    () => "in",
    (problem: { code: string }) => problem.code,
  );

beforeEach(async () => {
  owner = await person(secret);
  office = randomUUID();
});

it("a known device enters while a stranger keeps the account's lane full, and the stranger with the right password does not", async () => {
  const device = await rememberDevice(owner.id);
  const answers = await Promise.all(Array.from({ length: 12 }, () => attempt("guess guess guess", null)));
  expect(answers.filter((answer) => answer === "invalid")).toHaveLength(5);
  expect(await attempt(password, null)).toBe("too-many");
  expect(await attempt(password, device)).toBe("in");
});

it("a hundred guesses at once count as a hundred: five are looked at", async () => {
  const guesses = Array.from({ length: 100 }, (_, index) =>
    beginSignIn({
      email: owner.email,
      password: `guess number ${index}`,
      address: randomUUID(),
      device: null,
      deviceToken: null,
    }),
  );
  const answers = (await Promise.allSettled(guesses)).map((answer) =>
    answer.status === "rejected" ? (answer.reason as { code: string }).code : "in",
  );
  expect(answers.filter((answer) => answer === "invalid")).toHaveLength(5);
  expect(answers.filter((answer) => answer === "too-many")).toHaveLength(95);
});

it("a known device enters while somebody in the same office fills the address's lane with unknown accounts", async () => {
  const device = await rememberDevice(owner.id);
  for (let round = 0; round < 30; round++)
    expect(await attempt("guess guess guess", null, `${randomUUID()}@example.vn`)).toBe("invalid");
  expect(await attempt("guess guess guess", null, `${randomUUID()}@example.vn`)).toBe("too-many");
  expect(await attempt(password, device)).toBe("in");
});

it("a device's own lane is as narrow as the account's", async () => {
  const device = await rememberDevice(owner.id);
  for (let round = 0; round < 5; round++) expect(await attempt("guess guess guess", device)).toBe("invalid");
  expect(await attempt(password, device)).toBe("too-many");
});

it("one browser of a duty desk is known to each who uses it, and to nobody else", async () => {
  const colleague = await person();
  const token = await rememberDevice(owner.id);
  expect(await rememberDevice(colleague.id, token)).toBe(token);
  expect(await rememberDevice(owner.id, token)).toBe(token);
  const rows = await asSystem((tx) =>
    tx.knownDevice.findMany({ where: { userId: { in: [owner.id, colleague.id] } } }),
  );
  expect(rows).toHaveLength(2);
  const stranger = await person();
  for (let round = 0; round < 5; round++) await attempt("guess guess guess", token, stranger.email);
  expect(await attempt(password, token, stranger.email)).toBe("too-many");
  expect(await attempt(password, token)).toBe("in");
});

it.each(["", "x", "a".repeat(43) + "\n", "../".repeat(20)])(
  "does not keep a device token that it did not make (%j)",
  async (present) => {
    expect(await rememberDevice(owner.id, present)).toMatch(/^[\w-]{43}$/);
  },
);

it("a known device passes the second step while somebody who knows the password keeps the account's lane full", async () => {
  const device = await rememberDevice(owner.id);
  for (let round = 0; round < 10; round++) expect(await show("no-such-code")).toBe("second-factor");
  expect(await show(currentCode(secret)), "a stranger, even with the right code").toBe("too-many");
  expect(await show(currentCode(secret), await rememberDevice((await person()).id))).toBe("too-many");
  expect(await show(currentCode(secret), device)).toBe("in");
});

it("a device's own lane at the second step is as narrow as the account's, and fills nobody else's", async () => {
  const [device, other] = [await rememberDevice(owner.id), await rememberDevice(owner.id)];
  for (let round = 0; round < 10; round++) expect(await show("no-such-code", device)).toBe("second-factor");
  expect(await show(currentCode(secret), device)).toBe("too-many");
  expect(await show(currentCode(secret), other)).toBe("in");
});

it("wrong codes at the door do not keep the owner from signing in a session already proved", async () => {
  const acting = await makePerson("commander", await makeOrganisation("police"));
  await enrol(acting.userId, await hashPassword(password), secret);
  for (let round = 0; round < 10; round++)
    expect(await show("no-such-code", null, acting.userId)).toBe("second-factor");
  expect(await show(currentCode(secret), null, acting.userId)).toBe("too-many");
  await expect(proveInSession(acting, currentCode(secret))).resolves.toBeUndefined();
});

it("two tabs that confirm one enrolment: one shows recovery codes, and those are good", async () => {
  const newcomer = await person();
  const offered = newTotpSecret();
  await offerTotp(newcomer.id, offered);
  const shown = (
    await Promise.all(Array.from({ length: 4 }, () => confirmTotp(newcomer.id, currentCode(offered))))
  ).filter((codes) => codes !== null);
  expect(shown).toHaveLength(1);
  expect(shown[0]).toHaveLength(10);
  expect(await show(shown[0]![3]!, null, newcomer.id)).toBe("in");
  expect(await show(shown[0]![3]!, null, newcomer.id)).toBe("second-factor");
});

it("ten wrong codes while an authenticator is bound, and it has to wait; what is bound already is not kept out", async () => {
  const newcomer = await person();
  const offered = newTotpSecret();
  await offerTotp(newcomer.id, offered);
  const bind = (code: string) =>
    bindAtDoor(newcomer.id, code, null).then(
      (codes) => codes.length,
      (problem: { code: string }) => problem.code,
    );
  for (let round = 0; round < 9; round++) expect(await bind("no-such-code")).toBe("second-factor");
  expect(await bind(currentCode(offered))).toBe(10);
  expect(await bind("no-such-code")).toBe("second-factor");
  expect(await bind(currentCode(offered))).toBe("too-many");
  expect(await show("no-such-code", null, newcomer.id)).toBe("second-factor");
});
