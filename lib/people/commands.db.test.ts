import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { liveSession } from "@/lib/access/actor-of-session";
import { acceptInvitation } from "@/lib/access/account";
import { keyedHash } from "@/lib/access/crypto";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { makeAdministrator, makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { newcomer } from "@/prisma/factories/register";
import { sessionOf } from "@/prisma/factories/sign-in";
import { changePerson, invitePerson, reinstatePerson, suspendPerson } from "./commands";
import { reissueAccess, renewInvitation } from "./link-commands";
import { addMembership, changeMembership, endMembership } from "./membership-commands";
import { listOwnActs } from "./overview-queries";
import { findPeople, getPerson, listPeople } from "./queries";

let admin: Actor;
let police: Unit;
beforeAll(async () => {
  admin = await makeAdministrator();
  police = await makeOrganisation("police");
});
afterAll(closeDatabase);

const key = () => randomUUID();

describe("people", () => {
  it("are invited once: the link is shown once and only its keyed hash is kept", async () => {
    const input = newcomer(police.id, { email: `Moi.${randomUUID()}@test.invalid`.toLowerCase() });
    const shown = await invitePerson(admin, input);
    expect(shown.path).toMatch(/^\/invitation\/[\w-]{40,}$/);
    const again = await invitePerson(admin, input);
    expect(again).toEqual({ personId: shown.personId, expiresAt: shown.expiresAt, path: null });
    const token = shown.path!.split("/").at(-1)!;
    const stored = await asSystem((tx) => tx.invitation.findMany({ where: { userId: shown.personId } }));
    expect(stored.map(({ tokenHash }) => tokenHash)).toEqual([keyedHash("invitation", token)]);
    expect(stored[0]!.expiresAt.getTime() - stored[0]!.createdAt.getTime()).toBe(72 * 3_600_000);
    const kept = await asSystem((tx) => tx.idempotencyKey.findFirst({ where: { key: input.key } }));
    expect(JSON.stringify(kept)).not.toContain(token);
    await expect(invitePerson(admin, { ...input, key: key() })).rejects.toMatchObject({
      details: { fields: { email: "admin.errors.emailTaken" } },
    });
    const [act] = (await listOwnActs(admin)).acts;
    expect(act).toMatchObject({
      type: "person.invited",
      about: { type: "person", id: shown.personId, name: input.fullName },
    });
    const renewed = await renewInvitation(admin, { key: key(), personId: shown.personId });
    expect(renewed.path).not.toBe(shown.path);
    const open = await asSystem((tx) =>
      tx.invitation.findMany({ where: { userId: shown.personId, expiresAt: { gt: new Date() } } }),
    );
    expect(open).toHaveLength(1);
    expect((await getPerson(admin, shown.personId))?.person).toMatchObject({
      state: "invited",
      hasPassword: false,
      memberships: [{ roles: ["investigator"] }],
    });
  });

  it("who sign in already get in anew by a link, given for a reason and by nobody to himself", async () => {
    const shown = await invitePerson(admin, newcomer(police.id));
    const { personId } = shown;
    const reason = "Đến trực tiếp, đã đối chiếu căn cước và thẻ ngành.";
    const reissue = (of = personId) => reissueAccess(admin, { key: key(), personId: of, reason });
    await expect(reissue(), "he never signed in: his link is made new").rejects.toMatchObject({
      code: "not-now",
    });
    const tokenOf = (path: string | null) => path!.split("/").at(-1)!;
    await acceptInvitation({ token: tokenOf(shown.path), password: "con voi xanh qua cầu 88" }, null);
    await expect(renewInvitation(admin, { key: key(), personId })).rejects.toMatchObject({ code: "not-now" });
    await expect(reissue(admin.userId)).rejects.toMatchObject({ code: "not-allowed" });

    const given = await reissue();
    const hashOf = () =>
      asSystem((tx) => tx.credential.findUniqueOrThrow({ where: { userId: personId } })).then(
        ({ passwordHash }) => passwordHash,
      );
    const before = await hashOf();
    await sessionOf({ ...admin, userId: personId });
    const isOpen = async () =>
      (await asSystem((tx) => tx.session.count({ where: { userId: personId, endedAt: null } }))) > 0;
    expect([await hashOf(), await isOpen()], "a link alone locks nobody out").toEqual([before, true]);
    await acceptInvitation({ token: tokenOf(given.path), password: "mùa mưa năm ấy rất dài" }, null);
    expect(await hashOf()).not.toBe(before);
    expect(await isOpen()).toBe(false);
    const event = await asSystem((tx) =>
      tx.event.findFirstOrThrow({ where: { subjectId: personId, type: "person.access_reissued" } }),
    );
    expect(event).toMatchObject({ actorId: admin.userId, reason });
    expect(JSON.stringify([event.changes, event.reason])).not.toContain(tokenOf(given.path));
    const { version } = (await getPerson(admin, personId))!.person;
    await suspendPerson(admin, { key: key(), personId, version, reason: "Nghỉ công tác" });
    await expect(reissue()).rejects.toMatchObject({ code: "not-now" });
  });

  it("hold only roles that belong to their organisation", async () => {
    const bank = await makeOrganisation("bank", { provinceCode: null });
    for (const roles of [["admin"], ["investigator"], ["auditor"]] as const) {
      await expect(invitePerson(admin, newcomer(bank.id, { roles: [...roles] }))).rejects.toMatchObject({
        details: { fields: { roles: "admin.errors.roleElsewhere" } },
      });
    }
  });

  it("get no role from themselves", async () => {
    await expect(
      addMembership(admin, {
        key: key(),
        personId: admin.userId,
        organisationId: police.id,
        roles: ["commander"],
      }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      changeMembership(admin, {
        key: key(),
        membershipId: admin.membershipId,
        version: 1,
        roles: ["auditor"],
      }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      endMembership(admin, {
        key: key(),
        membershipId: admin.membershipId,
        version: 1,
        reason: "tự kết thúc",
      }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      suspendPerson(admin, { key: key(), personId: admin.userId, version: 1, reason: "tự khóa mình" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("lose and regain what they may on the next request; a suspension signs out at once", async () => {
    const person = await makePerson("investigator", police);
    const token = await sessionOf(person);
    await changeMembership(admin, {
      key: key(),
      membershipId: person.membershipId,
      version: 1,
      roles: ["analyst"],
    });
    expect((await liveSession(token, null))?.actor?.roles).toEqual(["analyst"]);
    const { sessions, version } = await suspendPerson(admin, {
      key: key(),
      personId: person.userId,
      version: 1,
      reason: "Nghi lộ mật khẩu",
    });
    expect(sessions).toBe(1);
    expect(await liveSession(token, null)).toBeNull();
    await reinstatePerson(admin, { key: key(), personId: person.userId, version, reason: "Đã xác minh" });
    expect(await liveSession(token, null)).toBeNull();
    await endMembership(admin, {
      key: key(),
      membershipId: person.membershipId,
      version: 2,
      reason: "Chuyển công tác",
    });
    const fresh = await sessionOf(person);
    expect((await liveSession(fresh, null))?.actor).toBeNull();
    const read = await getPerson(admin, person.userId);
    expect(read?.acts.map(({ type }) => type)).toEqual([
      "membership.ended",
      "person.reinstated",
      "person.suspended",
      "membership.changed",
    ]);
    await expect(
      changePerson(admin, { key: key(), personId: person.userId, version: 1, fullName: "Tên khác" }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  it("are found without accents, and the look-up is recorded without the words", async () => {
    const name = `Đỗ Thị ${randomUUID().slice(0, 8)}`;
    const { personId } = await invitePerson(admin, newcomer(police.id, { fullName: name }));
    expect((await findPeople(admin, name.replace("Đỗ Thị", "do thi"))).map(({ id }) => id)).toEqual([
      personId,
    ]);
    expect(await findPeople(admin, "%")).toEqual([]);
    const [event] = await asActor(admin, (tx) =>
      tx.event.findMany({
        where: { type: "person.searched", stream: admin.orgId },
        orderBy: { seq: "desc" },
        take: 2,
        skip: 1,
      }),
    );
    expect(JSON.stringify(event!.changes)).not.toContain(name.slice(7));
    expect((await listPeople(admin, {})).rows[0]?.id).toBe(personId);
  });
});
