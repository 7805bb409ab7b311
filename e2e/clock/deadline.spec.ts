import { paths } from "@/lib/paths";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const reason = "Ngân hàng cần thêm thời gian sao kê của tài khoản thứ hai.";

test("who asked gives more time, and the desk reads until when and why", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const police = await as(scene.investigator);
  await police.goto(paths.request(requestId));
  await police.getByRole("button", { name: "Gia hạn trả lời" }).click();
  const dialog = police.getByRole("dialog");
  await expect(dialog).toContainText("Được gia hạn muộn nhất đến");
  await dialog.getByRole("button", { name: "Gia hạn", exact: true }).click();
  await expect(dialog.getByText("Mục này bắt buộc.")).toBeVisible();
  await dialog.getByLabel("Lý do gia hạn").fill(reason);
  await pictures(police, "extend-dialog");
  await dialog.getByRole("button", { name: "Gia hạn", exact: true }).click();
  await expect(police.getByText("Đã gia hạn trả lời 1 lần")).toBeVisible();
  await expect(dialog).toBeHidden();
  await pictures(police, "extended", true);
  const bank = await as(scene.liaison);
  await bank.goto(paths.request(requestId));
  await expect(bank.getByText("Đã gia hạn trả lời 1 lần")).toBeVisible();
  await expect(bank.getByText(reason).first()).toBeVisible();
});

test("a limit is waived by two people, and the desk still has the request to answer", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  // Three people at three desks.
  test.slow();
  const investigator = await as(scene.investigator);
  await investigator.goto(paths.request(requestId));
  await investigator.getByRole("button", { name: "Đề nghị miễn thời hạn" }).click();
  const proposal = investigator.getByRole("dialog");
  await proposal.getByLabel("Lý do").fill("Quá ngắn");
  await proposal.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(proposal.getByRole("textbox", { name: "Lý do" })).toHaveAttribute("aria-invalid", "true");
  await proposal.getByLabel("Lý do").fill("Chủ tài khoản đã hoàn trả đủ, không cần thời hạn nữa.");
  await pictures(investigator, "waiver-dialog");
  await proposal.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(investigator.getByText("Đồng hồ vẫn chạy cho đến khi chỉ huy quyết định.")).toBeVisible();
  await expect(investigator.getByRole("button", { name: "Đồng ý miễn thời hạn" })).toHaveCount(0);

  const commander = await as(scene.commander);
  await commander.goto(paths.request(requestId));
  await pictures(commander, "waiver-proposed", true);
  await commander.getByRole("button", { name: "Đồng ý miễn thời hạn" }).click();
  await commander.getByRole("dialog").getByRole("button", { name: "Miễn thời hạn", exact: true }).click();
  await expect(commander.getByText("Đã miễn thời hạn trả lời", { exact: true }).first()).toBeVisible();
  await expect(commander.getByRole("button", { name: "Gia hạn trả lời" })).toHaveCount(0);

  const bank = await as(scene.liaison);
  await bank.goto(`${paths.queue}?open=${requestId}`);
  await expect(bank.getByRole("table").getByText("đã miễn thời hạn")).toBeVisible();
  await expect(bank.getByText("Đã miễn thời hạn trả lời", { exact: true })).toBeVisible();
  await pictures(bank, "waiver-desk", true);
});

test("a notice that the law asks of a case is told with its number", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(paths.case(scene.caseId));
  await page.getByRole("button", { name: /^Đã thông báo: Thông báo tiếp nhận/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Số văn bản").fill("15/TB-PA05");
  await dialog.getByLabel("Ngày văn bản").fill("20/11/2026");
  await pictures(page, "notified-dialog");
  await dialog.getByRole("button", { name: "Ghi nhận", exact: true }).click();
  await expect(page.getByText("Đã thông báo: 15/TB-PA05, ngày 20/11/2026")).toBeVisible();
  await pictures(page, "notified", true);
});
