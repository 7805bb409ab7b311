import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { setHeldScene } from "@/prisma/factories/held";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const grounds = "Trả lại tiền cho bị hại, không ảnh hưởng đến việc giải quyết vụ án.";

test("a decision is drafted from the proposal, approved by the commander, carried out by the bank, and the ledger shows it", async ({
  as,
}) => {
  test.setTimeout(90_000);
  const scene = await setHeldScene();
  const desk = await as(scene.investigator);
  await desk.goto(paths.restitution(scene.caseId));
  const amounts = desk.getByLabel(/^Hoàn trả .+ từ/);
  await expect(amounts).toHaveCount(2);
  await expect(amounts.first()).toHaveValue("40.000.000");
  await pictures(desk, "restitution-draft", true);
  await desk.getByRole("radio", { name: /Tài khoản tạm giữ/ }).check();
  await desk.getByLabel("Tài khoản tạm giữ", { exact: true }).fill("Tạm giữ 3713.0.1 tại Kho bạc Nhà nước");
  await desk.getByLabel("Căn cứ quyết định").fill(grounds);

  // An amount that differs says why.
  await amounts.first().fill("10.000.000");
  await desk.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(
    desk
      .getByText("Số tiền khác với đề xuất: ghi căn cứ, ít nhất 10 ký tự.")
      .or(desk.getByLabel(/^Căn cứ sửa/))
      .first(),
  ).toBeVisible();
  await amounts.first().fill("40.000.000");
  await desk.getByRole("button", { name: "Lưu dự thảo" }).click();
  await desk.getByRole("button", { name: "Trình duyệt" }).click();
  await expect(desk.getByText("Chờ duyệt", { exact: true })).toBeVisible();
  await expect(desk.getByRole("button", { name: "Duyệt quyết định" })).toHaveCount(0);

  const chief = await as(scene.commander);
  await chief.goto(paths.restitution(scene.caseId));
  await chief.getByRole("button", { name: "Duyệt quyết định" }).click();
  await chief.getByRole("dialog").getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(chief.getByText("Đã duyệt, đang chuyển trả", { exact: true })).toBeVisible();

  // The bank learns what to return and to where, and of the victim only that he is the first.
  const bank = await as(scene.liaison);
  await bank.goto(paths.deskReturns);
  await expect(bank.getByText(/Tạm giữ 3713/)).toBeVisible();
  await expect(bank.getByText("Trần Thị Minh Họa")).toHaveCount(0);
  await pictures(bank, "desk-returns", true);
  for (const [reference, left] of [
    ["FT-0001", 1],
    ["FT-0002", 0],
  ] as const) {
    await bank.getByRole("button", { name: "Ghi đã chuyển trả" }).first().click();
    const dialog = bank.getByRole("dialog");
    await dialog.getByLabel("Mã giao dịch").fill(reference);
    await dialog.getByRole("button", { name: "Ghi đã chuyển", exact: true }).click();
    await expect(bank.getByRole("button", { name: "Ghi đã chuyển trả" })).toHaveCount(left);
  }
  const holds = await asSystem((tx) => tx.hold.findMany({ where: { caseId: scene.caseId } }));
  expect(
    holds.every(
      ({ releaseReason, amount, returnedAmount }) =>
        releaseReason === "returned" && amount === returnedAmount,
    ),
  ).toBe(true);

  await chief.goto(paths.restitution(scene.caseId));
  await expect(chief.getByText("Đã chuyển trả đủ", { exact: true })).toBeVisible();
  await pictures(chief, "restitution-done", true);
  await chief.goto(`${paths.case(scene.caseId)}?tab=money`);
  await expect(chief.getByText(/đã trả bị hại 70\.000\.000/).first()).toBeVisible();
});
