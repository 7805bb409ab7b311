import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, test } from "@playwright/test";
import { signedIn } from "../support/session";
import type { Who } from "./cast";
import { addressFor, pageRules } from "./rules-routes";
import { makeWorld, type World } from "./world";

const widths = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];
const themes = ["light", "dark"] as const;

test.describe.configure({ mode: "parallel" });
const halves = [0, 1] as const;
for (const half of halves) {
  test(`no page has a serious accessibility fault, light and dark, wide and narrow (${half + 1} of ${halves.length})`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const world = await makeWorld();
    const contexts = new Map<Who | null, BrowserContext>();
    const faults: string[] = [];
    const patterns = Object.keys(pageRules).filter((_, index) => index % halves.length === half);
    for (const pattern of patterns) {
      const { visitor } = pageRules[pattern]!;
      if (!contexts.has(visitor))
        contexts.set(
          visitor,
          await browser.newContext({
            reducedMotion: "reduce",
            ...(visitor ? { storageState: await signedIn(world.cast.people[visitor]) } : {}),
          }),
        );
      faults.push(...(await faultsOf(contexts.get(visitor)!, world, pattern)));
    }
    for (const context of contexts.values()) await context.close();
    expect(faults).toEqual([]);
  });
}

/** Puts a theme on, and waits until every colour has arrived at it: one measured on its way is nobody's colour. */
async function wear(theme: string): Promise<void> {
  document.documentElement.setAttribute("data-theme", theme);
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  await frame();
}

/** Opens the page once and looks at it four times: two widths, two themes. A word that was not sent is a fault as well. */
async function faultsOf(context: BrowserContext, world: World, pattern: string): Promise<string[]> {
  const path = addressFor(world, pattern);
  const page = await context.newPage();
  const missing = new Set<string>();
  page.on("console", (message) => {
    if (/MISSING_MESSAGE/.test(message.text())) missing.add(message.text().slice(0, 200));
  });
  await page.goto(path);
  await page.locator("h1").first().waitFor();
  const faults: string[] = [];
  for (const size of widths) {
    await page.setViewportSize(size);
    for (const theme of themes) {
      await page.evaluate(wear, theme);
      // A theme changes colours and nothing else: in the second one only they are looked at.
      // One frame and no foreign one: the legacy way saves a page of its own for each look.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
      const { violations } = await (theme === "light" ? axe : axe.withRules(["color-contrast"])).analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact !== "serious" && impact !== "critical") continue;
        faults.push(
          `${pattern} ${size.width} ${theme}: ${id} ×${nodes.length} ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(" "))
            .join(" | ")}`,
        );
      }
    }
  }
  await page.close();
  faults.push(...[...missing].map((message) => `${pattern}: ${message}`));
  for (const fault of faults) console.log(fault);
  return faults;
}
