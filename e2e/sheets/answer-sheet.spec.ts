import ExcelJS from "exceljs";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { expect, test } from "../fixtures";

/** Opens the workbook that was taken, lets `fill` type into the sheet of suspensions, and saves it again. */
async function typeInto(path: string, fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  fill(book.getWorksheet("Tạm dừng giao dịch")!);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const outcome = 8;
const amount = 9;

test("a desk takes the workbook, fills it in, sees each row, sends, and sending the same file again does nothing", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const desk = await as(scene.liaison);
  await desk.goto(paths.queue);
  await desk.getByRole("link", { name: "Trả lời bằng Excel" }).click();
  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("link", { name: "Tải mẫu Excel" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^XK-\d{4}-\d+\.xlsx$/);
  const path = await download.path();
  const upload = (buffer: Buffer) =>
    desk.getByLabel("Tệp đã điền").setInputFiles({
      name: "tra-loi.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer,
    });

  // A wrong cell is named as Excel names it, and nothing is sent.
  await upload(
    await typeInto(path, (sheet) => {
      sheet.getCell(3, outcome).value = "Đã giữ được";
      sheet.getCell(3, amount).value = "45tr";
    }),
  );
  await expect(desk.getByText("Tạm dừng giao dịch, dòng 3, cột Kết quả:")).toBeVisible();
  await expect(desk.getByRole("button", { name: /^Gửi \d/ })).toHaveCount(0);

  const good = await typeInto(path, (sheet) => {
    sheet.getCell(3, outcome).value = "HELD";
    sheet.getCell(3, amount).value = "45tr";
    sheet.getCell(4, outcome).value = "NOT_FOUND";
  });
  await upload(good);
  await desk.getByRole("button", { name: "Gửi 2 câu trả lời" }).click();
  await expect.poll(async () => (await rowOf(requestId)).status).toBe("ANSWERED");
  expect((await rowOf(requestId)).heldAmount).toBe(45_000_000n);
  await expect(desk.getByText("đã trả lời như vậy")).toHaveCount(2);
  await upload(good);
  await expect(desk.getByRole("button", { name: /^Gửi \d/ })).toHaveCount(0);
});
