import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { withdrawRequest } from "@/lib/requests/commands";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

const rowOf = (id: string) => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }));

test("a bank takes the letter as PDF and finds its number in it", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const { documentNumber } = await rowOf(requestId);
  const page = await as(scene.liaison);
  await page.goto(paths.letter(requestId));
  await expect(page.getByText(`Số: ${documentNumber!}`)).toBeVisible();
  await expect(page.getByRole("img", { name: /Kiểm tra hiệu lực/ })).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải PDF" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe(`${documentNumber!.replace(/[^A-Za-z0-9]+/g, "-")}.pdf`);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const exported = await asSystem((tx) => tx.exportRecord.findFirstOrThrow({ where: { requestId } }));
  expect(bytes.toString("latin1")).toContain(exported.number);
});

test("the unit takes all letters of a case at once, and the Word file of one", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const page = await as(scene.investigator);
  await page.goto(`${paths.case(scene.caseId)}?tab=requests`);
  const bundle = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải mọi văn bản (PDF)" }).click();
  expect((await bundle).suggestedFilename()).toMatch(/^VV-.*\.pdf$/);
  await page.goto(paths.letter(requestId));
  const word = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải Word" }).click();
  expect((await word).suggestedFilename()).toMatch(/\.docx$/);
});

test("anybody learns from the short code whether the letter is valid, and nothing else", async ({
  browser,
  baseURL,
}) => {
  const scene = await setScene();
  const { requestId, version } = await issue(scene, await makeDraft(scene));
  const { checkCode, documentNumber } = await rowOf(requestId);
  // Whoever holds the paper has no account, and this page asks for no scripts.
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(paths.checkOf(checkCode!));
  await expect(page.locator("#state")).toHaveAttribute("data-state", "valid");
  for (const secret of [documentNumber!, scene.bank.name, scene.police.name])
    expect(await page.content()).not.toContain(secret);
  const reason = "Gửi nhầm ngân hàng, rút lại văn bản.";
  await withdrawRequest(scene.commander, { key: randomUUID(), requestId, version, reason });
  await page.reload();
  await expect(page.locator("#state")).toContainText("Đã thu hồi");
  await page.getByRole("textbox").fill("0000000000");
  await page.getByRole("button").click();
  await expect(page).toHaveURL(/\/check\?code=0000000000$/);
  await expect(page.locator("#state")).toContainText("Cổng không xác nhận được văn bản này");
  await expect(page.locator("#state")).toContainText("The portal cannot confirm this letter");
  await expect(page.getByRole("textbox")).toHaveValue("0000000000");
  await context.close();
});
