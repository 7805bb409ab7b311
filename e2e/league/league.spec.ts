import { randomUUID } from "node:crypto";
import { openCase } from "@/lib/cases/commands";
import { caseInput } from "@/lib/cases/schema";
import { asSystem } from "@/lib/db";
import { foldPace } from "@/lib/figures/pace/fold";
import { paths } from "@/lib/paths";
import { answerNext } from "@/prisma/factories/answered";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, report, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

/** A province of its own for each run, so that the table holds nothing but this test. */
const newProvince = () => `p${randomUUID().slice(0, 6)}`;
const leaderOf = async (provinceCode: string) =>
  makePerson("leader", await makeOrganisation("peoples_committee", { provinceCode }));

/** Answers to so many requests, each of a case of its own: what rests on fewer than five is hidden outside the police. */
async function answered(scene: Scene, times: number): Promise<void> {
  for (let index = 0; index < times; index++) {
    const { caseId } = await openCase(scene.investigator, caseInput.parse(report(scene.bank.id)));
    const { requestId } = await makeAcknowledged({ ...scene, caseId });
    await answerNext(scene.liaison, requestId);
    await answerNext(scene.liaison, requestId);
  }
  await foldPace();
}

test("a bank replies to its line, and the leader and the police read the line and the reply", async ({
  as,
}) => {
  const provinceCode = newProvince();
  const scene = await setScene({ provinceCode });
  await answered(scene, 5);
  const manager = await as(scene.manager);
  await manager.goto(paths.ownFigures);
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("Số liệu trả lời của đơn vị");
  await expect(manager.getByRole("row", { name: /Tạm dừng giao dịch/ }).first()).toContainText("100,0% 5/5");
  const box = manager.getByLabel("Ý kiến của đơn vị");
  await box.fill("Liên hệ 0912 345 678 để biết thêm.");
  await manager.getByRole("button", { name: "Ghi ý kiến" }).click();
  await expect(box).toHaveAccessibleDescription(/không ghi số tài khoản/);
  await box.fill("Hai đêm đầu tháng hệ thống nâng cấp, nay đã ổn định.");
  await manager.getByRole("button", { name: "Ghi ý kiến" }).click();
  await expect(manager.getByText("Đã ghi ý kiến")).toBeVisible();
  await expect(manager.getByRole("button", { name: "Thay ý kiến" })).toBeVisible();
  await pictures(manager, "own-figures", true);
  for (const person of [await leaderOf(provinceCode), scene.commander]) {
    const page = await as(person);
    await page.goto(paths.league);
    const line = page.getByRole("row", { name: new RegExp(scene.bank.name) }).first();
    await expect(line).toContainText("100,0% 5/5");
    await expect(page.getByText("Hai đêm đầu tháng hệ thống nâng cấp, nay đã ổn định.")).toBeVisible();
    await pictures(page, `league-${person.orgKind}`, true);
    await page.getByText("Cách tính", { exact: true }).first().click();
    await expect(page.getByText("Hạn đã được miễn không tính vào số nào.").first()).toBeVisible();
    await page.getByRole("link", { name: "Cách tính số liệu trả lời" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cách tính số liệu trả lời");
    await pictures(page, "method");
  }
});

test("nobody is compared by fewer than five answers, and a line is sorted, filtered and put in a period by its address", async ({
  as,
}) => {
  const provinceCode = newProvince();
  const scene = await setScene({ provinceCode });
  await answered(scene, 2);
  const page = await as(await leaderOf(provinceCode));
  await page.goto(paths.league);
  await expect(page.getByRole("row", { name: new RegExp(scene.bank.name) })).toContainText("chưa đủ số liệu");
  await page.getByRole("link", { name: "Một nửa xong trong" }).click();
  await expect(page).toHaveURL(/sort=median/);
  await expect(page.getByRole("columnheader", { name: "Một nửa xong trong" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await page.getByLabel("Loại đơn vị").selectOption({ label: "Viễn thông" });
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page.getByText("Chưa có lần trả lời nào trong kỳ này")).toBeVisible();
  await page.getByRole("link", { name: "Bỏ lọc" }).click();
  await expect(page.getByRole("row", { name: new RegExp(scene.bank.name) })).toBeVisible();
  await page.getByRole("link", { name: "Quý" }).click();
  await expect(page).toHaveURL(/period=quarter/);
  await page.getByRole("link", { name: "Kỳ trước" }).click();
  await expect(page.getByText("Chưa có lần trả lời nào trong kỳ này")).toBeVisible();
  await page.goto(`${paths.league}?period=custom&from=20/10/2026&to=20/10/2026`);
  await expect(page.getByText("Không xem được khoảng ngày đã chọn")).toBeVisible();
});

test("who leads a desk sees what of today will be late, the slowest with their requests, and takes the figures in Excel", async ({
  as,
}) => {
  const scene = await setScene({ provinceCode: newProvince() });
  await answered(scene, 3);
  const { requestId } = await makeAcknowledged(scene);
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  const page = await as(scene.manager);
  await page.goto(paths.ownFigures);
  const slowest = page
    .getByRole("region")
    .or(page.locator("section"))
    .filter({ hasText: "Mười lần trả lời lâu nhất" });
  await expect(slowest.last().getByRole("link", { name: /^YC-/ })).toHaveCount(3);
  await expect(page.getByText("Dự báo trễ hạn hôm nay").first()).toBeVisible();
  await expect(
    page.getByText(/^Chưa đủ 5 đơn vị cùng loại|^Thứ \d+ trên|chưa đủ số liệu trong kỳ này/).first(),
  ).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Tải Excel" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const police = await as(scene.commander);
  await police.goto(paths.requests);
  await police.getByRole("link", { name: "Dự báo trễ hôm nay" }).click();
  await expect(police.getByRole("heading", { level: 1 })).toHaveText("Sắp trễ trong hôm nay");
  await pictures(police, "at-risk");
  await expect(
    police.getByRole("link", { name: code }).or(police.getByText("Không có yêu cầu nào còn đến hạn")).first(),
  ).toBeVisible();
});

test("an organisation without an answer reads why its page is empty", async ({ as }) => {
  const page = await as((await setScene()).manager);
  await page.goto(paths.ownFigures);
  await expect(page.getByText("Chưa có lần trả lời nào trong kỳ này")).toBeVisible();
  await expect(page.getByRole("link", { name: "Tải Excel" })).toHaveCount(0);
  await pictures(page, "own-empty");
});
