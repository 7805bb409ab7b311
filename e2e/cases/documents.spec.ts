import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { addFiles } from "@/lib/files/uploads";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";
import { chooseFiles } from "../support/files";

const statement = (account: string) =>
  [
    "Ngày giao dịch;Số bút toán;Ghi nợ;Ghi có;Số dư;Tài khoản thụ hưởng;Ngân hàng đối ứng;Tên đối ứng;Nội dung",
    `20/11/2026 08:47;FT001;480000000;;20000000;${account};VietinBank;BUI VAN TAI;CK theo yeu cau`,
    "20/11/2026 09:00;FT002;;1000000;21000000;;;;Luong thang 10",
    `20/11/2026 09:10;FT003;5000000;0;16000000;${account};VietinBank;BUI VAN TAI;CK them`,
    ";Cộng phát sinh;485000000;1000000;;;;;",
  ].join("\n");

test("a statement's file is read column by column and kept in the case it opens", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(paths.statement);
  const account = `1088${Math.floor(Math.random() * 89_999_999 + 10_000_000)}`;
  await chooseFiles(page.locator("input[type=file]"), {
    name: "sao ke thang 11.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(statement(account)),
  });
  const check = page.getByRole("dialog", { name: "Kiểm tra cột của sao ke thang 11.csv" });
  await expect(check.getByRole("status")).toHaveText(
    "Sẽ đọc 2 lần chuyển đi. Bỏ qua: 1 dòng tiền vào, 1 dòng tổng, 0 dòng không có số tiền; 2 cột không dùng.",
  );
  await expect(check.getByRole("list", { name: "Các cột của sao kê" })).toContainText("CK theo yeu cau");
  // A column that is taken from the reading is seen in the numbers at once.
  await check.getByLabel("Cột “Nội dung” chứa").selectOption({ label: "Không dùng" });
  await expect(check.getByRole("status")).toContainText("3 cột không dùng");
  await expect(check.locator(".btn-primary")).toHaveCount(1);
  await pictures(page, "statement-columns");
  // What was chosen stays chosen: the file is read once.
  await expect(check.getByLabel("Cột “Nội dung” chứa")).toHaveValue("other");
  await check.getByRole("button", { name: "Đọc 2 lần chuyển" }).click();
  await expect(page.getByText("Đọc từ tệp sao ke thang 11.csv.")).toBeVisible();
  await page.getByLabel("Họ tên").fill("Nguyễn Thị Thử");
  await page.getByLabel("Thủ đoạn").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}/);
  await page
    .getByRole("navigation", { name: "Phần của vụ việc" })
    .getByRole("link", { name: /^Tài liệu/ })
    .click();
  const row = page.getByRole("row", { name: /sao ke thang 11\.csv/ });
  await expect(row).toContainText("Trình báo gốc");
  const download = page.waitForEvent("download");
  await row.getByRole("link").click();
  expect((await download).suggestedFilename()).toBe("sao ke thang 11.csv");
});

test("the papers of a case stand in one list: filtered, opened, taken as one file", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  await addFiles(scene.investigator, { caseId: scene.caseId }, [
    { name: "đơn.txt", bytes: Buffer.from(randomUUID()) },
  ]);
  const { documentNumber } = await asSystem((tx) =>
    tx.request.findUniqueOrThrow({ where: { id: requestId } }),
  );
  const page = await as(scene.investigator);
  await page.goto(paths.case(scene.caseId));
  await page.getByRole("button", { name: "Việc khác" }).click();
  await page.getByRole("link", { name: "Tài liệu của vụ việc" }).click();
  const table = page.getByRole("table", { name: "Tài liệu của vụ việc, mới nhất trước" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await pictures(page, "case-documents", true);
  await page.locator("select[name=kind]").selectOption({ label: "Văn bản (1)" });
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(table.getByRole("row")).toHaveCount(2);
  await expect(table).toContainText(documentNumber!);
  await expect(table).toContainText("Có hiệu lực");
  const letter = page.waitForEvent("download");
  await table.getByRole("link", { name: /^PDF/ }).click();
  expect((await letter).suggestedFilename()).toMatch(/\.pdf$/);
  await page.getByRole("button", { name: "Việc khác" }).click();
  const bundle = page.waitForEvent("download");
  await page
    .getByRole("group", { name: "Việc khác" })
    .getByRole("link", { name: /Tải mọi văn bản/ })
    .click();
  expect((await bundle).suggestedFilename()).toMatch(/^VV-.*\.pdf$/);
  await table.getByRole("link", { name: "Tạm dừng giao dịch" }).click();
  await expect(page).toHaveURL(paths.letter(requestId));
});
