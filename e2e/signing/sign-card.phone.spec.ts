import { randomUUID } from "node:crypto";
import { submitRequest } from "@/lib/requests/commands";
import { makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("on a phone the card says what, where, how much and how long ago, with the buttons in reach", async ({
  as,
}) => {
  const scene = await setScene({ provinceCode: "E5" });
  await submitRequest(scene.investigator, {
    key: randomUUID(),
    ...(await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "emergency" })),
  });
  const page = await as(scene.commander);
  await page.goto("/signing");
  for (const words of ["Tạm dừng giao dịch, giữ", "100.000.000", scene.bank.name, "60 phút"]) {
    await expect(page.getByRole("article").getByText(words).first()).toBeInViewport();
  }
  await expect(page.getByRole("button", { name: /^Ký và gửi/ })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
