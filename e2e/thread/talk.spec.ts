import type { Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { chooseFiles } from "../support/files";

/** Opens a request's page and waits until it hears what happens. */
async function listeningAt(page: Page, address: string) {
  const listening = page.waitForResponse((response) => response.url().endsWith("/api/stream"));
  await page.goto(address);
  await listening;
}
/** Where one writes: the answer's form beside it has a button that sends too. */
const composer = (page: Page) => page.locator("form.composer");
const write = (page: Page) => composer(page).getByLabel(/^(Tin nhắn|Ghi chú nội bộ)/);

test("both sides talk live, and a note of the bank is never on the police screen, with its file", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const [police, bank] = [await as(scene.investigator), await as(scene.liaison)];
  await listeningAt(police, paths.request(requestId));
  await listeningAt(bank, paths.request(requestId));

  await write(police).fill("Đề nghị gửi sao kê từ 08:00.");
  await composer(police).getByRole("button", { name: /^Gửi / }).click();
  await expect(bank.getByText("Đề nghị gửi sao kê từ 08:00.")).toBeVisible({ timeout: 10_000 });
  await expect(bank.getByText("Mới từ đây")).toBeVisible();

  await composer(bank).getByText("Nội bộ", { exact: true }).click();
  await write(bank).fill("Chủ tài khoản là nhân viên cũ.");
  await chooseFiles(composer(bank).getByLabel("Đính kèm"), [
    { name: "noi-bo.txt", mimeType: "text/plain", buffer: Buffer.from("chi noi bo") },
  ]);
  await expect(composer(bank).getByText("noi-bo.txt")).toBeVisible();
  await bank.getByRole("button", { name: "Ghi nội bộ" }).click();
  await expect(bank.getByRole("link", { name: "noi-bo.txt" })).toBeVisible();

  await composer(bank).getByRole("radiogroup").getByText(/^Gửi /).click();
  await write(bank).fill("Đã nhận, đang trích xuất.");
  await composer(bank).getByRole("button", { name: /^Gửi / }).click();
  await expect(police.getByText("Đã nhận, đang trích xuất.")).toBeVisible({ timeout: 10_000 });
  await expect(police.getByText("Chủ tài khoản là nhân viên cũ.")).toHaveCount(0);
  await expect(police.getByText("noi-bo.txt")).toHaveCount(0);
  expect(await police.content()).not.toContain("nhân viên cũ");

  const colleague = await as(scene.colleague);
  await colleague.goto(paths.request(requestId));
  await expect(colleague.getByText("Chủ tài khoản là nhân viên cũ.")).toBeVisible();
});

test("a colleague who is named finds it on his first page, and a note with a name cannot go across", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const bank = await as(scene.liaison);
  await bank.goto(paths.request(requestId));
  await bank.getByRole("button", { name: "Nhắc đồng nghiệp" }).click();
  await bank.getByRole("button", { name: scene.manager.name }).click();
  await expect(bank.getByRole("radio", { name: /^Gửi / })).toBeDisabled();
  await expect(write(bank)).toHaveValue(`@${scene.manager.name} `);
  await write(bank).fill(`@${scene.manager.name} xem giúp lệnh này.`);
  await bank.getByRole("button", { name: "Ghi nội bộ" }).click();
  await expect(bank.getByText("Đã ghi chú nội bộ.")).toBeVisible();
  const manager = await as(scene.manager);
  await manager.goto(paths.queue);
  await manager.getByRole("link", { name: new RegExp(scene.liaison.name) }).click();
  await expect(manager.getByText("xem giúp lệnh này")).toBeVisible();
});

test("what is half written is still there on another screen", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const page = await as(scene.investigator);
  await page.goto(paths.request(requestId));
  await write(page).fill("Đang viết dở");
  await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  const other = await as(scene.investigator);
  await other.goto(paths.request(requestId));
  await expect(write(other)).toHaveValue("Đang viết dở");
});

test("what was written last is there again by Back, and no older word in its place", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const page = await as(scene.investigator);
  const kept = async (words: string) => {
    const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
    await write(page).fill(words);
    await saved;
    await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  };
  await page.goto(paths.request(requestId));
  await kept("Bản một");
  await page.reload();
  await expect(write(page)).toHaveValue("Bản một");
  await kept("Bản hai, dài hơn");
  await page.getByRole("link", { name: "Lịch", exact: true }).click();
  await page.waitForURL(/calendar/);
  await page.goBack();
  await expect(write(page)).toHaveValue("Bản hai, dài hơn");
});
