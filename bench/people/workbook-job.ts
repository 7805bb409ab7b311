import type { Browser } from "@playwright/test";
import ExcelJS from "exceljs";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { Hands } from "./hands";
import { tallyOf } from "./model";
import { account, caseOf, issueOf, liaisonOf, makeBank } from "./scenes";
import { alive, desk, type Job, windowOf } from "./stage";

const answers = 50;
const columns = { outcome: 8, amount: 9 };

/** Fifty accounts of five requests: the workbook is taken, filled in (which is not timed), given back, looked over and sent. */
export async function doWorkbook(browser: Browser): Promise<Job> {
  const scene = await setScene();
  const bank = await makeBank(0);
  const paid = Array.from({ length: answers }, () => ({ bank, account: account(), amount: 20_000_000n }));
  const caseId = await caseOf(scene, paid);
  const requestIds: string[] = [];
  for (let from = 0; from < answers; from += 10)
    requestIds.push((await issueOf(scene, caseId, paid.slice(from, from + 10))).requestId);
  const page = await windowOf(browser, await liaisonOf(bank), desk);
  const hands = await Hands.on(page);
  await page.goto(paths.queue);
  await alive(page);

  hands.begin();
  hands.think("by workbook");
  await hands.press(page.getByRole("link", { name: "Trả lời bằng Excel" }));
  const take = page.getByRole("link", { name: "Tải mẫu Excel" });
  await take.waitFor();
  hands.think("take it");
  const [download] = await Promise.all([page.waitForEvent("download"), hands.press(take)]);
  const path = await download.path();
  hands.pause();
  const filled = await fill(path);

  hands.begin();
  hands.think("give it back");
  const chooser = page.waitForEvent("filechooser");
  await hands.press(page.locator(".drop button").first());
  await (
    await chooser
  ).setFiles({
    name: "tra-loi.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: filled,
  });
  const send = page.getByRole("button", { name: `Gửi ${answers} câu trả lời` });
  await send.waitFor();
  const sums = page.locator("[data-slot=sheet-sums] > *");
  for (let index = 0; index < (await sums.count()); index++) {
    hands.think("a sum of the preview");
    await hands.read("a sum of the preview", sums.nth(index));
  }
  hands.think("send it");
  await hands.press(send);
  // Parts go out one after another, and the line counts them.
  await page.getByText(new RegExp(`^Đã gửi ${answers} câu trả lời`)).waitFor();
  const machineSeconds = hands.end();
  const open = await asSystem((tx) =>
    tx.requestItem.count({ where: { requestId: { in: requestIds }, outcome: null } }),
  );
  if (open > 0) throw new Error(`${open} targets have no answer`);
  await page.context().close();
  return {
    name: "50 answers by workbook, besides filling",
    screen: "1280",
    tally: tallyOf(hands.deeds),
    machineSeconds,
    bars: { seconds: 90 },
  };
}

async function fill(path: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet("Tạm dừng giao dịch")!;
  for (let row = 3; row < 3 + answers; row++) {
    const isFound = row % 5 !== 0;
    sheet.getCell(row, columns.outcome).value = isFound ? "HELD" : "NOT_FOUND";
    if (isFound) sheet.getCell(row, columns.amount).value = "20.000.000";
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
