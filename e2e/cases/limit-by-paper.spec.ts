import { dayOf } from "@/lib/day";
import { formatDate } from "@/lib/i18n/local-time";
import { addDays, startOf } from "@/lib/local-days";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("a limit of a case begins with the number and day of its paper", async ({ as }) => {
  const scene = await setScene();
  const today = dayOf(new Date());
  const typed = (day: string) => formatDate(startOf(day));
  const page = await as(scene.investigator);
  await page.goto(paths.case(scene.caseId));
  const open = page.getByRole("button", { name: "Ghi nhận văn bản bắt đầu thời hạn" });
  await open.click();
  const dialog = page.getByRole("dialog");
  const number = dialog.getByLabel("Số văn bản");
  const day = dialog.getByRole("textbox", { name: "Ngày thu thập hoặc ngày đề nghị" });
  const send = dialog.getByRole("button", { name: "Ghi nhận", exact: true });
  // No complex limit runs, so that there is nothing to ask the procuracy for.
  await expect(dialog.getByLabel("Thời hạn", { exact: true }).getByRole("option")).toHaveCount(1);
  await send.click();
  await expect(number).toHaveAccessibleDescription(/bắt buộc/);
  await expect(day).toHaveAttribute("aria-invalid", "true");
  await pictures(page, "limit-by-paper-errors");

  await number.fill("07/BB-PA05");
  await day.fill(typed(addDays(today, 1)));
  await send.click();
  await expect(day).toHaveAccessibleDescription(/còn ở tương lai/);
  await expect(number).toHaveValue("07/BB-PA05");
  await day.fill(typed(today));
  await send.click();
  await expect(page.getByText("Đã ghi nhận. Thời hạn bắt đầu tính.")).toBeVisible();
  await expect(dialog).toBeHidden();

  await page.reload();
  const limit = page.getByRole("listitem").filter({ hasText: "Chuyển tài liệu, biên bản cho Viện kiểm sát" });
  await expect(limit).toContainText(`Từ 07/BB-PA05, ngày ${typed(today)}`);
  await expect(limit.getByRole("button", { name: /^Đã thông báo/ })).toBeVisible();
  await pictures(page, "limit-by-paper", true);
});
