import type { Page } from "@playwright/test";
import { preferenceCookies } from "@/lib/i18n/preferences";

const folder = process.env.LACHAN_PICTURES;
/** The width of a sheet of A4 within its margins, in CSS pixels. */
const sheet = 688;

/**
 * Pictures of the page for whoever looks at them, where LACHAN_PICTURES names a folder: a desk and a phone, light and dark, and on paper. With
 * `english` the page is read once more in English, which loses what was opened or typed on it.
 */
export async function pictures(page: Page, name: string, english = false): Promise<void> {
  if (!folder) return;
  const before = page.viewportSize();
  const take = (as: string) => page.screenshot({ path: `${folder}/${name}-${as}.png`, fullPage: true });
  for (const scheme of ["light", "dark"] as const)
    for (const width of [1280, 360]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await take(`${width}-${scheme}`);
    }
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  await page.setViewportSize({ width: sheet, height: 980 });
  await take("paper");
  await page.emulateMedia({ media: "screen" });
  if (english) {
    const say = async (language: string) => {
      await page
        .context()
        .addCookies([{ name: preferenceCookies.language, value: language, url: page.url() }]);
      await page.reload();
    };
    await say("en");
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await take(`${width}-en`);
    }
    await say("vi");
  }
  if (before) await page.setViewportSize(before);
}
