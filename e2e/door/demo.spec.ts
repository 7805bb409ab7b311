import { expect, test } from "@playwright/test";
import { newTotpSecret } from "@/lib/access/totp";
import { asSystem } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { enrol } from "@/prisma/factories/sign-in";
import { WebProcess } from "../support/server";

const web = new WebProcess(Number(process.env.E2E_PORT || 3200) + 4, {
  LACHAN_DEMO: "1",
  DEMO_PASSWORD: "chỉ dùng để xem thử 51",
});
test.beforeAll(() => web.start());
test.afterAll(() => web.kill());

for (const javaScriptEnabled of [true, false])
  test(`in the demo one click signs a person in, ${javaScriptEnabled ? "with" : "before"} the page's script`, async ({
    browser,
  }) => {
    const { userId, name } = await makePerson("investigator", await makeOrganisation("police"));
    await enrol(userId, "not-used", newTotpSecret());
    await asSystem((tx) =>
      tx.user.update({ where: { id: userId }, data: { email: `${userId}@lachan.example` } }),
    );
    const context = await browser.newContext({ baseURL: web.origin, locale: "vi-VN", javaScriptEnabled });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: userId }).click();
    await expect(page).toHaveURL(`${web.origin}/`);
    await expect(page.getByText(name).first()).toBeVisible();
    await context.close();
  });

test("outside the demo the sign-in page offers nobody", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Tiếp tục" })).toBeVisible();
  await expect(page.getByText("@lachan.example")).toHaveCount(0);
});
