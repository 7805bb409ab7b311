import { randomUUID } from "node:crypto";
import { dayOf } from "@/lib/day";
import { createLimit } from "@/lib/reference/limit-commands";
import { newLimitInput } from "@/lib/reference/schema";
import { paths } from "@/lib/paths";
import { makeAdministrator, makeOrganisation } from "@/prisma/factories/people";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("an administrator says how much more time an answer may be given at most", async ({ as }) => {
  const admin = await makeAdministrator();
  // One unit's own limit: nobody else's clock runs by it.
  const { id: requesterOrgId } = await makeOrganisation("police");
  const { policyId } = await createLimit(
    admin,
    newLimitInput.parse({
      key: randomUUID(),
      subject: "ANSWER",
      kindCode: "TRANSACTION_TRACE",
      requesterOrgId,
      unit: "hours",
      value: 48,
      validFrom: dayOf(new Date()),
      source: "Quy chế phối hợp của đơn vị",
      sure: ["limitAtOnce"],
    }),
  );
  const page = await as(admin);
  await page.goto(paths.adminDeadline(policyId));
  await expect(page.getByText("Gia hạn tối đa: 48 giờ", { exact: true })).toBeVisible();
  const most = page.getByLabel("Gia hạn tối đa (tổng cộng)");
  const source = page.getByLabel("Nguồn", { exact: true });
  const submit = page.getByRole("button", { name: "Lưu thời hạn" });

  await page.getByLabel("Thời hạn", { exact: true }).fill("");
  await most.fill("nửa ngày");
  await source.fill("");
  await submit.click();
  await expect(page.getByLabel("Thời hạn", { exact: true })).toHaveAccessibleDescription(/bắt buộc/);
  await expect(most).toHaveAccessibleDescription(/Nhập một số nguyên/);
  await expect(source).toHaveAccessibleDescription(/bắt buộc/);
  await pictures(page, "most-extension-errors");

  await page.getByLabel("Thời hạn", { exact: true }).fill("48");
  await most.fill("12");
  await source.fill("Quy chế phối hợp sửa đổi");
  await submit.click();
  const question = page.getByRole("dialog", { name: "Xác nhận trước khi lưu" });
  await expect(question).toContainText("áp dụng ngay từ hôm nay");
  await expect(question).toContainText("48 giờ → 12 giờ");
  await question.getByRole("button", { name: "Xem lại" }).click();
  await expect(most).toHaveValue("12");
  await submit.click();
  await pictures(page, "limit-at-once");
  await question.getByRole("button", { name: "Vẫn lưu" }).click();
  await expect(page.getByText("Gia hạn tối đa: 12 giờ", { exact: true })).toBeVisible();
  await page.reload();
  await expect(most).toHaveValue("12");
  await pictures(page, "most-extension", true);
});
