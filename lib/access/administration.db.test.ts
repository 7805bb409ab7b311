import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { makeDraft, setScene } from "@/prisma/factories/scene";
import { changeOrganisation, createOrganisation, moveOrganisation } from "@/lib/organisations/commands";
import { getOrganisation, listOrganisations } from "@/lib/organisations/queries";
import {
  changeOrganisationInput,
  newOrganisationInput,
  organisationFilter,
} from "@/lib/organisations/schema";
import { addMembership, changeMembership, endMembership } from "@/lib/people/membership-commands";
import {
  changePerson,
  invitePerson,
  reinstatePerson,
  renewInvitation,
  suspendPerson,
} from "@/lib/people/commands";
import { findPeople, getPerson, listPeople } from "@/lib/people/queries";
import type { Actor } from "./actor";
import { liveSession } from "./actor-of-session";
import { keyedHash } from "./crypto";
import { startSession } from "./sessions";

let operator: Unit;
let admin: Actor;
let police: Unit;
beforeAll(async () => {
  operator = await makeOrganisation("operator", { provinceCode: null });
  admin = await makePerson("admin", operator);
  police = await makeOrganisation("police");
});
afterAll(closeDatabase);

const key = () => randomUUID();
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const invite = (over: Partial<Parameters<typeof invitePerson>[1]> = {}) => ({
  key: key(),
  email: `${randomUUID()}@test.invalid`,
  fullName: "Trần Thị Mới",
  organisationId: police.id,
  roles: ["investigator" as const],
  ...over,
});
const organisation = (over: object = {}) =>
  newOrganisationInput.parse({
    key: key(),
    code: `test-${randomUUID().slice(0, 12)}`,
    kind: "police",
    provinceCode: "25",
    name: "Phòng An ninh mạng",
    nameEn: "Cyber division",
    shortName: "PA05 thử",
    source: "Quyết định thử",
    validFrom: "01/07/2025",
    ...over,
  });

