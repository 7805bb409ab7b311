import { paths } from "@/lib/paths";
import { answerNext } from "@/prisma/factories/answered";
import { makeAdministrator } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { itemsOf } from "@/prisma/factories/stored";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("an administrator tries a limit on the last months, and is refused one that never applies", async ({
  as,
}) => {
  const scene = await setScene();
  for (const _ of Array(5).keys()) {
    const { requestId } = await makeAcknowledged(scene);
    for (const __ of (await itemsOf(requestId)).keys()) await answerNext(scene.liaison, requestId);
  }
  const page = await as(await makeAdministrator());
  await page.goto(paths.newDeadlinePolicy);
  await page.getByLabel("Loại yêu cầu").selectOption("ACCOUNT_SUSPEND");
  await page.getByLabel("Thời hạn", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Thử trên 90 ngày qua" }).click();
  await expect(page.getByText("Đúng hạn nếu theo thời hạn này")).toBeVisible();
  await pictures(page, "limit-effect", true);

  await page.getByLabel("Loại yêu cầu").selectOption("");
  await page.getByLabel("Thời hạn", { exact: true }).fill("2");
  await page.getByLabel("Nguồn").fill("Quy định thử");
  await page.getByRole("button", { name: "Thêm thời hạn" }).click();
  await expect(page.getByText(/^Không bao giờ áp dụng/).first()).toBeVisible();
  await pictures(page, "limit-shadowed");
});
