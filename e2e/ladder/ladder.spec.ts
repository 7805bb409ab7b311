import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { fireSteps } from "@/lib/ladder/fire-steps";
import { paths } from "@/lib/paths";
import { withdrawRequest } from "@/lib/requests/commands";
import { makeOverseer, setBack, stepsOf, wordsOf } from "@/prisma/factories/ladder";
import { makeAdministrator } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("a desk is reminded, what stays unanswered climbs, those above take note and urge, and the end of the request ends it", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId, version } = await makeAcknowledged(scene);
  await setBack(requestId, { begun: 31, ends: 29 });
  await fireSteps();
  expect(await wordsOf(requestId, "deadline.reminder")).toEqual([scene.liaison.membershipId]);

  await setBack(requestId, { begun: 26 * 60, ends: -25 * 60 });
  await fireSteps();
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));

  const manager = await as(scene.manager);
  await manager.goto(paths.overdue);
  await expect(manager.getByRole("link", { name: code })).toHaveCount(1);
  const ofDesk = manager.getByRole("row").filter({ hasText: code });
  await expect(ofDesk).toContainText("Người đứng đầu đơn vị");
  await expect(ofDesk).toContainText("Còn báo tới Quản lý đầu mối");
  await pictures(manager, "overdue-desk");

  const police = await as(scene.investigator);
  await police.goto(paths.requests);
  await expect(police.getByText("Đã báo lên UBND tỉnh")).toBeVisible();

  const branch = await as(await makeOverseer());
  await branch.goto(paths.overdue);
  const row = branch.getByRole("row").filter({ hasText: code });
  await expect(row).toContainText("NHNN khu vực hoặc Sở KH&CN");
  await row.getByRole("button", { name: "Đã nắm" }).click();
  await expect(branch.getByText("Đã ghi nhận")).toBeVisible();
  await row.getByRole("button", { name: "Đôn đốc" }).click();
  await expect(branch.getByText("Đã gửi đôn đốc tới quản lý đầu mối")).toBeVisible();
  await pictures(branch, "overdue", true);

  await withdrawRequest(scene.commander, {
    key: randomUUID(),
    requestId,
    version,
    reason: "Đã xác minh được bằng nguồn khác.",
  });
  const before = await stepsOf(requestId);
  await fireSteps();
  expect(await stepsOf(requestId)).toEqual(before);
  await branch.goto(paths.overdue);
  await expect(branch.getByText(code)).toHaveCount(0);
});

test("a liaison sets a date for the work, and colleagues read it", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const desk = await as(scene.liaison);
  await desk.goto(paths.request(requestId));
  await desk.getByRole("button", { name: "Hẹn xử lý" }).click();
  await desk.getByLabel("Thời điểm").fill("01/01/2027 09:00");
  await desk.getByLabel("Ghi chú ngắn").fill("Chờ chi nhánh gửi sao kê");
  await desk.getByRole("button", { name: "Đặt hẹn" }).click();
  await expect(desk.getByText("Thời điểm hẹn muộn hơn thời hạn trả lời.")).toBeVisible();
  await pictures(desk, "promise");
  await desk.getByLabel("Lý do hẹn sau thời hạn").fill("Hồ sơ lưu ở chi nhánh");
  await desk.getByRole("button", { name: "Đặt hẹn" }).click();
  await expect(desk.getByText("Đã đặt hẹn xử lý")).toBeVisible();
  const colleague = await as(scene.colleague);
  await colleague.goto(paths.request(requestId));
  await expect(colleague.getByText("Chờ chi nhánh gửi sao kê")).toBeVisible();
  const police = await as(scene.investigator);
  await police.goto(paths.request(requestId));
  await expect(police.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(police.getByText("Chờ chi nhánh gửi sao kê")).toHaveCount(0);
});

test("an administrator reads the ladder in words and changes a step", async ({ as }) => {
  const admin = await as(await makeAdministrator());
  await admin.goto(paths.adminLadder);
  await expect(admin.getByText("quản lý đầu mối 1 giờ 30 phút")).toBeVisible();
  await pictures(admin, "ladder", true);
  const row = admin
    .getByRole("row")
    .filter({ hasText: "Thời hạn giữ tiền" })
    .filter({ hasText: "nhắc lần một" });
  await row.getByRole("button", { name: "Sửa" }).click();
  await admin.getByLabel("Phần thời hạn (%)").fill("75");
  await admin.getByLabel("Căn cứ, nguồn").fill("Quy chế phối hợp");
  await admin.getByRole("button", { name: "Áp dụng mốc mới" }).click();
  await expect(admin.getByText("Đã đổi mốc")).toBeVisible();
  await expect(row).toContainText("75");
});
