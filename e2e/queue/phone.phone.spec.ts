import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("on a phone the request covers the list, and nothing runs over the edge", async ({ as }) => {
  const scene = await setScene();
  await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  await bank.setViewportSize({ width: 360, height: 740 });
  await bank.goto(paths.queue);
  const overflow = () =>
    bank.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await bank.locator("[data-row-link]").first().click();
  await expect(bank.getByRole("link", { name: "Về hàng đợi" })).toBeVisible();
  await expect(bank.getByRole("button", { name: /^Gửi(:| trả lời)/ })).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await bank.getByRole("link", { name: "Về hàng đợi" }).click();
  await expect(bank.getByRole("button", { name: /^Gửi(:| trả lời)/ })).toHaveCount(0);
});
