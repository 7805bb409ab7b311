import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { enrol, sessionOf } from "@/prisma/factories/sign-in";
import {
  acceptInvitation,
  changePassword,
  endOwnSessions,
  newRecoveryCodes,
  openInvitationOf,
} from "./account";
import type { Actor } from "./actor";
import { newToken } from "./crypto";
import { openInvitation } from "./invitations";
import { hashPassword } from "./passwords";
import { proveAtDoor } from "./second-factor";
import { beginSignIn } from "./sign-in";
import { currentCode, newTotpSecret } from "./totp";

afterAll(closeDatabase);

const old = "mưa rào trên mái ngói 38";
const fresh = "gió lùa qua khe cửa sổ 52";
const secret = newTotpSecret();
let person: Actor;

beforeEach(async () => {
  person = await makePerson("investigator", await makeOrganisation("police"));
  await enrol(person.userId, await hashPassword(old), secret);
});

const emailOf = async () =>
  (
    await asSystem((tx) =>
      tx.user.findUniqueOrThrow({ where: { id: person.userId }, select: { email: true } }),
    )
  ).email;
const enter = async (password: string) =>
  beginSignIn({
    email: await emailOf(),
    password,
    address: randomUUID(),
    device: null,
    deviceToken: null,
  }).then(
    ({ needs }) => needs,
    (problem: { code: string }) => problem.code,
  );
const show = (code: string) => proveAtDoor(person.userId, code, { origin: null, deviceToken: null });
const started = async () => {
  await sessionOf(person);
  return asSystem((tx) =>
    tx.session.findFirstOrThrow({ where: { userId: person.userId }, orderBy: { createdAt: "desc" } }),
  );
};
const eventsOf = async () =>
  await asSystem((tx) =>
    tx.event.findMany({
      where: { actorId: person.userId },
      orderBy: { seq: "asc" },
      select: { type: true, changes: true },
    }),
  );

it("a password changes with the present one and a code; other sessions end, and a typing mistake costs no code", async () => {
  const mine = await started();
  await started();
  const code = currentCode(secret);
  const actor = { ...person, sessionId: mine.id };
  await expect(
    changePassword(actor, { current: "not this one at all", next: fresh, code }),
  ).rejects.toMatchObject({ code: "invalid", details: { fields: { current: "account.errors.wrong" } } });
  await expect(changePassword(actor, { current: old, next: person.name, code })).rejects.toMatchObject({
    code: "invalid",
    details: { fields: { next: expect.stringContaining("account.errors.") } },
  });
  await expect(changePassword(actor, { current: old, next: fresh, code: "no-code" })).rejects.toMatchObject({
    code: "second-factor",
  });
  expect(await enter(old)).toBe("code");
  // The attempt above opened a session too.
  expect((await changePassword(actor, { current: old, next: fresh, code })).ended).toBe(2);
  expect([await enter(old), await enter(fresh)]).toEqual(["invalid", "code"]);
  const events = await eventsOf();
  expect(events.map(({ type, changes }) => [type, changes])).toEqual([
    ["session.proof_refused", { why: "password" }],
    ["session.proof_refused", { why: "code" }],
    ["password.changed", {}],
    ["session.refused", { why: "password" }],
  ]);
  for (const secretText of [old, fresh, "not this one", "no-code"])
    expect(JSON.stringify(events)).not.toContain(secretText);
});

it("one code is good once, also when many bring it at the same moment", async () => {
  const code = currentCode(secret);
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => show(code)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(show(code)).rejects.toMatchObject({ code: "second-factor" });
});

