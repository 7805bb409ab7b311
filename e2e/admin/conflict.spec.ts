import { paths } from "@/lib/paths";
import { makeAdministrator, makeOrganisation } from "@/prisma/factories/people";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("two windows change one organisation: the second sees what the first saved and puts its own over it", async ({
  as,
}) => {
  const admin = await makeAdministrator();
  const unit = await makeOrganisation("police");
  const first = await as(admin);
  const second = await first.context().newPage();
  for (const page of [first, second]) await page.goto(paths.adminOrganisation(unit.id));
  const save = { name: "Lưu", exact: true };
  await first.getByLabel("Điện thoại trực").fill("02103 111 111");
  await first.getByRole("button", save).click();
  await expect(first.getByText("Đã lưu", { exact: true })).toBeVisible();

  await second.getByLabel("Điện thoại trực").fill("02103 222 222");
  await second.getByRole("button", save).click();
  const conflict = second.getByRole("dialog", { name: /ở cửa sổ khác/ });
  await expect(conflict).toContainText("02103 111 111");
  await expect(conflict).toContainText("02103 222 222");
  await pictures(second, "register-conflict");
  await conflict.getByRole("button", { name: "Lưu bản của tôi" }).click();
  await expect(conflict).toBeHidden();
  await expect(second.getByText("Đã lưu", { exact: true })).toBeVisible();
  await second.reload();
  await expect(second.getByLabel("Điện thoại trực")).toHaveValue("02103 222 222");
});

test("what was confirmed with a better source stands in the form behind the question", async ({ as }) => {
  const page = await as(await makeAdministrator());
  await page.goto(`${paths.adminLegalBases}?state=open`);
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("button", { name: "Xác nhận" }).click();
  const question = page.getByRole("dialog");
  const better = "Công báo số 123, bản chính";
  await question.getByRole("textbox").fill(better);
  await question.getByRole("button", { name: "Xác nhận" }).click();
  await expect(page.getByText("Đã có căn cứ")).toBeVisible();
  await expect(page.getByLabel("Nguồn", { exact: true })).toHaveValue(better);
});
