import type { Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

/** Holds the page's script back until it is let go. */
async function holdScript(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test("what is typed at the door before the script runs stands when it has taken over", async ({ page }) => {
  const letGo = await holdScript(page);
  await page.goto(paths.signIn, { waitUntil: "commit" });
  const [account, password] = [
    page.getByLabel("Tài khoản công vụ"),
    page.getByLabel("Mật khẩu", { exact: true }),
  ];
  await account.fill("nguyen.van.an@example.vn");
  await password.fill("mưa rào");
  letGo();
  // The first thing that the script draws anew: it would draw the fields as it believes them to be.
  await page.getByRole("button", { name: "Hiện mật khẩu" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(account).toHaveValue("nguyen.van.an@example.vn");
  await expect(password).toHaveValue("mưa rào");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page.getByText("Tài khoản hoặc mật khẩu không đúng")).toBeVisible();
});

test("a row's box is closed until the script runs, and its first tick counts", async ({ as }) => {
  const scene = await setScene();
  await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  const letGo = await holdScript(bank);
  await bank.goto(paths.queue, { waitUntil: "commit" });
  const all = bank.getByRole("checkbox", { name: "Chọn mọi dòng trên trang" });
  await expect(all).toBeDisabled();
  letGo();
  await all.check();
  await expect(bank.getByText("Đã chọn 1")).toBeVisible();
});
