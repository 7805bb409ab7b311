import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { formatDateTime, formatTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { chooseFiles } from "../support/files";

const sent = async (scene: Scene, kind: "ACCOUNT_SUSPEND" | "SUBSCRIBER_INFO" = "ACCOUNT_SUSPEND") =>
  issue(scene, await makeDraft(scene, kind));
const rowOf = (id: string) => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }));
const send = (page: Page) => page.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();

test("a hold until a moment that has passed is refused at its field", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  await bank.getByRole("button", { name: /^Giữ đủ/ }).click();
  await bank.getByLabel("Giữ đến").fill("01/01/2026 08:00");
  await send(bank);
  await expect(bank.getByLabel("Giữ đến")).toHaveAttribute("aria-invalid", "true");
  await expect(bank.getByText("Thời điểm này đã qua. Nhập thời điểm sau lúc này.")).toBeVisible();
  expect((await rowOf(requestId)).answeredCount).toBe(0);
});

test("a hold that ends within a day goes out only when that is meant", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  await bank.getByRole("button", { name: /^Giữ đủ/ }).click();
  await bank.getByLabel("Giữ đến").fill(formatDateTime(new Date(Date.now() + 44 * 60_000)));
  await send(bank);
  const tick = bank.getByRole("checkbox", { name: /chưa đầy 24 giờ/ });
  await expect(tick).toHaveAttribute("aria-invalid", "true");
  expect((await rowOf(requestId)).answeredCount).toBe(0);
  await tick.check();
  await send(bank);
  await expect.poll(async () => (await rowOf(requestId)).answeredCount).toBe(1);
});

test("the number of a freeze's minutes is the desk's own: none is proposed", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  const number = bank.getByLabel("Số biên bản");
  await expect(number).toHaveValue("");
  await bank.getByRole("button", { name: /^Giữ đủ/ }).click();
  await send(bank);
  await expect(number).toHaveAttribute("aria-invalid", "true");
  expect((await rowOf(requestId)).answeredCount).toBe(0);
  await number.fill("12/BB-PT");
  await send(bank);
  await expect.poll(async () => (await rowOf(requestId)).answeredCount).toBe(1);
});

test("an amount that leaves most of the money open goes out only when that is said", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  await bank.getByLabel("Số tiền giữ lại").fill("5.000.000");
  await send(bank);
  const tick = bank.getByRole("checkbox", { name: /phần tiền còn lại/ });
  await expect(tick).toHaveAttribute("aria-invalid", "true");
  expect((await rowOf(requestId)).answeredCount).toBe(0);
  await tick.check();
  await send(bank);
  await expect.poll(async () => (await rowOf(requestId)).heldAmount).toBe(5_000_000n);
});

test("nothing is stated that nobody said, and each cell of a row says what it lacks", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await bank.setViewportSize({ width: 1280, height: 800 });
  await bank.goto(paths.request(requestId));
  await bank.getByRole("radio", { name: "Khác" }).check();
  await expect(bank.getByLabel("Kết quả khác")).toHaveValue("");
  await send(bank);
  await expect(bank.getByLabel("Kết quả khác")).toHaveAttribute("aria-invalid", "true");
  await bank.getByRole("radio", { name: "Tiền đã chuyển đi" }).check();
  await bank.getByLabel("Tài khoản nhận, dòng 1").fill("abc");
  await send(bank);
  for (const cell of ["Giờ chuyển, dòng 1", "Nơi nhận, dòng 1", "Tài khoản nhận, dòng 1", "Số tiền, dòng 1"])
    await expect(bank.getByLabel(cell)).toHaveAttribute("aria-invalid", "true");
  await expect(bank.getByText("Số tài khoản có 6 đến 19 chữ số hoặc chữ cái không dấu.")).toBeVisible();
  expect(
    await bank.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  // An hour that is still to come today is yesterday's, and that is said before it is sent.
  const [hour, minute] = formatTime(new Date(Date.now() + 61 * 60_000)).split(":");
  await bank.getByLabel("Giờ chuyển, dòng 1").fill(`${hour}:${minute}`);
  await expect(bank.getByText(hour === "00" ? "hôm nay" : /^hôm qua, /)).toBeVisible();
  await bank.getByLabel("Giờ chuyển, dòng 1").fill("00:05");
  await bank.getByLabel("Giờ chuyển, dòng 1").blur();
  await expect(bank.getByLabel("Giờ chuyển, dòng 1")).toHaveValue(/^\d{2}\/\d{2}\/\d{4} 00:05$/);
  await bank.getByRole("radio", { name: "Đã rút" }).check();
  await expect(bank.getByLabel("Cách rút, dòng 1")).toHaveValue("");
});

