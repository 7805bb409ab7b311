import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { closeDatabase } from "@/lib/db";
import { inDays } from "@/prisma/factories/days";
import { makeAdministrator, makeOrganisation, makePerson } from "@/prisma/factories/people";
import { confirmKind, openKindPeriod } from "./kind-commands";
import { getKind, listKinds } from "./kind-queries";
import { kindPeriodInput } from "./schema";
import { countToConfirm } from "./waiting-queries";

let admin: Actor;
let outsider: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
  outsider = await makePerson("commander", await makeOrganisation("police"));
});
afterAll(closeDatabase);

const key = () => randomUUID();

describe("request kinds", () => {
  it("open a new period that closes the one before, once, with a known legal basis", async () => {
    const kind = (await listKinds(admin)).find(({ code }) => code === "ASSISTANCE")!;
    const input = kindPeriodInput.parse({
      key: key(),
      periodId: kind.id,
      version: kind.version,
      validFrom: inDays(400),
      nameVi: kind.nameVi,
      nameEn: kind.nameEn,
      documentVi: kind.documentVi,
      addressees: ["bank"],
      stage: "any",
      procuracy: "none",
      signerTitles: ["head_of_investigation_agency"],
      legalBases: "cpc-2015:Điều 88",
      source: "Văn bản thử nghiệm",
    });
    await expect(openKindPeriod(outsider, input)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      openKindPeriod(admin, { ...input, key: key(), legalBases: ["khong-co:Điều 1"] }),
    ).rejects.toMatchObject({ details: { fields: { legalBases: "admin.errors.unknownDocument" } } });
    await expect(
      openKindPeriod(admin, { ...input, key: key(), validFrom: inDays(-1) }),
    ).rejects.toMatchObject({ details: { fields: { validFrom: "admin.errors.past" } } });
    const { periodId } = await openKindPeriod(admin, input);
    const read = await getKind(admin, "ASSISTANCE");
    expect(
      read?.periods
        .slice(0, 2)
        .map(({ id, validFrom, validTo, verify }) => ({ id, validFrom, validTo, verify })),
    ).toMatchObject([
      { id: periodId, validFrom: inDays(400), verify: true },
      { id: kind.id, validTo: inDays(400) },
    ]);
    expect(read?.acts[0]).toMatchObject({ type: "request_kind.period_opened" });
    await confirmKind(admin, { key: key(), id: periodId, version: 1, source: input.source });
    const confirmed = (await getKind(admin, "ASSISTANCE"))!.periods[0]!;
    expect(confirmed).toMatchObject({ id: periodId, verify: false });
    const later = { ...input, key: key(), periodId, version: confirmed.version, validFrom: inDays(500) };
    const next = await openKindPeriod(admin, later);
    expect((await getKind(admin, "ASSISTANCE"))!.periods[0]).toMatchObject({
      id: next.periodId,
      verify: false,
    });
    await expect(
      openKindPeriod(admin, { ...input, key: key(), validFrom: inDays(300) }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  it("are confirmed with a source", async () => {
    const open = (await listKinds(admin)).find(({ verify }) => verify);
    if (!open) return;
    const before = await countToConfirm(admin);
    await confirmKind(admin, { key: key(), id: open.id, version: open.version, source: "Công văn xác nhận" });
    expect((await countToConfirm(admin)).kinds).toBe(before.kinds - 1);
    await expect(
      confirmKind(admin, { key: key(), id: open.id, version: open.version + 1, source: "Công văn xác nhận" }),
    ).rejects.toMatchObject({ code: "not-now" });
  });
});
