import { randomUUID } from "node:crypto";
import { createLimit, openLimitPeriod } from "@/lib/reference/limit-commands";
import { getLimit } from "@/lib/reference/limit-queries";
import { openKindPeriod } from "@/lib/reference/kind-commands";
import { getKind } from "@/lib/reference/kind-queries";
import { kindPeriodInput, limitPeriodInput, newLimitInput } from "@/lib/reference/schema";
import { paths } from "@/lib/paths";
import { inDays } from "@/prisma/factories/days";
import { makeAdministrator } from "@/prisma/factories/people";
import { expect, test } from "../fixtures";

test("a mistyped limit that is not in force yet is corrected where it stands", async ({ as }) => {
  const admin = await makeAdministrator();
  const said = { unit: "hours", source: "Thử nghiệm" };
  const { policyId } = await createLimit(
    admin,
    newLimitInput.parse({
      ...said,
      key: randomUUID(),
      subject: "CASE_LEGAL",
      kindCode: `TEST_${Date.now()}`,
      value: 24,
      validFrom: inDays(0),
      sure: ["limitAtOnce"],
    }),
  );
  const next = await openLimitPeriod(
    admin,
    limitPeriodInput.parse({
      ...said,
      key: randomUUID(),
      policyId,
      version: 1,
      value: 480,
      validFrom: inDays(30),
    }),
  );
  const page = await as(admin);
  await page.goto(paths.adminDeadline(next.policyId));
  await expect(page.getByRole("heading", { name: "Sửa thời hạn chưa áp dụng" })).toBeVisible();
  const value = page.getByRole("textbox", { name: /^Thời hạn/ });
  await expect(value).toHaveValue("480");
  for (const hours of ["36", "48"]) {
    await value.fill(hours);
    await page.getByRole("button", { name: "Lưu thời hạn" }).click();
    await expect(page.getByRole("link", { name: `${hours} giờ` })).toBeVisible();
  }
  await expect(page.getByText("sửa lại thời hạn").first()).toBeVisible();
  const { periods } = (await getLimit(admin, next.policyId))!;
  expect(periods.map((one) => [one.value, one.validFrom])).toEqual([
    [48, inDays(30)],
    [24, inDays(0)],
  ]);
});

test("rules of a request kind that are not in force yet are corrected where they stand", async ({ as }) => {
  const admin = await makeAdministrator();
  const kind = (await getKind(admin, "ASSISTANCE"))!.periods.find(({ isCurrent }) => isCurrent)!;
  const { periodId } = await openKindPeriod(
    admin,
    kindPeriodInput.parse({
      ...kind,
      key: randomUUID(),
      periodId: kind.id,
      validFrom: inDays(400),
      legalBases: kind.legalBases.join("\n"),
      note: "",
      documentVi: "Công văn gõ nhầm",
      maxHoldValue: undefined,
      source: "Văn bản thử nghiệm",
    }),
  );
  const page = await as(admin);
  await page.goto(paths.adminRequestKind("ASSISTANCE"));
  await page.getByRole("link", { name: "Sắp áp dụng" }).click();
  await expect(page.getByRole("heading", { name: "Sửa quy định chưa áp dụng" })).toBeVisible();
  await page.getByLabel("Văn bản").first().fill("Công văn đề nghị hỗ trợ");
  await page.getByRole("button", { name: "Lưu quy định" }).click();
  const period = page.getByRole("listitem").filter({ hasText: "Sắp áp dụng" });
  await expect(period).toContainText("Công văn đề nghị hỗ trợ");
  const [corrected, before] = (await getKind(admin, "ASSISTANCE"))!.periods;
  expect(corrected).toMatchObject({
    id: periodId,
    documentVi: "Công văn đề nghị hỗ trợ",
    validFrom: inDays(400),
  });
  expect(before).toMatchObject({ id: kind.id, documentVi: kind.documentVi, validTo: inDays(400) });
});
