import { dayOf } from "@/lib/day";
import { asSystem } from "@/lib/db";
import { formatDate } from "@/lib/i18n/local-time";
import { addDays, startOf } from "@/lib/local-days";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { chooseFiles } from "../support/files";
import { pictures } from "../support/pictures";

test("a roster comes in from a file: each row is judged first, wrong ones are named, and once is once", async ({
  as,
}) => {
  const scene = await setScene();
  const day = (days: number) => formatDate(startOf(addDays(dayOf(new Date()), days)));
  const list = [
    "Ngày;Từ giờ;Đến giờ;Người trực;Thứ tự trực;Số gọi lại",
    `${day(1)};07:00;19:00;${scene.liaison.name};1;0243 941 1222`,
    `${day(1)};19:00;7:00;${scene.colleague.name};1;`,
    `${day(1)};08:00;12:00;${scene.manager.name};1;`,
    `${day(2)};07:00;19:00;Người Không Có;1;`,
  ].join("\n");
  const page = await as(scene.manager);
  await page.goto(paths.duty);
  await page.getByRole("link", { name: "Nhập từ Excel" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Tải tệp mẫu" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^XK-\d{4}-\d+\.xlsx$/);
  const bring = () =>
    chooseFiles(page.getByLabel("Tệp lịch trực"), {
      name: "lich-truc.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(list),
    });
  await bring();
  await expect(page.getByText("2 ca sẽ thêm, 0 ca đã có, 2 dòng sai.")).toBeVisible();
  await expect(page.getByText("Thứ tự trực này đã có người trong giờ đó.")).toBeVisible();
  await expect(page.getByText("Không có người này trong đơn vị.")).toBeVisible();
  await pictures(page, "duty-import");
  await page.getByRole("button", { name: "Thêm 2 ca vào lịch" }).click();
  await expect(page.getByText("0 ca sẽ thêm, 2 ca đã có, 2 dòng sai.")).toBeVisible();
  const shifts = await asSystem((tx) =>
    tx.dutyShift.findMany({ where: { orgId: scene.bank.id }, orderBy: { fromAt: "asc" } }),
  );
  expect(shifts.map(({ source, phone }) => [source, phone])).toEqual([
    ["import", "02439411222"],
    ["import", null],
  ]);
});
