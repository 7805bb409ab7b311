import { asActor } from "@/lib/db";
import { exported } from "@/lib/exports/record-export";
import { mostAnHour } from "@/lib/exports/types";
import { paths } from "@/lib/paths";
import { makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("who took ten lists within the hour reads from when the next leaves, and gets none by its address", async ({
  as,
}) => {
  const scene = await setScene();
  await makeDraft(scene);
  const page = await as(scene.investigator);
  await page.goto(paths.requestSheet("view=all"));
  await expect(page.getByRole("link", { name: "Tải Excel" })).toBeVisible();
  for (let index = 0; index < mostAnHour; index++)
    await asActor(scene.investigator, (tx) =>
      exported(tx, scene.investigator, { kind: "requests_xlsx", rows: 1 }, {}, () =>
        Promise.resolve({ bytes: Buffer.from("một tệp") }),
      ),
    );
  await page.reload();
  await expect(page.getByText(/^Mỗi người xuất nhiều nhất 10 danh sách trong một giờ\./)).toBeVisible();
  await expect(page.getByRole("link", { name: "Tải Excel" })).toHaveCount(0);
  await pictures(page, "list-limit");
  const refused = await page.request.get(paths.requestBook("view=all"));
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
});