it("fresh recovery codes end the old ones, and each is good once however it is typed", async () => {
  const [first] = await newRecoveryCodes(person);
  const codes = await newRecoveryCodes(person);
  expect(codes).toHaveLength(10);
  await expect(show(first!)).rejects.toMatchObject({ code: "second-factor" });
  await expect(show(` ${codes[0]!.toUpperCase()} `)).resolves.toBeUndefined();
  await expect(show(codes[0]!)).rejects.toMatchObject({ code: "second-factor" });
  const types = (await eventsOf()).map(({ type }) => type);
  expect(types.filter((type) => type === "recovery.renewed")).toHaveLength(2);
  expect(JSON.stringify(await eventsOf())).not.toContain(codes[1]);
});

it("one's own sessions end, one or all others, and the record says how many", async () => {
  const [one, two, three] = [await started(), await started(), await started()];
  const actor = { ...person, sessionId: one.id };
  expect(await endOwnSessions(actor, { sessionId: two.id })).toBe(1);
  expect(await endOwnSessions(actor, {})).toBe(1);
  const open = await asSystem((tx) =>
    tx.session.findMany({ where: { userId: person.userId, endedAt: null }, select: { id: true } }),
  );
  expect(open).toEqual([{ id: one.id }]);
  expect(three.id).not.toBe(one.id);
  expect((await eventsOf()).map(({ type, changes }) => [type, changes])).toEqual([
    ["session.ended", { sessions: 1 }],
    ["session.ended", { sessions: 1 }],
  ]);
});

it("an invitation sets a password once, binds the second factor anew and ends what was open", async () => {
  const codes = await newRecoveryCodes(person);
  await started();
  const token = newToken();
  await openInvitation({
    userId: person.userId,
    membershipId: person.membershipId,
    invitedById: person.userId,
    token,
    now: new Date(),
  });
  expect(await openInvitationOf(token)).toMatchObject({ userId: person.userId });
  await expect(acceptInvitation({ token, password: "123456789012" }, null)).rejects.toMatchObject({
    details: { fields: { password: "account.errors.common" } },
  });
  const known = `${fresh} biết rồi`;
  await asSystem(async (tx) =>
    tx.credential.updateMany({
      where: { userId: person.userId },
      data: { passwordHash: await hashPassword(known) },
    }),
  );
  await expect(acceptInvitation({ token, password: known }, null)).rejects.toMatchObject({
    details: { fields: { password: "account.errors.sameAsBefore" } },
  });
  const answers = await Promise.allSettled(
    [fresh, `${fresh} b`, `${fresh} c`].map((password) => acceptInvitation({ token, password }, null)),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await openInvitationOf(token)).toBeNull();
  await expect(acceptInvitation({ token, password: fresh }, null)).rejects.toMatchObject({
    code: "not-found",
  });
  const accepted = await asSystem((tx) =>
    tx.event.findMany({ where: { actorId: person.userId, type: "invitation.accepted" } }),
  );
  expect(accepted, "once, in the chain of his organisation, in no membership's name").toMatchObject([
    { stream: person.orgId, membershipId: null, subjectId: person.userId, changes: { sessions: 1 } },
  ]);
  expect(await enter(old)).toBe("invalid");
  await expect(show(codes[0]!)).rejects.toMatchObject({ code: "second-factor" });
  expect(await asSystem((tx) => tx.session.count({ where: { userId: person.userId, endedAt: null } }))).toBe(
    0,
  );
});

it("a link that is too old, or of somebody suspended, opens nothing", async () => {
  const [late, shut] = [newToken(), newToken()];
  const who = { userId: person.userId, membershipId: person.membershipId, invitedById: person.userId };
  await openInvitation({ ...who, token: late, now: new Date(Date.now() - 72 * 3_600_000 - 1_000) });
  await expect(acceptInvitation({ token: late, password: fresh }, null)).rejects.toMatchObject({
    code: "not-found",
  });
  await openInvitation({ ...who, token: shut, now: new Date() });
  await asSystem((tx) => tx.user.update({ where: { id: person.userId }, data: { suspendedAt: new Date() } }));
  await expect(acceptInvitation({ token: shut, password: fresh }, null)).rejects.toMatchObject({
    code: "not-found",
  });
});
