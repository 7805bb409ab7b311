import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { askClarification } from "@/lib/requests/commands";
import { paths } from "@/lib/paths";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { chooseFiles } from "../support/files";

const itemsOf = (requestId: string) =>
  asSystem((tx) => tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }));

/** A request whose two accounts are answered: held in part. */
async function answered(scene: Scene): Promise<string> {
  const { requestId } = await makeAcknowledged(scene);
  for (const item of await itemsOf(requestId)) {
    await answerItem(scene.liaison, {
      key: randomUUID(),
      requestId,
      itemId: item.id,
      itemVersion: 1,
      answer: { outcome: "HELD", amount: "30000000" },
    });
  }
  return requestId;
}

test("an investigator drafts a request from a target and hands it to the signer", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(paths.newRequest(scene.caseId));
  await expect(page.getByLabel("Nơi nhận", { exact: true })).toHaveValue(scene.bank.id);
  await expect(page.getByLabel("Số tiền tranh chấp").first()).toHaveValue("50.000.000");
  await page
    .getByLabel("Căn cứ thực tế", { exact: true })
    .fill("Tài khoản nhận tiền của bị hại, cần tạm dừng giao dịch ngay.");
  await page.getByRole("button", { name: "Trình ký" }).click();
  await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Chờ ký", { exact: true })).toBeVisible();
});

test("a file of a new draft is still there after a reload, and can be taken off again", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(paths.newRequest(scene.caseId));
  await chooseFiles(page.getByLabel("Tải tệp lên"), [
    { name: "sao kê.txt", mimeType: "text/plain", buffer: Buffer.from("so tien 480") },
  ]);
  const files = page.getByRole("list", { name: "Tài liệu kèm theo" });
  await expect(files).toContainText("sao kê.txt");
  await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await page.reload();
  await expect(files).toContainText("sao kê.txt");
  await files.getByRole("button", { name: "Bỏ sao kê.txt khỏi yêu cầu" }).click();
  await expect(files).toHaveCount(0);
});

test("an older window is told of a newer draft before it writes over it", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  const other = await page.context().newPage();
  for (const each of [page, other]) await each.goto(paths.newRequest(scene.caseId));
  const grounds = (each: typeof page) => each.getByLabel("Căn cứ thực tế", { exact: true });
  await grounds(page).fill("Cửa sổ thứ nhất");
  await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await grounds(other).fill("Cửa sổ thứ hai");
  await expect(other.getByRole("alert").filter({ hasText: /Có nháp mới hơn/ })).toBeVisible();
  await other.getByRole("button", { name: "Mở nháp mới" }).click();
  await expect(grounds(other)).toHaveValue("Cửa sổ thứ nhất");
});

test("more than reached an account is disputed only with a ground", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(paths.newRequest(scene.caseId));
  const amount = page.getByLabel("Số tiền tranh chấp", { exact: true }).first();
  await amount.fill("2 tỷ");
  await page
    .getByLabel("Căn cứ thực tế", { exact: true })
    .fill("Tài khoản nhận tiền của bị hại, cần tạm dừng giao dịch ngay.");
  await page.getByRole("button", { name: "Trình ký" }).click();
  await expect(amount).toHaveAccessibleDescription(/Nhiều hơn số tiền đã chuyển đến tài khoản này/);
  await page.getByLabel("Căn cứ giữ vượt").first().fill("Tài khoản nhận tiền của nhiều bị hại.");
  await page.getByRole("button", { name: "Trình ký" }).click();
  await expect(page.getByText("Chờ ký", { exact: true })).toBeVisible();
});

test("an answer is read on the desk and accepted", async ({ as }) => {
  const scene = await setScene();
  const requestId = await answered(scene);
  const page = await as(scene.investigator);
  await page.goto(paths.home);
  await page.getByRole("link", { name: /^Xem YC-/ }).click();
  await expect(page).toHaveURL(paths.request(requestId));
  await page.getByRole("button", { name: "Chấp nhận" }).click();
  await expect(page.getByText("Đã chấp nhận", { exact: true })).toBeVisible();
});

test("one of two answers is sent back with a reason, and its addressee reads why", async ({ as }) => {
  const scene = await setScene();
  const requestId = await answered(scene);
  const [first] = await itemsOf(requestId);
  const page = await as(scene.investigator);
  await page.goto(paths.request(requestId));
  await page.getByRole("button", { name: "Yêu cầu trả lời lại" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(first!.display).uncheck();
  await dialog.getByLabel("Lý do").fill("Thiếu tên chủ tài khoản nhận.");
  await dialog.getByRole("button", { name: "Gửi", exact: true }).click();
  await expect(page.getByText("Đã yêu cầu trả lời lại: Thiếu tên chủ tài khoản nhận.")).toBeVisible();
  const bank = await as(scene.liaison);
  await bank.goto(paths.request(requestId));
  await expect(bank.getByText(/Thiếu tên chủ tài khoản nhận/).first()).toBeVisible();
});

test("a question is answered and the clock runs on", async ({ as }) => {
  const scene = await setScene();
  const sent = await issue(scene, await makeDraft(scene));
  await askClarification(scene.liaison, {
    key: randomUUID(),
    requestId: sent.requestId,
    version: sent.version,
    reason: "Số tài khoản có 11 hay 12 chữ số?",
  });
  const page = await as(scene.investigator);
  await page.goto(paths.request(sent.requestId));
  await expect(page.getByText("Chờ làm rõ", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Trả lời câu hỏi" }).click();
  await page
    .getByRole("dialog")
    .getByLabel("Nội dung trả lời")
    .fill("Số tài khoản có 12 chữ số như trong văn bản.");
  await page.getByRole("dialog").getByRole("button", { name: "Gửi", exact: true }).click();
  await expect(page.getByText("Đang thực hiện", { exact: true })).toBeVisible();
});

test("whoever presses second is told who was first", async ({ as }) => {
  const scene = await setScene();
  const requestId = await answered(scene);
  const [one, other] = [await as(scene.investigator), await as(scene.commander)];
  await one.goto(paths.request(requestId));
  await other.goto(paths.request(requestId));
  await other.route("**/api/stream**", (route) => route.abort());
  await other.reload();
  await one.getByRole("button", { name: "Chấp nhận" }).click();
  await expect(one.getByText("Đã chấp nhận", { exact: true })).toBeVisible();
  await other.getByRole("button", { name: "Chấp nhận" }).click();
  await expect(other.getByRole("dialog")).toContainText(scene.investigator.name);
});

test("a stranger learns nothing from the addresses of a case and its request", async ({ as }) => {
  const scene = await setScene();
  const requestId = await answered(scene);
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  const stranger = await as((await setScene()).investigator);
  for (const address of [
    paths.case(scene.caseId),
    paths.newRequest(scene.caseId),
    paths.request(requestId),
    paths.editRequest(requestId),
  ]) {
    await stranger.goto(address);
    await expect(stranger.getByRole("heading", { name: "Không tìm thấy trang này" })).toBeVisible();
    expect(await stranger.content()).not.toContain(code);
  }
});
