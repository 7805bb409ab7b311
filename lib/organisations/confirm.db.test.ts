import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { countToConfirm } from "@/lib/reference/waiting-queries";
import { makeAdministrator, makeOrganisation, makePerson } from "@/prisma/factories/people";
import { changeOrganisation, confirmOrganisation, createOrganisation } from "./commands";
import { getOrganisation } from "./queries";
import { changeOrganisationInput, confirmOrganisationInput, newOrganisationInput } from "./schema";

let admin: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
});
afterAll(closeDatabase);

async function makeDefault(): Promise<string> {
  const { id } = await makeOrganisation("bank", { provinceCode: null });
  await asSystem((tx) => tx.organisation.updateMany({ where: { id }, data: { verify: true } }));
  return id;
}
const confirmation = (id: string, over = {}) =>
  confirmOrganisationInput.parse({
    key: randomUUID(),
    id,
    version: 1,
    source: "Giấy phép số 12/GP-NHNN",
    ...over,
  });

it("an entry that was a default is confirmed once, with its source, and the record says who and by what", async () => {
  const id = await makeDefault();
  const before = await countToConfirm(admin);
  const input = confirmation(id);
  expect(await confirmOrganisation(admin, input)).toEqual({ id, version: 2 });
  expect(await confirmOrganisation(admin, input)).toEqual({ id, version: 2 });
  const found = await getOrganisation(admin, id);
  expect(found?.organisation).toMatchObject({ verify: false, source: input.source, version: 2 });
  expect(found?.acts).toMatchObject([
    { type: "organisation.confirmed", actor: admin.name, changes: { source: ["test", input.source] } },
  ]);
  if (before.organisations < 100)
    expect((await countToConfirm(admin)).organisations).toBe(before.organisations - 1);
  await expect(confirmOrganisation(admin, confirmation(id, { version: 2 }))).rejects.toMatchObject({
    code: "not-now",
  });
});

it("only an administrator confirms, only what he has read, and only with a source", async () => {
  const id = await makeDefault();
  for (const role of ["commander", "leader", "auditor"] as const)
    await expect(
      confirmOrganisation(await makePerson(role, await makeOrganisation("police")), confirmation(id)),
    ).rejects.toMatchObject({ code: "not-allowed" });
  await expect(confirmOrganisation(admin, confirmation(randomUUID()))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(confirmOrganisation(admin, confirmation(id, { version: 7 }))).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
  expect(confirmOrganisationInput.safeParse({ key: randomUUID(), id, version: 1, source: "" }).success).toBe(
    false,
  );
  expect((await getOrganisation(admin, id))?.organisation.verify).toBe(true);
});

it("correcting a name or a number confirms nothing", async () => {
  const id = await makeDefault();
  const change = changeOrganisationInput.parse({
    key: randomUUID(),
    organisationId: id,
    version: 1,
    name: "Ngân hàng Thử nghiệm",
    nameEn: "Trial bank",
    shortName: "NH Thử",
    source: "Trang thông tin của ngân hàng",
    validFrom: "2025-07-01",
  });
  await changeOrganisation(admin, change);
  expect((await getOrganisation(admin, id))?.organisation).toMatchObject({
    verify: true,
    shortName: "NH Thử",
  });
});

it("a new entry waits for its confirmation, and so does a confirmed one that leans on another source", async () => {
  const kept = {
    name: "Ngân hàng Thử nghiệm",
    nameEn: "Trial bank",
    shortName: "NH Thử",
    source: "Giấy phép số 3",
    validFrom: "2025-07-01",
  };
  const code = `bank-${randomUUID().slice(0, 12)}`;
  const { organisationId } = await createOrganisation(
    admin,
    newOrganisationInput.parse({ key: randomUUID(), code, kind: "bank", ...kept }),
  );
  const waits = async () => (await getOrganisation(admin, organisationId))?.organisation.verify;
  expect(await waits()).toBe(true);
  await confirmOrganisation(admin, confirmation(organisationId, { source: kept.source }));
  const change = (version: number, over: object) =>
    changeOrganisation(
      admin,
      changeOrganisationInput.parse({ key: randomUUID(), organisationId, version, ...kept, ...over }),
    );
  await change(2, { shortName: "NH Mới" });
  expect(await waits()).toBe(false);
  await change(3, { source: "Báo chí" });
  expect(await waits()).toBe(true);
});
