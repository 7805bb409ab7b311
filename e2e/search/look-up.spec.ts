import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("a name is found without accents, with a purpose, and never stands in the address", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(paths.search);
  await page.getByLabel("Tài khoản, điện thoại, họ tên hoặc mã").fill("tran thi minh hoa");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(page.getByLabel("Mục đích tra cứu")).toHaveAccessibleDescription(/Mục này bắt buộc/);
  await page.getByLabel("Mục đích tra cứu").selectOption("case_work");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(page.getByRole("link", { name: /Giả danh cán bộ công an/ })).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
});

test("Ctrl K finds a record by its code and leads there", async ({ as }) => {
  const scene = await setScene();
  const { code } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }));
  const page = await as(scene.investigator);
  await page.goto(paths.cases);
  await expect(page.getByRole("link", { name: "Giả danh cán bộ công an" })).toBeVisible();
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Tài khoản, điện thoại, họ tên hoặc mã").fill(code);
  await page.keyboard.press("Enter");
  await dialog.getByRole("link", { name: new RegExp(code) }).click();
  await expect(page).toHaveURL(paths.case(scene.caseId));
  await expect(dialog).toBeHidden();
});
