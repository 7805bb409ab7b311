import ExcelJS from "exceljs";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";
import { chooseFiles } from "../support/files";

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
    chooseFiles(desk.getByLabel("Tệp đã điền"), {
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
  const line = desk
    .getByRole("status")
    .filter({ hasText: /^Đã gửi 2 câu trả lời, lần cuối lúc \d\d\/\d\d\/\d{4}/ });
  await expect(line.getByRole("link")).toHaveAttribute("href", paths.request(requestId));
  await expect(desk.getByRole("cell", { name: /^đã gửi \d/ })).toHaveCount(2);
  await upload(good);
  await expect(line).toBeVisible();
  await expect(desk.getByRole("button", { name: /^Gửi \d/ })).toHaveCount(0);
});

test("what a file says is said in its own columns' words, what is blank is not counted, and a wrong file is named", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const desk = await as(scene.liaison);
  await desk.goto(paths.answerSheetOf(requestId));
  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("link", { name: "Tải mẫu Excel" }).click(),
  ]);
  const path = await download.path();
  const upload = (buffer: Buffer, name = "tra-loi.xlsx") =>
    chooseFiles(desk.getByLabel("Tệp đã điền"), {
      name,
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer,
    });
  await upload(
    await typeInto(path, (sheet) => {
      sheet.getCell(3, outcome).value = "MOVED_ON";
      const money = sheet.workbook.getWorksheet("Chuyển đi")!;
      money.getCell(3, 1).value = sheet.getCell(3, 3).value;
      money.getCell(3, 2).value = sheet.getCell(3, 4).value;
    }),
  );
  await expect(desk.getByText("Chuyển đi, dòng 3, cột Thời gian: Mục này bắt buộc.")).toBeVisible();
  await expect(desk.getByRole("heading", { name: "Tạm dừng giao dịch: 1 dòng đã điền" })).toBeVisible();
  await pictures(desk, "sheet-wrong");
  await expect(desk.getByText("transfers")).toHaveCount(0);
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Khác").addRow(["a", "b"]);
  await upload(Buffer.from(await book.xlsx.writeBuffer()), "khac.xlsx");
  await expect(desk.getByText("khac.xlsx: không phải mẫu của hệ thống")).toBeVisible();
  await upload(Buffer.alloc(0), "rong.xlsx");
  await expect(desk.getByText("rong.xlsx: tệp rỗng (0 byte).")).toBeVisible();
  await expect(desk.getByText("0 byte", { exact: true })).toBeVisible();
});

test("without a connection the rest waits, and what went out already is not sent twice", async ({ as }) => {
  const scene = await setScene();
  const first = await issue(scene, await makeDraft(scene));
  const second = await issue(scene, await makeDraft(scene));
  const desk = await as(scene.liaison);
  await desk.goto(paths.answerSheet);
  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("link", { name: "Tải mẫu Excel" }).click(),
  ]);
  const filled = await typeInto(await download.path(), (sheet) => {
    for (let row = 3; row <= 6; row += 1) sheet.getCell(row, outcome).value = "NOT_FOUND";
  });
  await chooseFiles(desk.getByLabel("Tệp đã điền"), {
    name: "tra-loi.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: filled,
  });
  let sendings = 0;
  await desk.route(/\/queue\/sheet/, (route) =>
    route.request().method() === "POST" && ++sendings === 2 ? route.abort() : route.fallback(),
  );
  await desk.getByRole("button", { name: "Gửi 4 câu trả lời" }).click();
  await expect(desk.getByText("đã gửi 2/4")).toBeVisible();
  await expect(desk.getByText(/Chưa nhận được trả lời của hệ thống/)).toBeVisible();
  await expect(desk.getByRole("cell", { name: /^đã gửi \d/ })).toHaveCount(2);
  await desk.getByRole("button", { name: "Gửi tiếp 2 câu trả lời" }).click();
  await expect(desk.getByText(/^Đã gửi 4 câu trả lời/)).toBeVisible();
  for (const { requestId } of [first, second]) expect((await rowOf(requestId)).status).toBe("ANSWERED");
});
