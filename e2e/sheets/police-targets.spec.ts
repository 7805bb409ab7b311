import ExcelJS from "exceljs";
import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { chooseFiles } from "../support/files";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  const field = page.getByLabel("Tệp danh sách");
  await chooseFiles(field, { name, mimeType: name.endsWith("csv") ? "text/csv" : xlsx, buffer });
}
const accounts = (caseId: string) =>
  asSystem((tx) =>
    tx.target.findMany({ where: { caseId, value: { startsWith: "00710" } }, orderBy: { value: "asc" } }),
  );
const listOf = ({ bank }: Scene, count: number) =>
  Buffer.from(
    [
      "STK;Ngân hàng",
      ...Array.from({ length: count }, (_, at) => `00710${String(at).padStart(8, "0")};${bank.name}`),
    ].join("\n"),
  );

test("an officer takes the template, sees each row of the filled list, stores it once and goes on to a request", async ({
  as,
}) => {
  const scene = await setScene();
  const [own] = await asSystem((tx) =>
    tx.target.findMany({ where: { caseId: scene.caseId, kind: "bank_account" }, take: 1 }),
  );
  const page = await as(scene.investigator);
  await page.goto(`${paths.case(scene.caseId)}?tab=targets`);
  await page.getByRole("link", { name: "Nhập từ Excel" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tải mẫu Excel" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^XK-\d{4}-\d+\.xlsx$/);
  const path = await download.path();
  const fill = async (second: ExcelJS.CellValue) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.getWorksheet("Đối tượng")!;
    const rows: ExcelJS.CellValue[][] = [
      ["Tài khoản ngân hàng", "0071000555666", scene.bank.name, "NGUYEN VAN A"],
      ["Tài khoản ngân hàng", second, scene.bank.name],
      ["Tài khoản ngân hàng", own!.value, scene.bank.name],
      ["Số điện thoại", "0912 345 678", scene.telecom.name],
      ["Tài khoản ngân hàng", "0071.000.555.666", scene.bank.name],
    ];
    rows.forEach((row, index) => (sheet.getRow(index + 2).values = row));
    return Buffer.from(await book.xlsx.writeBuffer());
  };

  // A number has lost its zeros: its cell is named as Excel names it, and nothing is stored by looking.
  await upload(page, "danh-sach.xlsx", await fill(71000777888));
  await expect(page.getByText("Đối tượng, dòng 3, cột Số, địa chỉ hoặc tài khoản:")).toBeVisible();
  await expect(
    page.getByText("2 dòng sẽ thêm, 1 đã có trong vụ việc, 1 trùng trong tệp, 1 có lỗi"),
  ).toBeVisible();
  await expect(page.getByText("Đã có ở Đối tượng, dòng 2.")).toBeVisible();
  expect(await accounts(scene.caseId)).toEqual([]);

  const good = await fill("0071000777888");
  await upload(page, "danh-sach.xlsx", good);
  await page.getByRole("button", { name: "Lưu 3 đối tượng vào vụ việc" }).click();
  await expect(
    page.getByText("0 dòng sẽ thêm, 4 đã có trong vụ việc, 1 trùng trong tệp, 0 có lỗi"),
  ).toBeVisible();
  expect((await accounts(scene.caseId)).map(({ value, holderName }) => [value, holderName])).toEqual([
    ["0071000555666", "NGUYEN VAN A"],
    ["0071000777888", null],
  ]);
  await expect(page.getByRole("button", { name: /^Lưu/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Soạn yêu cầu" }).click();
  await expect(page.getByLabel("Chọn 0071 0005 55666")).toBeVisible();
});

test("a list that is cut off on the way goes on where it stopped, each target once", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(paths.caseTargets(scene.caseId));
  let acts = 0;
  await page.route("**/targets", (route) => {
    if (route.request().method() !== "POST" || !route.request().headers()["next-action"])
      return route.fallback();
    acts += 1;
    return acts === 2 ? route.abort() : route.fallback();
  });
  await upload(page, "danh-sach.csv", listOf(scene, 250));
  await page.getByRole("button", { name: "Lưu 250 đối tượng vào vụ việc" }).click();
  await expect(page.getByText("đã lưu 100/250")).toBeVisible();
  expect(await accounts(scene.caseId)).toHaveLength(100);
  await page.getByRole("button", { name: "Lưu tiếp 150 đối tượng" }).click();
  await expect(page.getByText("0 dòng sẽ thêm, 250 đã có trong vụ việc")).toBeVisible();
  expect(await accounts(scene.caseId)).toHaveLength(250);
});

test("a list brings its targets with their amounts into a draft", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(paths.newRequest(scene.caseId));
  await page.getByRole("button", { name: "Nhập từ Excel" }).click();
  const dialog = page.getByRole("dialog");
  const rows = [
    "STK;Ngân hàng;Số tiền tranh chấp;Căn cứ giữ vượt",
    `0071000555666;${scene.bank.name};45tr;Theo sao kê của bị hại`,
    `0071000777888;${scene.bank.name};1,5 tỷ;Theo sao kê của bị hại`,
  ];
  await upload(page, "ds.csv", Buffer.from(rows.join("\n")));
  await dialog.getByRole("button", { name: "Lưu và chọn 2 đối tượng" }).click();
  await expect(page.getByLabel("Chọn 0071 0005 55666")).toBeChecked();
  await expect(page.getByText("Đã chọn 4 đối tượng, tổng 1.645.000.000 ₫")).toBeVisible();
  await page.getByLabel("Căn cứ thực tế").fill("Bị hại tố giác; danh sách tài khoản theo sao kê kèm theo.");
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
  const items = await asSystem((tx) =>
    tx.requestItem.findMany({
      where: { request: { caseId: scene.caseId }, value: { startsWith: "00710" } },
      orderBy: { value: "asc" },
    }),
  );
  expect(items.map(({ value, disputedAmount }) => [value, disputedAmount])).toEqual([
    ["0071000555666", 45_000_000n],
    ["0071000777888", 1_500_000_000n],
  ]);
});
