import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { openInvitation } from "@/lib/access/invitations";
import { newToken } from "@/lib/access/crypto";
import { hashPassword } from "@/lib/access/passwords";
import { currentCode, newTotpSecret } from "@/lib/access/totp";
import { asSystem } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { enrol } from "@/prisma/factories/sign-in";
import { expect, test } from "../fixtures";

const password = "mưa rào trên mái ngói 38";

/** An investigator with a password and, unless he is new, an authenticator. */
async function makeOwner(secret: string | null) {
  const person = await makePerson("investigator", await makeOrganisation("police"));
  const { userId } = person;
  await enrol(userId, await hashPassword(password), secret);
  const { email } = await asSystem((tx) =>
    tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } }),
  );
  return { ...person, email };
}

async function showPassword(page: Page, email: string, typed: string): Promise<void> {
  await page.getByLabel("Tài khoản công vụ").fill(email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(typed);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
}

test("password, then code, then back to where one was; out again leaves nothing open", async ({ page }) => {
  const secret = newTotpSecret();
  const owner = await makeOwner(secret);
  await page.goto("/cases");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fcases$/);

  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page.getByText("Nhập tài khoản công vụ.")).toBeVisible();
  await showPassword(page, owner.email, "không phải câu này đâu");
  await expect(page.getByText("Tài khoản hoặc mật khẩu không đúng")).toBeVisible();
  await expect(page.getByLabel("Tài khoản công vụ")).toHaveValue(owner.email);
  await showPassword(page, owner.email, password);

  await expect(page.getByRole("heading", { name: "Nhập mã xác thực" })).toBeVisible();
  await page.getByLabel("Mã 6 số").fill(currentCode(secret));
  await page.getByRole("button", { name: "Vào Cổng" }).click();
  await expect(page).toHaveURL(/\/cases$/);

  await page.getByRole("button", { name: /Tài khoản của tôi/ }).click();
  const [left] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/api/signed-out")),
    page.getByRole("button", { name: "Đăng xuất" }).click(),
  ]);
  expect(await left.headerValue("clear-site-data")).toContain("storage");
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/cases");
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await asSystem((tx) => tx.session.count({ where: { userId: owner.userId, endedAt: null } }))).toBe(
    0,
  );
});

test("the password alone opens no page", async ({ page }) => {
  const owner = await makeOwner(newTotpSecret());
  await page.goto("/sign-in");
  await showPassword(page, owner.email, password);
  await expect(page.getByRole("heading", { name: "Nhập mã xác thực" })).toBeVisible();
  for (const address of ["/", "/cases", "/account"]) {
    await page.goto(address);
    await expect(page).toHaveURL(/\/sign-in/);
  }
});

test("an invitation leads to a password, an authenticator and recovery codes shown once, one of which opens the door", async ({
  page,
}) => {
  const person = await makePerson("investigator", await makeOrganisation("police"));
  const token = newToken();
  const { userId, membershipId } = person;
  await openInvitation({ userId, membershipId, invitedById: userId, token, now: new Date() });
  await page.goto(`/invitation/${token}`);
  await page.getByLabel("Mật khẩu mới").fill("123456789012");
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(page.getByText("Mật khẩu này quá phổ biến")).toBeVisible();
  await page.getByLabel("Mật khẩu mới").fill(password);
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);

  const { email } = await asSystem((tx) =>
    tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } }),
  );
  await expect(page.getByText("Đã đặt mật khẩu.")).toBeVisible();
  await expect(page.getByLabel("Tài khoản công vụ")).toHaveValue(email);
  await showPassword(page, email, password);
  await expect(page.getByRole("img", { name: /Mã QR/ })).toBeVisible();
  const shown = await page.getByText("Không quét được?").innerText();
  const secret = shown.slice(shown.indexOf(":") + 1).replace(/\s/g, "");
  await page.getByLabel("Mã 6 số").fill(currentCode(secret));
  await page.getByRole("button", { name: "Gắn và vào Cổng" }).click();
  const codes = page.getByRole("main").getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const spare = await codes.first().innerText();
  await page.getByRole("button", { name: "Đã cất, vào Cổng" }).click();
  await expect(page.getByRole("navigation")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await showPassword(page, email, password);
  await page.getByRole("button", { name: /Dùng mã khôi phục/ }).click();
  await page.getByLabel("Mã khôi phục").fill(spare);
  await page.getByRole("button", { name: "Vào Cổng" }).click();
  await expect(page.getByRole("navigation")).toBeVisible();

  const used = await page.context().newPage();
  expect((await used.goto(`/invitation/${token}`))?.status()).toBe(404);
  await expect(used.getByRole("heading", { name: "Đường dẫn đã dùng hoặc hết hạn" })).toBeVisible();
  expect((await used.goto(`/invitation/${randomUUID()}`))?.status()).toBe(404);
  await expect(used.getByRole("heading", { name: "Đường dẫn đã dùng hoặc hết hạn" })).toBeVisible();
});

test("on one's own page another session ends and the capacity changes", async ({ as }) => {
  const person = await makeOwner(newTotpSecret());
  const other = await makeOrganisation("police", { name: `Đội thử ${randomUUID().slice(0, 8)}` });
  await asSystem((tx) =>
    tx.membership.createMany({
      data: [{ userId: person.userId, organisationId: other.id, roles: ["analyst"] }],
    }),
  );
  const mine = await as(person);
  const elsewhere = await as(person);
  await elsewhere.goto("/account");
  await mine.goto("/account");
  await expect(mine.getByText("Phiên này")).toHaveCount(1);
  await mine.getByRole("button", { name: "Kết thúc", exact: true }).click();
  await expect(mine.getByRole("button", { name: "Kết thúc", exact: true })).toHaveCount(0);
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  const before = (await mine.context().cookies()).find(({ name }) => name === "lachan-session")?.value;
  await mine
    .getByRole("main")
    .getByRole("button", { name: new RegExp(other.name) })
    .click();
  await expect(mine.getByRole("banner").getByText(other.name).first()).toBeVisible();
  const after = (await mine.context().cookies()).find(({ name }) => name === "lachan-session")?.value;
  expect(after).not.toBe(before);
});
