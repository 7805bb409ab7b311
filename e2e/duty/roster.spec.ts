import type { Locator, Page } from "@playwright/test";
import { dayOf } from "@/lib/day";
import { asSystem } from "@/lib/db";
import { formatDate } from "@/lib/i18n/local-time";
import { addDays, startOf } from "@/lib/local-days";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const tomorrow = addDays(dayOf(new Date()), 1);
const typed = (day: string) => formatDate(startOf(day));
const weekOf = (page: Page, day: string) => page.goto(paths.dutyWeek(day));
const shiftsOf = (orgId: string) =>
  asSystem((tx) =>
    tx.dutyShift.findMany({ where: { orgId, cancelledAt: null }, orderBy: { fromAt: "asc" } }),
  );

async function fillShift(dialog: Locator, who: string, rank: string, day: string): Promise<void> {
  await dialog.getByLabel("Người trực").selectOption({ label: who });
  await dialog.getByLabel("Thứ tự trực").selectOption({ label: rank });
  await dialog.getByRole("textbox", { name: "Ngày" }).fill(typed(day));
  await dialog.getByLabel("Từ giờ").fill("19:00");
  await dialog.getByLabel("Đến giờ").fill("7:00");
}

test("a manager puts people on duty, is told at the field what is taken, and sees where nobody is", async ({
  as,
}) => {
  const scene = await setScene();
  const page = await as(scene.manager);
  await weekOf(page, tomorrow);
  await expect(page.getByText("Đơn vị chưa có lịch trực.")).toBeVisible();
  const add = async (who: string, rank: string) => {
    await page.getByRole("button", { name: "Thêm ca trực" }).click();
    const dialog = page.getByRole("dialog");
    await fillShift(dialog, who, rank, tomorrow);
    await dialog.getByRole("button", { name: "Thêm ca" }).click();
    return dialog;
  };
  await add(scene.liaison.name, "Trực chính");
  const table = page.getByRole("table", { name: "Lịch trực trong tuần theo ngày và thứ tự trực" });
  await expect(table.getByText(scene.liaison.name)).toBeVisible();
  await expect(page.getByText(/Trong tuần có \d+ khoảng trống ca/)).toBeVisible();

  const dialog = await add(scene.colleague.name, "Trực chính");
  await expect(dialog.getByText("Thứ tự trực này đã có người trong giờ đó.")).toBeVisible();
  await dialog.getByLabel("Thứ tự trực").selectOption({ label: "Dự phòng 1" });
  await dialog.getByRole("button", { name: "Thêm ca" }).click();
  await expect(table.getByText(scene.colleague.name)).toBeVisible();
  expect(await shiftsOf(scene.bank.id)).toHaveLength(2);

  await page.getByRole("button", { name: "Báo vắng" }).click();
  await page.getByRole("dialog").getByLabel("Người trực").selectOption({ label: scene.liaison.name });
  await page.getByRole("dialog").getByLabel("Từ ngày").fill(typed(tomorrow));
  await page
    .getByRole("dialog")
    .getByLabel("Đến hết ngày")
    .fill(typed(addDays(tomorrow, 1)));
  await page.getByRole("dialog").getByRole("button", { name: "Ghi lịch vắng" }).click();
  await expect(table.getByText("Vắng trong ca này")).toBeVisible();
  await pictures(page, "duty-week", true);

  await page
    .getByRole("button", { name: new RegExp(`Sửa ca của ${scene.colleague.name}`) })
    .first()
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Bỏ ca này" }).click();
  await expect(table.getByText(scene.colleague.name)).toHaveCount(0);

  // Who is on duty reads the roster and keeps none of it.
  const liaison = await as(scene.liaison);
  await weekOf(liaison, tomorrow);
  await expect(liaison.getByRole("table").getByText(scene.liaison.name)).toBeVisible();
  await expect(liaison.getByRole("button", { name: "Thêm ca trực" })).toHaveCount(0);
});

