import ExcelJS from "exceljs";
import type { Page } from "@playwright/test";
import { asSystem, statement } from "@/lib/db";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { expect, test } from "../fixtures";

/** Presses what takes the file, and gives the codes that stand on its sheet of requests. */
async function codesOf(page: Page, press: () => Promise<void>): Promise<unknown[]> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  expect(download.suggestedFilename()).toMatch(/^XK-\d{4}-\d+\.xlsx$/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await download.path());
  expect(book.getWorksheet("Đối tượng và trả lời")).toBeDefined();
  return (book.getWorksheet("Yêu cầu")!.getColumn(1).values as unknown[]).slice(2);
}

test("the filtered list and a case's requests leave as a workbook that says how much it holds", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  await makeDraft(scene, "SUBSCRIBER_INFO");
  const { code } = await rowOf(requestId);
  const page = await as(scene.commander);
  await page.goto(`${paths.requests}?view=open`);
  await page.getByRole("link", { name: "Xuất Excel" }).click();
  await expect(page.getByText("1 yêu cầu, 2 đối tượng")).toBeVisible();
  const take = () => page.getByRole("link", { name: "Tải Excel" }).click();
  expect(await codesOf(page, take)).toEqual([code]);
  await page.goto(`${paths.case(scene.caseId)}?tab=requests`);
  await page.getByRole("link", { name: "Xuất Excel" }).click();
  await expect(page.getByText("2 yêu cầu, 3 đối tượng")).toBeVisible();
  expect(await codesOf(page, take)).toHaveLength(2);
});

test("more than 500 targets leave with a reason alone, more than 5,000 not at all", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeDraft(scene);
  const counted = (count: number) =>
    asSystem((tx) => statement(tx, "update request set item_count = $2 where id = $1", [requestId, count]));
  await counted(501);
  const page = await as(scene.commander);
  await page.goto(paths.requestSheet("view=all"));
  await expect(page.getByRole("link", { name: "Tải Excel" })).toHaveCount(0);
  await page.getByLabel("Lý do xuất").fill("Báo cáo tuần của phòng");
  const take = () => page.getByRole("button", { name: "Tải Excel" }).click();
  expect(await codesOf(page, take)).toHaveLength(1);
  const kept = await asSystem((tx) =>
    tx.exportRecord.findMany({ where: { membershipId: scene.commander.membershipId } }),
  );
  expect(kept).toMatchObject([{ kind: "requests_xlsx", reason: "Báo cáo tuần của phòng" }]);
  await counted(5_001);
  await page.reload();
  await expect(page.getByText("Danh sách có quá 5.000 đối tượng.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tải Excel" })).toHaveCount(0);
});
