import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { inDays } from "@/prisma/factories/days";
import { makeAdministrator, makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { newDivision } from "@/prisma/factories/register";
import { changeOrganisation, createOrganisation, moveOrganisation } from "./commands";
import { getOrganisation, listOrganisations } from "./queries";
import { changeOrganisationInput, organisationFilter } from "./schema";

let admin: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
});
afterAll(closeDatabase);

const key = () => randomUUID();

describe("organisations", () => {
  it("are created once per key, changed with a version, found without accents", async () => {
    const input = newDivision({
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

  it("of a commune stand under the police of a province, and under another's only after a question", async () => {
    const here = await makeOrganisation("police", { provinceCode: "25" });
    const there = await makeOrganisation("police", { provinceCode: "01" });
    const commune = (over: object) => createOrganisation(admin, newDivision({ level: "commune", ...over }));
    await expect(commune({})).rejects.toMatchObject({
      details: { fields: { parentId: "admin.errors.parentRequired" } },
    });
    await expect(commune({ parentId: there.id })).rejects.toMatchObject({
      code: "ask-first",
      details: { asks: [{ code: "otherProvince", facts: { under: there.name } }] },
    });
    await commune({ parentId: there.id, sure: ["otherProvince"] });
    await commune({ parentId: here.id });
  });

  it("that people work in are not closed without a question", async () => {
    const unit = await makeOrganisation("police");
    await makePerson("investigator", unit);
    const { organisation } = (await getOrganisation(admin, unit.id))!;
    const closing = changeOrganisationInput.parse({
      ...organisation,
      key: key(),
      organisationId: unit.id,
      aliases: "",
      symbol: "",
      dutyPhone: "",
      validTo: inDays(30),
    });
    await expect(changeOrganisation(admin, closing)).rejects.toMatchObject({
      details: { asks: [{ code: "closesWithPeople", facts: { members: 1, units: 0 } }] },
    });
    await changeOrganisation(admin, { ...closing, sure: ["closesWithPeople"] });
    expect((await getOrganisation(admin, unit.id))?.organisation.validTo).toBe(inDays(30));
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
        from: inDays(0),
        reason: "Sắp xếp lại tổ chức",
      });
    for (const [child, parent, flaw] of [
      [top, leaf, "admin.errors.cycle"],
      [top, top, "admin.errors.parentSelf"],
      [middle, leaf, "admin.errors.cycle"],
    ] as const) {
      await expect(move(child, parent)).rejects.toMatchObject({
        code: "invalid",
        details: { fields: { parentId: flaw } },
      });
    }
    await move(leaf, top);
    // Back on the same day, and away again: nothing but the last word stands.
    await move(leaf, middle, 2);
    const back = await getOrganisation(admin, leaf.id);
    expect(back?.organisation.parents).toMatchObject([{ organisationId: middle.id, validTo: null }]);
    expect(back?.acts[0]?.changes).toMatchObject({ under: [top.name, middle.name] });
    await move(leaf, top, 3);
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