test("a shift repeats by weekday for some weeks", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.commander);
  await weekOf(page, tomorrow);
  await page.getByRole("button", { name: "Lặp hằng tuần" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Người trực").selectOption({ label: scene.investigator.name });
  await dialog.getByLabel("Từ giờ").fill("07:00");
  await dialog.getByLabel("Đến giờ").fill("19:00");
  for (const day of ["thứ Hai", "Chủ nhật"]) await dialog.getByLabel(day).check();
  await dialog.getByLabel("Từ ngày").fill(typed(tomorrow));
  await dialog.getByLabel("Số tuần").fill("3");
  await dialog.getByRole("button", { name: "Xếp ca" }).click();
  await expect(page.getByText("Ca lặp hằng tuần")).toBeVisible();
  expect(await shiftsOf(scene.police.id)).toHaveLength(6);
});

test("two people swap their shifts: one offers, the other agrees, and both read it", async ({ as }) => {
  const scene = await setScene();
  const add = (membershipId: string, day: string) =>
    asSystem((tx) =>
      tx.dutyShift.create({
        data: {
          orgId: scene.bank.id,
          membershipId,
          rank: 1,
          fromAt: new Date(startOf(day).getTime() + 7 * 3_600_000),
          toAt: new Date(startOf(day).getTime() + 19 * 3_600_000),
        },
      }),
    );
  // Both in one week, whatever day it is today.
  const monday = addDays(tomorrow, (8 - new Date(`${tomorrow}T00:00:00Z`).getUTCDay()) % 7);
  const given = await add(scene.liaison.membershipId, monday);
  const taken = await add(scene.colleague.membershipId, addDays(monday, 1));
  const one = await as(scene.liaison);
  await weekOf(one, monday);
  await one.getByRole("button", { name: new RegExp(`Đổi ca của ${scene.liaison.name}`) }).click();
  const dialog = one.getByRole("dialog");
  await dialog.getByLabel("Đổi cho").selectOption({ label: scene.colleague.name });
  await dialog.getByLabel("Nhận lại ca").selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(one.getByText("Chờ trả lời")).toBeVisible();
  await expect(one.getByRole("button", { name: "Rút đề nghị" })).toBeVisible();

  const other = await as(scene.colleague);
  await weekOf(other, monday);
  await other.getByRole("button", { name: "Đồng ý" }).click();
  await expect(other.getByText("Đã đổi", { exact: true })).toBeVisible();
  const shifts = await shiftsOf(scene.bank.id);
  expect(shifts.map(({ id, membershipId }) => [id, membershipId])).toEqual([
    [given.id, scene.colleague.membershipId],
    [taken.id, scene.liaison.membershipId],
  ]);
  await one.reload();
  await expect(one.getByText("Đã đổi", { exact: true })).toBeVisible();
});

test("who goes writes a word, who comes confirms it", async ({ as }) => {
  const scene = await setScene();
  const now = Date.now();
  const shift = (membershipId: string, from: number, to: number) =>
    asSystem((tx) =>
      tx.dutyShift.create({
        data: {
          orgId: scene.bank.id,
          membershipId,
          rank: 1,
          fromAt: new Date(now + from * 60_000),
          toAt: new Date(now + to * 60_000),
        },
      }),
    );
  await shift(scene.liaison.membershipId, -480, 15);
  await shift(scene.colleague.membershipId, 15, 480);
  const going = await as(scene.liaison);
  await going.goto(paths.queue);
  await going.getByRole("link", { name: "Mở lịch trực" }).click();
  await going.getByRole("button", { name: "Viết bàn giao" }).click();
  await going
    .getByRole("dialog")
    .getByLabel("Nội dung bàn giao")
    .fill("Chi nhánh Việt Trì hẹn gửi phiếu rút trước 9 giờ.");
  await going.getByRole("dialog").getByRole("button", { name: "Gửi bàn giao" }).click();
  await expect(going.getByText("Chưa ai xác nhận.")).toBeVisible();

  const coming = await as(scene.colleague);
  await coming.goto(paths.queue);
  await expect(coming.getByText("Có 1 bàn giao ca chưa ai xác nhận")).toBeVisible();
  await coming.goto(paths.duty);
  await expect(coming.getByText("Chi nhánh Việt Trì hẹn gửi phiếu rút trước 9 giờ.")).toBeVisible();
  await coming.getByRole("button", { name: "Xác nhận đã đọc" }).click();
  await expect(coming.getByText(`${scene.colleague.name} đã xác nhận lúc`)).toBeVisible();
  await pictures(coming, "duty-note");
});
