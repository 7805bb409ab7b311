import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { makeAdministrator, makeOrganisation, makePerson } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { hashPassword } from "@/lib/access/passwords";
import { newToken } from "@/lib/access/crypto";
import { enrol } from "@/prisma/factories/sign-in";
import { expect, test } from "../fixtures";

test("an administrator invites a person, hands over the link shown once, and the link opens the door", async ({
  as,
  browser,
}) => {
  const unit = await makeOrganisation("police", { name: `Đội thử ${randomUUID().slice(0, 8)}` });
  const page = await as(await makeAdministrator());
  await page.goto("/admin/people");
  await page.getByRole("link", { name: "Mời người dùng" }).click();
  await page.getByRole("button", { name: "Tạo đường dẫn mời" }).click();
  await expect(page.getByText("Mục này bắt buộc.").first()).toBeVisible();
  await page.getByLabel("Họ và tên").fill("Trần Thị Minh Họa");
  await page.getByLabel("Thư điện tử công vụ").fill(`${randomUUID()}@test.invalid`);
  await page.getByRole("combobox", { name: "Đơn vị" }).fill(unit.name.replace("Đội thử", "doi thu"));
  await expect(page.getByRole("option", { name: new RegExp(unit.name) })).toBeVisible();
  // Enter takes the only one that was found, and sends no half-filled form.
  await page.getByRole("combobox", { name: "Đơn vị" }).press("Enter");
  await expect(page.getByLabel("Đầu mối xử lý")).toHaveCount(0);
  await page.getByLabel("Cán bộ giám sát").check();
  await page.getByLabel("Điều tra viên").check();
  await page.getByRole("button", { name: "Tạo đường dẫn mời" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Vai trò" })).toBeVisible();
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Trần Thị Minh Họa");
  await page.getByLabel("Cán bộ giám sát").uncheck();
  await page.getByRole("button", { name: "Tạo đường dẫn mời" }).click();
  const link = await page.getByTestId("invitation-link").innerText();
  const visitor = await browser.newPage();
  const answer = await visitor.goto(new URL(link).pathname);
  expect(answer?.status()).toBe(200);
  await visitor.close();
  await page.getByRole("link", { name: "Xem người dùng này" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Trần Thị Minh Họa" })).toBeVisible();
  await expect(page.getByText("mời người dùng")).toBeVisible();
  expect(page.url()).not.toContain("Trần");
});

test("a suspended person is outside with the next request", async ({ as }) => {
  const person = await makePerson("leader", await makeOrganisation("peoples_committee"));
  const theirs = await as(person);
  await theirs.goto("/account");
  await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
  const page = await as(await makeAdministrator());
  await page.goto(`/admin/people/${person.userId}`);
  await page.getByRole("button", { name: "Khóa tài khoản" }).click();
  const dialog = page.getByRole("dialog", { name: "Khóa tài khoản" });
  await dialog.getByLabel("Lý do").fill("Nghi lộ mật khẩu");
  await dialog.getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(page.getByText("Bị khóa", { exact: true })).toBeVisible();
  await theirs.goto("/account");
  await expect(theirs).toHaveURL(/sign-in/);
  expect(await asSystem((tx) => tx.session.count({ where: { userId: person.userId, endedAt: null } }))).toBe(
    0,
  );
});

test("whoever lost his second factor gets in anew by a link that is given for a reason", async ({ as }) => {
  const person = await makePerson("leader", await makeOrganisation("peoples_committee"));
  await enrol(person.userId, await hashPassword(newToken()), null);
  const page = await as(await makeAdministrator());
  await page.goto(`/admin/people/${person.userId}`);
  await page.getByRole("button", { name: "Cấp lại quyền đăng nhập" }).click();
  const dialog = page.getByRole("dialog", { name: "Cấp lại quyền đăng nhập" });
  await dialog.getByLabel("Lý do và cách đã xác minh đúng người").fill("Mất điện thoại");
  await dialog.getByRole("button", { name: "Tạo đường dẫn" }).click();
  await expect(dialog.getByText("ít nhất 20 ký tự")).toBeVisible();
  await dialog
    .getByLabel("Lý do và cách đã xác minh đúng người")
    .fill("Mất điện thoại; đã gặp trực tiếp, đối chiếu căn cước");
  await dialog.getByRole("button", { name: "Tạo đường dẫn" }).click();
  await expect(page.getByText(/\/invitation\//)).toBeVisible();
  await expect(page.getByText("cấp lại quyền đăng nhập").first()).toBeVisible();
});

test("administration shows nothing of a case, and does not exist for anybody else", async ({ as }) => {
  const scene = await setScene();
  const admin = await as(await makeAdministrator());
  for (const address of [`/cases/${scene.caseId}`, "/cases", "/requests", "/queue", "/province"]) {
    await admin.goto(address);
    await expect(admin.getByText("Trần Thị Minh Họa")).toHaveCount(0);
    await expect(admin.getByText("Giả danh cán bộ công an")).toHaveCount(0);
  }
  await admin.goto("/admin");
  await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(admin.getByRole("button", { name: /Tìm tài khoản/ })).toHaveCount(0);
  const commander = await as(scene.commander);
  for (const address of [
    "/admin",
    "/admin/organisations",
    "/admin/people",
    "/admin/people/new",
    "/admin/request-kinds",
    "/admin/deadlines",
    "/admin/legal-bases",
    "/admin/calendars",
  ]) {
    await commander.goto(address);
    await expect(commander.getByText("Không tìm thấy trang này")).toBeVisible();
  }
});