describe("an administrator", () => {
  it("sees no case, request, victim or target row, with the application's filter or without", async () => {
    const scene = await setScene();
    await makeDraft(scene);
    const keepers = [admin, await makePerson("admin", scene.police)];
    for (const keeper of keepers) {
      const seen = await asActor(keeper, async (tx) => [
        await tx.case.count(),
        await tx.request.count(),
        await tx.requestItem.count(),
        await tx.victim.count(),
        await tx.payment.count(),
        await tx.target.count(),
        await tx.caseNote.count(),
        await tx.deadline.count(),
        await tx.hold.count(),
        await tx.searchEntry.count(),
      ]);
      expect(seen).toEqual(seen.map(() => 0));
    }
  });

  it("alone may write, and everything others try is refused without a trace", async () => {
    const commander = await makePerson("commander", police);
    await expect(createOrganisation(commander, organisation())).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(invitePerson(commander, invite())).rejects.toMatchObject({ code: "not-allowed" });
    await expect(listPeople(commander, {})).rejects.toMatchObject({ code: "not-allowed" });
    const own = await getPerson(admin, commander.userId);
    await expect(
      suspendPerson(commander, { key: key(), personId: admin.userId, version: 1, reason: "không rõ lý do" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    expect(own?.person.suspendedAt).toBeNull();
  });
});

describe("organisations", () => {
  it("are created once per key, changed with a version, found without accents", async () => {
    const input = organisation({
      name: "Đội Đặc nhiệm Thử nghiệm",
      shortName: `Đội ${randomUUID().slice(0, 8)}`,
    });
    const { organisationId } = await createOrganisation(admin, input);
    await expect(createOrganisation(admin, input)).resolves.toEqual({ organisationId });
    await expect(createOrganisation(admin, { ...input, key: key() })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { code: "admin.errors.codeTaken" } },
    });
    const change = changeOrganisationInput.parse({
      key: key(),
      organisationId,
      version: 1,
      name: input.name,
      nameEn: input.nameEn,
      shortName: input.shortName,
      aliases: "Tên cũ\nTên cũ",
      onPortal: true,
      source: "QĐ 2",
      validFrom: "2025-07-01",
    });
    await expect(changeOrganisation(admin, change)).resolves.toEqual({ organisationId, version: 2 });
    await expect(changeOrganisation(admin, { ...change, key: key() })).rejects.toMatchObject({
      code: "changed-meanwhile",
      details: { by: { name: admin.name, what: "organisation.changed" } },
    });
    const found = await listOrganisations(
      admin,
      organisationFilter.parse({ q: input.shortName.replace("Đội", "doi") }),
    );
    expect(found.rows.map(({ id }) => id)).toEqual([organisationId]);
    const detail = await getOrganisation(admin, organisationId);
    expect(detail?.organisation).toMatchObject({ aliases: ["Tên cũ"], onPortal: true, version: 2 });
    expect(detail?.acts.map(({ type }) => type)).toEqual(["organisation.changed", "organisation.created"]);
  });

  it("move in the dated tree; a circle is refused, also when two moves meet", async () => {
    const top = await makeOrganisation("police");
    const middle = await makeOrganisation("police", { under: top });
    const leaf = await makeOrganisation("police", { under: middle });
    const move = (child: Unit, parent: Unit | undefined, version = 1) =>
      moveOrganisation(admin, {
        key: key(),
        organisationId: child.id,
        version,
        parentId: parent?.id,
        from: today(),
        reason: "Sắp xếp lại tổ chức",
      });
    for (const [child, parent] of [
      [top, leaf],
      [top, top],
      [middle, leaf],
    ] as const) {
      await expect(move(child, parent)).rejects.toMatchObject({
        code: "invalid",
        details: { fields: { parentId: "admin.errors.cycle" } },
      });
    }
    await move(leaf, top);
    const links = await asSystem((tx) =>
      tx.organisationLink.findMany({ where: { childId: leaf.id }, orderBy: { validFrom: "asc" } }),
    );
    expect(links.map(({ parentId, validTo }) => [parentId, validTo !== null])).toEqual([
      [middle.id, true],
      [top.id, false],
    ]);
    await expect(
      moveOrganisation(admin, {
        key: key(),
        organisationId: leaf.id,
        version: 2,
        from: "2025-08-01",
        reason: "Lùi ngày hiệu lực",
      }),
    ).rejects.toMatchObject({ details: { fields: { from: "admin.errors.past" } } });
    const [a, b] = [await makeOrganisation("police"), await makeOrganisation("police")];
    const both = await Promise.allSettled([move(a, b), move(b, a)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("page by Vietnamese order without gaps", async () => {
    const first = await listOrganisations(admin, organisationFilter.parse({}));
    if (!first.next) return;
    const second = await listOrganisations(admin, organisationFilter.parse({ after: first.next }));
    const back = await listOrganisations(admin, organisationFilter.parse({ before: second.previous }));
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect(
      (await listOrganisations(admin, organisationFilter.parse({ after: "nonsense" }))).rows[0]?.id,
    ).toBe(first.rows[0]?.id);
  });
});

describe("people", () => {
  it("are invited once: the link is shown once and only its keyed hash is kept", async () => {
    const input = invite({ email: `Moi.${randomUUID()}@test.invalid`.toLowerCase() });
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

  it("hold only roles that belong to their organisation", async () => {
    const bank = await makeOrganisation("bank", { provinceCode: null });
    for (const roles of [["admin"], ["investigator"], ["auditor"]] as const) {
      await expect(
        invitePerson(admin, invite({ organisationId: bank.id, roles: [...roles] })),
      ).rejects.toMatchObject({ details: { fields: { roles: "admin.errors.roleElsewhere" } } });
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
    const token = await asSystem((tx) =>
      startSession(tx, {
        userId: person.userId,
        membershipId: person.membershipId,
        secondFactorAt: new Date(),
        device: null,
        addressHint: null,
      }),
    );
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
    const fresh = await asSystem((tx) =>
      startSession(tx, {
        userId: person.userId,
        membershipId: person.membershipId,
        secondFactorAt: new Date(),
        device: null,
        addressHint: null,
      }),
    );
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
    const { personId } = await invitePerson(admin, invite({ fullName: name }));
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
