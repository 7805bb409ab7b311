import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

const statement = `Tôi tên là Nguyễn Thị Thử, sinh năm 1985. Sáng nay tôi nhận cuộc gọi từ số 0978 412 265 tự xưng công an, gửi đường dẫn https://dichvucong-thu.example/tra-cuu bảo tôi cài phần mềm.
Tôi đã chuyển từ tài khoản Agribank 3401205981702 của tôi:
- 8h47: 480tr vào stk 108874205561 Vietinbank, tên NGUYEN VAN DUC
- 8h50: 20.000.000đ vào stk 102866109437 Vietinbank, tên LE THI HOA
- 8h52: 500.000.000đ vào stk 0394821677000 MB Bank, TRAN QUOC BAO
- 8h55: 1,2 tỷ vào stk 19035527881016 Techcombank
- 8h58: 70 triệu vào stk 19036688990011 Techcombank
Tôi đề nghị công an giúp giữ lại tiền.`;

/** Every press and click of an officer, as the browser hears it; the paste itself is not counted. */
async function countHands(page: Page) {
  await page.addInitScript(() => {
    const hands = { clicks: 0, keys: 0 };
    Object.assign(window, { hands });
    addEventListener("pointerdown", () => (hands.clicks += 1), true);
    addEventListener(
      "keydown",
      (event) => {
        const isPaste = event.key === "v" && event.ctrlKey;
        if (!isPaste && !["Control", "Shift", "Alt"].includes(event.key)) hands.keys += 1;
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { hands: { clicks: number; keys: number } }).hands);
}

test("five accounts at three banks go from a pasted statement to the signer", async ({ as }) => {
  const { investigator } = await setScene();
  const page = await as(investigator);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const hands = await countHands(page);
  await page.goto(paths.home);
  await page.evaluate((text) => navigator.clipboard.writeText(text), statement);
  await page.getByLabel("Nội dung trình báo").click();
  await page.keyboard.press("Control+v");
  await expect(page.getByRole("heading", { name: "Tìm thấy" })).toBeVisible();
  await expect(page.getByLabel("Họ tên")).toHaveValue("Nguyễn Thị Thử");
  for (const bank of ["VietinBank", "MB Bank", "Techcombank"])
    await expect(page.getByRole("article", { name: bank })).toContainText("Tạm dừng giao dịch");
  // What is doubtful waits; each Enter confirms one and leads to the next.
  const doubts = page.locator("[data-doubt]");
  for (let left = await doubts.count(); left > 0; left -= 1) {
    await page.keyboard.press("Enter");
    await expect(doubts).toHaveCount(left - 1);
  }
  await page.getByLabel("Thủ đoạn").selectOption({ index: 3 });
  await page.getByRole("button", { name: /^Trình ký/ }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  const { clicks, keys } = await hands();
  // Choosing from a list is two clicks by hand, and none for the driver.
  expect(clicks + 2).toBeLessThanOrEqual(8);
  expect(keys).toBeLessThanOrEqual(15);

  const caseId = page.url().split("/").at(-1)!;
  const requests = await asSystem((tx) =>
    tx.request.findMany({ where: { caseId, kindCode: "ACCOUNT_SUSPEND" }, include: { items: true } }),
  );
  expect(
    requests.map(({ status, items, disputedAmount }) => [status, items.length, disputedAmount]).sort(),
  ).toEqual(
    [
      ["PENDING_SIGNATURE", 2, 500_000_000n],
      ["PENDING_SIGNATURE", 1, 500_000_000n],
      ["PENDING_SIGNATURE", 2, 1_270_000_000n],
    ].sort(),
  );
  // The writer's own account is nobody's target.
  expect(requests.flatMap(({ items }) => items).some(({ value }) => value === "3401205981702")).toBe(false);
});

test("what was pasted survives a reload and is told on the desk", async ({ as }) => {
  const { investigator } = await setScene();
  const page = await as(investigator);
  await page.goto(paths.statement);
  await page.getByLabel("Nội dung trình báo").fill(statement);
  await page.getByRole("button", { name: "Nhận diện" }).click();
  await page.getByLabel("Dùng 1088 7420 5561").uncheck();
  await expect(page.getByText(/Đã lưu nháp/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Dùng 1088 7420 5561")).not.toBeChecked();
  await page.goto(paths.home);
  await expect(page.getByText(/bản làm dở/)).toBeVisible();
  await page.getByRole("link", { name: "Làm tiếp" }).click();
  await expect(page.getByLabel("Dùng 1088 7420 5561")).not.toBeChecked();
});

test("what is missing is told at its field and nothing is lost", async ({ as }) => {
  const { investigator } = await setScene();
  const page = await as(investigator);
  await page.goto(paths.statement);
  await page.getByLabel("Nội dung trình báo").fill("ck 50tr vao stk 108874205561 vietinbank luc 8h47");
  await page.getByRole("button", { name: "Nhận diện" }).click();
  const handIn = page.getByRole("button", { name: /^Trình ký/ });
  await handIn.click();
  await expect(page.getByLabel("Họ tên")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Thủ đoạn")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("article", { name: "VietinBank" })).toContainText("50.000.000");
});

test("Back after filing opens no second case, and the same text goes on only on a press", async ({ as }) => {
  const { investigator } = await setScene();
  const page = await as(investigator);
  await page.goto(paths.statement);
  const field = page.getByLabel("Nội dung trình báo");
  await field.fill(statement);
  await page.getByRole("button", { name: "Nhận diện" }).click();
  await page.getByLabel("Thủ đoạn").selectOption({ index: 3 });
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(page.getByText(/Đã lập vụ việc VV-.* lúc/)).toBeVisible();
  await expect(field).toHaveValue("");
  await field.fill(statement);
  await page.getByRole("button", { name: "Nhận diện" }).click();
  await expect(page.getByText(/Nội dung này đã vào vụ việc VV-/)).toBeVisible();
  const keep = page.getByRole("button", { name: "Lưu dự thảo" });
  await expect(keep).toBeDisabled();
  await page.getByRole("button", { name: "Vẫn lập từ nội dung này" }).click();
  await expect(keep).toBeEnabled();
});
