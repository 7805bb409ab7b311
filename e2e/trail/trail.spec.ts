import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { openCase } from "@/lib/cases/commands";
import { caseInput } from "@/lib/cases/schema";
import { asSystem } from "@/lib/db";
import { getTrail } from "@/lib/money/trail/queries";
import { paths } from "@/lib/paths";
import { answerItem } from "@/lib/requests/desk/answers";
import { makeOrganisation } from "@/prisma/factories/people";
import { makeAcknowledged, report, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

/** A case of two victims whose money met in one account and went on to a second bank. */
async function trailScene(): Promise<{ scene: Scene; caseId: string }> {
  const scene = await setScene();
  const other = await makeOrganisation("bank", { provinceCode: null });
  const base = report(scene.bank.id);
  const [first, second] = base.payments;
  const { caseId } = await openCase(
    scene.investigator,
    caseInput.parse({
      ...base,
      victims: [{ fullName: "Nguyễn Thị Trước" }, { fullName: "Lê Văn Sau" }],
      payments: [
        { ...first!, victim: 0 },
        { ...second!, victim: 1, toAccount: first!.toAccount },
      ],
    }),
  );
  const { requestId } = await makeAcknowledged({ ...scene, caseId });
  const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId } }));
  await answerItem(scene.liaison, {
    key: randomUUID(),
    requestId,
    itemId: item.id,
    itemVersion: 1,
    answer: {
      outcome: "HELD",
      amount: "25000000",
      transfers: [
        {
          at: new Date(Date.now() - 20 * 60_000).toISOString(),
          amount: "60000000",
          toInstitutionId: other.id,
          toAccount: "190355278810",
          toName: "PHAM VAN TOAN",
        },
      ],
    },
  });
  return { scene, caseId };
}

test("the trail is drawn, followed from a victim, read as a table and taken out", async ({ as }) => {
  const { scene, caseId } = await trailScene();
  const view = (await getTrail(scene.investigator, caseId))!;
  const page = await as(scene.investigator);
  await page.goto(paths.trail(caseId));
  const stage = page.getByRole("region", { name: "Hình vẽ dòng tiền" });
  await expect(stage.locator(".react-flow__node-box")).toHaveCount(view.nodes.length);

  await test.step("a node is opened by keyboard", async () => {
    await stage.locator(".react-flow__node-box", { hasText: "1903 5527 8810" }).focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("group", { name: "Chi tiết tài khoản" });
    await expect(panel).toContainText("PHAM VAN TOAN");
    await expect(panel).toContainText("Chưa gửi yêu cầu");
    await expect(panel.getByRole("link", { name: "Tạo yêu cầu" })).toBeVisible();
  });

  await test.step("one victim's part: first in, first out", async () => {
    await page.getByLabel("Theo tiền của").selectOption({ label: "Lê Văn Sau" });
    await expect(page.getByText(/Tiền của Lê Văn Sau: đã chuyển 50\.000\.000/)).toContainText(
      "đang giữ 25.000.000",
    );
  });

  await test.step("the table has the same sums", async () => {
    await page.locator("label", { hasText: "Bảng" }).click();
    const rows = page.getByRole("table", { name: "Tài khoản trong dòng tiền" }).getByRole("row");
    await expect(rows.filter({ hasText: "1903 5527 8810" })).toContainText("10.000.000");
    await page.getByLabel("Theo tiền của").selectOption({ label: "Tất cả bị hại" });
    await expect(rows.filter({ hasText: "1903 5527 8810" })).toContainText("60.000.000");
    await expect(rows).toHaveCount(view.nodes.length + 1);
  });

  await test.step("the spreadsheet has them too", async () => {
    await page.getByRole("button", { name: "Xuất" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Bảng tính (XLSX)" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^VV-.*-XK-\d{4}-\d+\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await readFile(await download.path())) as unknown as ArrayBuffer);
    expect(book.getWorksheet("Sổ cái")!.lastRow!.getCell(2).value).toBe(Number(view.ledger.reported));
    await expect(page.getByText(/Đã xuất XK-/)).toBeVisible();
  });
});

test("the case's own page shows the same drawing and the same ledger", async ({ as }) => {
  const { scene, caseId } = await trailScene();
  const page = await as(scene.investigator);
  await page.goto(`${paths.case(caseId)}?tab=money`);
  await expect(page.getByRole("heading", { name: "Dòng tiền" })).toBeVisible();
  await expect(page.locator(".react-flow__node-box")).toHaveCount(4);
  await expect(page.getByText("Chưa hỏi 1 tài khoản ở 1 nơi")).toBeVisible();
  await page.getByRole("link", { name: "Mở toàn trang" }).click();
  await expect(page).toHaveURL(paths.trail(caseId));
});
