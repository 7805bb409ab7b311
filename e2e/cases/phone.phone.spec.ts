import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("no page of a case or a list is wider than a phone", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.commander);
  for (const address of [
    `${paths.case(scene.caseId)}?tab=payments`,
    `${paths.case(scene.caseId)}?tab=targets`,
    paths.requests,
    paths.cases,
    paths.newRequest(scene.caseId),
  ]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360);
  }
});