test("what was answered is read again in full by the bank that said it", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  await bank.getByRole("radio", { name: "Tiền đã chuyển đi" }).check();
  await bank.getByLabel("Giờ chuyển, dòng 1").fill("00:05");
  await bank.getByLabel("Nơi nhận, dòng 1").selectOption({ label: "Techcombank" });
  await bank.getByLabel("Tài khoản nhận, dòng 1").fill("19035527881016");
  await bank.getByLabel("Số tiền, dòng 1").fill("50tr");
  await send(bank);
  await expect.poll(async () => (await rowOf(requestId)).answeredCount).toBe(1);
  await bank.goto(paths.request(requestId));
  await bank.getByText("Xem toàn bộ trả lời").click();
  const moved = bank.getByRole("list", { name: "Chuyển tiếp" });
  await expect(moved).toContainText("Techcombank");
  await expect(moved).toContainText("50.000.000");
});

test("a file beside the answer is the desk's own until it is sent, can be taken off, and is there once", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const [bank, police] = [await as(scene.liaison), await as(scene.investigator)];
  await bank.goto(paths.queueItem(requestId));
  await expect(bank.getByLabel("Số tiền giữ lại")).toBeEnabled();
  const choose = bank.locator("input[type=file]").first();
  const bytes = (words: string) => ({ mimeType: "text/plain", buffer: Buffer.from(words) });
  await chooseFiles(choose, [{ name: "nham.txt", ...bytes("nhầm") }]);
  await expect(bank.getByText(/Chưa gửi 1 tệp/)).toBeVisible();
  await chooseFiles(choose, [{ name: "nham-2.txt", ...bytes("nhầm") }]);
  await expect(bank.getByText("nham-2.txt: tệp này đã có trong danh sách.")).toBeVisible();
  await police.goto(paths.request(requestId));
  await expect(police.getByText("nham.txt")).toHaveCount(0);
  await bank.getByRole("button", { name: "Bỏ tệp nham.txt" }).click();
  await expect(bank.getByText(/Chưa gửi 1 tệp/)).toHaveCount(0);
  await chooseFiles(choose, [{ name: "sao-ke.txt", ...bytes("đúng") }]);
  await expect(bank.getByText(/Chưa gửi 1 tệp/)).toBeVisible();
  await bank.getByRole("button", { name: /^Giữ đủ/ }).click();
  await send(bank);
  await expect.poll(async () => (await rowOf(requestId)).answeredCount).toBe(1);
  await expect(bank.getByText(/Chưa gửi 1 tệp/)).toHaveCount(0);
  await police.reload();
  await expect(police.getByText("sao-ke.txt").first()).toBeVisible();
  await expect(police.getByText("nham.txt")).toHaveCount(0);
});

test("a telecom is asked about no money, and wrong devices and days are refused at their fields", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await sent(scene, "SUBSCRIBER_INFO");
  const telecom = await as(scene.telecomLiaison);
  await telecom.goto(paths.queueItem(requestId));
  await expect(telecom.getByRole("columnheader", { name: "Số tiền tranh chấp" })).toHaveCount(0);
  await telecom.getByLabel("Chủ thuê bao").fill("Nguyễn Văn A");
  await telecom.getByLabel("Ngày kích hoạt").fill("1/1/2020");
  await telecom.getByLabel("Ngày kích hoạt").blur();
  await expect(telecom.getByLabel("Ngày kích hoạt")).toHaveValue("01/01/2020");
  await telecom.getByLabel("Ngày kích hoạt").fill("01/01/2090 08:00");
  await telecom.getByLabel("Thiết bị (IMEI)").fill("abc");
  await send(telecom);
  for (const field of ["Ngày kích hoạt", "Thiết bị (IMEI)", "Tình trạng đăng ký"])
    await expect(telecom.getByLabel(field)).toHaveAttribute("aria-invalid", "true");
  expect((await rowOf(requestId)).answeredCount).toBe(0);
});
