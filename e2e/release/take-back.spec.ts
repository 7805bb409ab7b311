import { paths } from "@/lib/paths";
import { setHeldScene } from "@/prisma/factories/held";
import { submitDecision } from "@/prisma/factories/restitution";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("who handed in a decision to give money back takes it back to mend it; the commander's approval comes too late", async ({
  as,
}) => {
  const scene = await setHeldScene();
  await submitDecision(scene);
  const chief = await as(scene.commander);
  // What he has open does not learn of it by itself.
  await chief.route("**/api/stream**", (route) => route.abort());
  await chief.goto(paths.restitution(scene.caseId));
  await expect(chief.getByRole("button", { name: "Trả lại để sửa" })).toBeVisible();
  // What others drafted is given back to them with a reason, and never taken.
  await expect(chief.getByRole("button", { name: "Rút lại để sửa" })).toHaveCount(0);

  const page = await as(scene.investigator);
  await page.goto(paths.restitution(scene.caseId));
  await expect(page.getByText("Chờ duyệt", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Rút lại để sửa" }).click();
  await expect(page.getByText("Đã rút lại quyết định về dự thảo.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Trình duyệt" })).toBeVisible();
  await expect(page.getByText("Chờ duyệt", { exact: true })).toHaveCount(0);
  await pictures(page, "decision-taken-back", true);

  await chief.getByRole("button", { name: "Duyệt quyết định" }).click();
  await chief.getByRole("dialog").first().getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(chief.getByText(`${scene.investigator.name} đã lưu trước bạn`)).toBeVisible();
  await chief.reload();
  await expect(chief.getByRole("button", { name: "Duyệt quyết định" })).toHaveCount(0);
});
