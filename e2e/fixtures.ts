import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { cookieName, cookieOf, type Person } from "./support/session";

type As = (person: Person, proofAt?: Date) => Promise<Page>;

/** Two people are two browsers: `const bank = await as(scene.liaison)`. The second factor counts as proved at `proofAt`, else now. */
export const test = base.extend<{ as: As }>({
  as: async ({ browser, baseURL, viewport, isMobile, hasTouch }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person, proofAt) => {
      const context = await browser.newContext({
        baseURL,
        viewport,
        isMobile,
        hasTouch,
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
      });
      const value = await cookieOf(person, proofAt ?? new Date());
      await context.addCookies([
        { name: cookieName, value, url: baseURL ?? "http://localhost:3200", httpOnly: true, sameSite: "Lax" },
      ]);
      opened.push(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});
export { expect };
