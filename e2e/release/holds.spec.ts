import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { setHeldScene } from "@/prisma/factories/held";
import { makePerson } from "@/prisma/factories/people";
import { submitDecision } from "@/prisma/factories/restitution";
import { initiate } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const ground = "Đang chờ sao kê bổ sung của ngân hàng chuyển tiền.";
const tickAll = (page: Page) => page.getByRole("columnheader").getByRole("checkbox").check();
/** Two suspensions that end in a day. */
async function suspended() {
  const scene = await setHeldScene("ACCOUNT_SUSPEND");
  await asSystem((tx) =>
    tx.hold.updateMany({
      where: { requestId: scene.requestId },
      data: { untilAt: new Date(Date.now() + 24 * 3_600_000) },
    }),
  );
  return scene;
}

test("holds that end are found, ticked and extended in one go, and never twice", async ({ as }) => {
  test.setTimeout(120_000);
  const scene = await suspended();
  const desk = await as(scene.investigator);
  await desk.goto(paths.holds);
  await expect(desk.getByText("hết hạn ngày mai")).toHaveCount(2);
  await expect(desk.getByText(/^2 khoản · đang giữ 70\.000\.000/)).toBeVisible();
  await pictures(desk, "holds", true);

  // What is typed narrows the list and its sum, and stands in no address.
  const { account } = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: scene.holdIds[0]! } }));
  await desk.getByLabel("Tìm trong danh sách").fill(account);
  await desk.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(desk.getByText(/^1 khoản · đang giữ 40\.000\.000/)).toBeVisible();
  expect(desk.url()).not.toContain(account);
  // Read again or filtered, the list is still the one that was searched for.
  await desk.reload();
  await expect(desk.getByText(/^1 khoản · đang giữ 40\.000\.000/)).toBeVisible();
  await expect(desk.getByLabel("Tìm trong danh sách")).toHaveValue(account);
  await desk.goto(`${paths.holds}?ends=tomorrow`);
  await expect(desk.getByText(/^1 khoản · đang giữ 40\.000\.000/)).toBeVisible();
  await desk.goto(paths.holds);
  await expect(desk.getByText(/^1 khoản · đang giữ 40\.000\.000/)).toBeVisible();
  const file = desk.waitForEvent("download");
  await desk.getByRole("button", { name: "Xuất Excel" }).click();
  expect((await file).suggestedFilename()).toMatch(/^XK-\d{4}-\d+\.xlsx$/);
  await desk.getByRole("button", { name: "Bỏ tìm" }).click();
  await desk.reload();
  await expect(desk.getByText(/^2 khoản · đang giữ 70\.000\.000/)).toBeVisible();

  await tickAll(desk);
  await desk.getByRole("button", { name: "Gia hạn", exact: true }).click();
  const dialog = desk.getByRole("dialog");
  await expect(dialog.getByLabel("Giữ đến")).not.toHaveValue("");
  await pictures(desk, "holds-extend");
  await dialog.getByLabel("Lý do, căn cứ").fill(ground);
  await dialog.getByRole("button", { name: "Soạn và trình ký 1 yêu cầu" }).click();
  await expect(dialog.getByText("Đã soạn và trình ký 1 yêu cầu")).toBeVisible();
  const { code } = await asSystem((tx) =>
    tx.request.findFirstOrThrow({ where: { caseId: scene.caseId, kindCode: "HOLD_EXTENSION" } }),
  );
  await expect(dialog.getByRole("link", { name: code })).toBeVisible();
  await dialog.getByRole("button", { name: "Xong" }).click();
  await expect(desk.getByRole("table").getByText(code)).toHaveCount(2);

  // The same once more: the request that asks already is named, and nothing is drafted.
  await tickAll(desk);
  await desk.getByRole("button", { name: "Gia hạn", exact: true }).click();
  await expect(desk.getByRole("dialog").getByText(/Đã có yêu cầu về việc này/)).toHaveCount(2);
  await expect(desk.getByRole("dialog").getByRole("button", { name: /^Soạn và trình ký/ })).toHaveCount(0);
  await desk.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
  // A freeze waits for the decision to initiate, and says so.
  await desk.getByRole("button", { name: "Chuyển thành phong tỏa" }).click();
  await expect(desk.getByRole("dialog").getByText(/Vụ việc chưa khởi tố/)).toHaveCount(2);
  await pictures(desk, "holds-left-out");
  const { violations } = await new AxeBuilder({ page: desk }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("a restitution that waits for freezes drafts them, and says which order was drafted", async ({ as }) => {
  const scene = await suspended();
  await initiate(scene.commander, scene.caseId);
  const other = await as(await makePerson("investigator", scene.police));
  await other.goto(paths.restitution(scene.caseId));
  await expect(other.getByText(`Soạn được: ${scene.investigator.name}, hoặc chỉ huy đơn vị.`)).toBeVisible();
  const desk = await as(scene.investigator);
  await desk.goto(paths.restitution(scene.caseId));
  await pictures(desk, "restitution-waits", true);
  await desk.getByRole("button", { name: "Soạn lệnh phong tỏa (2 khoản)" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel("Lý do, căn cứ").fill(ground);
  await dialog.getByRole("button", { name: "Soạn và trình ký 1 yêu cầu" }).click();
  await expect(dialog.getByText("Đã soạn và trình ký 1 yêu cầu")).toBeVisible();
  await dialog.getByRole("button", { name: "Xong" }).click();
  await expect(desk.getByText(/Đã có yêu cầu về việc này/)).toHaveCount(2);
  await expect(desk.getByRole("button", { name: /^Soạn lệnh phong tỏa/ })).toHaveCount(0);
  await desk.goto(`${paths.case(scene.caseId)}?tab=money`);
  await expect(desk.getByRole("heading", { name: "Tiền đang giữ của vụ việc" })).toBeVisible();
  await pictures(desk, "case-holds", true);
});

test("a decision waits while an appeal against one of its holds is not answered, and says whose", async ({
  as,
}) => {
  test.setTimeout(90_000);
  const scene = await setHeldScene();
  await submitDecision(scene);
  const desk = await as(await makePerson("investigator", scene.police));
  await desk.goto(paths.appealHold(scene.holdIds[0]!));
  await desk.getByLabel("Hình thức tiếp nhận").selectOption("counter");
  await desk.getByLabel("Người đề nghị").fill("Lê Thị Khiếu");
  await desk.getByLabel("Liên hệ").fill("0912 000 111");
  await desk.getByLabel("Nội dung đề nghị").fill("Số tiền này là tiền lương của tôi, đề nghị xem xét.");
  await desk.getByRole("button", { name: "Ghi và tính giờ" }).click();
  await expect(desk).toHaveURL(/\/appeals\/[0-9a-f-]{36}$/);
  await pictures(desk, "appeal", true);
  const chief = await as(scene.commander);
  await chief.goto(paths.restitution(scene.caseId));
  await expect(chief.getByText("Chưa duyệt được trước khi trả lời:")).toBeVisible();
  await expect(chief.getByRole("button", { name: "Duyệt quyết định" })).toHaveCount(0);
  await pictures(chief, "restitution-disputed", true);
  await desk.getByRole("button", { name: "Bắt đầu xem xét" }).click();
  await expect(desk.getByText("Đang xem xét", { exact: true })).toBeVisible();
  await chief.getByRole("link", { name: "Mở để trả lời" }).click();
  await chief.getByRole("button", { name: "Không chấp nhận", exact: true }).click();
  const dialog = chief.getByRole("dialog");
  await dialog.getByLabel("Căn cứ").selectOption("trail_leads_here");
  await dialog
    .getByLabel("Nội dung trả lời")
    .fill("Dòng tiền của bị hại dẫn đến tài khoản này, đề nghị không được chấp nhận.");
  await dialog.getByRole("button", { name: "Quyết định", exact: true }).click();
  await expect(chief.getByText("Dòng tiền của bị hại dẫn đến tài khoản này").first()).toBeVisible();
  await chief.goto(paths.restitution(scene.caseId));
  await chief.getByRole("button", { name: "Duyệt quyết định" }).click();
  await chief.getByRole("dialog").getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(chief.getByText("Đã duyệt, đang chuyển trả", { exact: true })).toBeVisible();
});
