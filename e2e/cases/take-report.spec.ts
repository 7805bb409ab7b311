import type { Page } from "@playwright/test";
import { formatDateTime } from "@/lib/i18n/local-time";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { setScene, type Scene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { chooseFiles } from "../support/files";

const minutesAgo = (minutes: number) => formatDateTime(new Date(Date.now() - minutes * 60_000));
const account = "1088742055";

/** The field holds what was kept as soon as the page's script runs. */
async function openReport(page: Page) {
  await page.goto(paths.newCase);
  await expect(page.getByLabel("Lúc tiếp nhận")).toHaveValue(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
}

async function fillReport(page: Page, scene: Scene) {
  await page.getByLabel("Họ tên").fill("Trần Thị Thử");
  await page.getByLabel("Lúc chuyển").fill(minutesAgo(40));
  await page.getByLabel("Số tiền", { exact: true }).fill("480tr");
  await page.getByLabel("Đến ngân hàng, ví").selectOption(scene.bank.id);
  await page.getByLabel("Đến tài khoản").fill(account);
  await page.getByRole("button", { name: /Lấy tổng các khoản chuyển/ }).click();
  await page.getByLabel("Thủ đoạn").selectOption({ index: 2 });
  await page.getByLabel("Tên vụ việc").fill("Giả danh cán bộ công an");
  await page.getByLabel("Nội dung trình báo").fill("Bị hại chuyển tiền theo yêu cầu qua điện thoại.");
}

test("a report is kept while it is typed, survives a reload and becomes a case with its target", async ({
  as,
}) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await openReport(page);
  await fillReport(page, scene);
  await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Đã mở lại nháp/)).toBeVisible();
  await expect(page.getByLabel("Họ tên")).toHaveValue("Trần Thị Thử");
  await expect(page.getByLabel("Đến tài khoản")).toHaveValue(account);
  await expect(page.getByLabel("Tổng số tiền báo mất")).toHaveValue("480.000.000");
  await page.getByRole("button", { name: "Mở vụ việc", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Giả danh cán bộ công an" })).toBeVisible();
  await page.getByRole("link", { name: /^Đối tượng/ }).click();
  await expect(page.getByRole("row").filter({ hasText: "1088 7420 55" })).toBeVisible();
  const left = await asSystem((tx) =>
    tx.draft.count({ where: { membershipId: scene.investigator.membershipId } }),
  );
  expect(left).toBe(0);
});

test("a cut connection loses nothing: it is said, what was typed waits, and is kept and sent when it is back", async ({
  as,
}) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await openReport(page);
  await fillReport(page, scene);
  await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(/Mất kết nối từ/)).toBeVisible();
  await page.getByLabel("Tên vụ việc").fill("Giả danh nhân viên điện lực");
  await expect(page.getByText(/sẽ lưu khi có mạng/)).toBeVisible();
  await page.getByRole("button", { name: "Mở vụ việc", exact: true }).click();
  await expect(page.getByText(/Chưa nhận được trả lời của hệ thống/)).toBeVisible();
  await expect(page.getByLabel("Tên vụ việc")).toHaveValue("Giả danh nhân viên điện lực");
  await page.context().setOffline(false);
  await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Tên vụ việc")).toHaveValue("Giả danh nhân viên điện lực");
  await page.getByRole("button", { name: "Mở vụ việc", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Giả danh nhân viên điện lực" })).toBeVisible();
});

test("what is missing is said at its field and nothing typed is lost", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await openReport(page);
  await page.getByLabel("Họ tên").fill("Trần Thị Thử");
  await page.getByLabel("Lúc chuyển").fill("31/02/2026 10:00");
  await page.getByRole("button", { name: "Mở vụ việc", exact: true }).click();
  await expect(page.getByText("Có chỗ nhập chưa đúng. Sửa các ô được đánh dấu rồi gửi lại.")).toBeVisible();
  await expect(page.getByLabel("Lúc chuyển")).toHaveAccessibleDescription(/Ngày giờ chưa đúng/);
  await expect(page.getByLabel("Tên vụ việc")).toHaveAccessibleDescription(/Mục này bắt buộc/);
  await expect(page.getByLabel("Họ tên")).toHaveValue("Trần Thị Thử");
});

test("a number that is none is told at its field, an hour said before its date is read", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await openReport(page);
  await fillReport(page, scene);
  await page.getByLabel("Điện thoại").fill("abc");
  await page.getByLabel("Lúc chuyển").fill("8h05 20/11/2025");
  await page.getByRole("button", { name: "Thêm khoản chuyển" }).click();
  await expect(page.getByLabel("Lúc chuyển").first()).toHaveValue("20/11/2025 08:05");
  const second = page.getByRole("group", { name: "Khoản chuyển 2", exact: true });
  await expect(second.getByLabel("Lúc chuyển")).toHaveValue("20/11/2025 ");
  await second.getByLabel("Đến tài khoản").fill("12ab!");
  await page.getByRole("button", { name: "Mở vụ việc", exact: true }).click();
  await expect(page.getByLabel("Điện thoại")).toHaveAccessibleDescription(/Số điện thoại không đúng/);
  await expect(second.getByLabel("Lúc chuyển")).toHaveAccessibleDescription(/Thiếu giờ/);
  await expect(second.getByLabel("Đến tài khoản")).toHaveAccessibleDescription(/chỉ gồm chữ cái không dấu/);
});

test("a case is moved, noted and given a file; a secret one is refused with the reason", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(`${paths.case(scene.caseId)}?tab=notes`);
  await page.getByLabel("Ghi chú mới").fill("Bị hại gọi lại lúc 10 giờ.");
  await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Ghi chú mới")).toHaveValue("Bị hại gọi lại lúc 10 giờ.");
  await page.getByRole("button", { name: "Thêm ghi chú" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Bị hại gọi lại lúc 10 giờ." })).toBeVisible();
  await page.getByRole("button", { name: "Chuyển trạng thái" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Chuyển", exact: true }).click();
  await expect(page.getByText("Đang phân loại", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: /^Tài liệu/ }).click();
  await chooseFiles(page.getByLabel("Tải tệp lên"), [
    { name: "sao kê.txt", mimeType: "text/plain", buffer: Buffer.from("so tien 480") },
    { name: "Tối mật.txt", mimeType: "text/plain", buffer: Buffer.from("x") },
  ]);
  await expect(page.getByRole("link", { name: /sao kê\.txt/ })).toBeVisible();
  await expect(page.getByText(/Tối mật\.txt: có dấu hiệu bí mật nhà nước/)).toBeVisible();
});
