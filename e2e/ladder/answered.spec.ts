import { asSystem } from "@/lib/db";
import { fireSteps } from "@/lib/ladder/fire-steps";
import { paths } from "@/lib/paths";
import { setBack, stepsOf } from "@/prisma/factories/ladder";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { itemsOf } from "@/prisma/factories/stored";
import { expect, test } from "../fixtures";

test("a desk hears its reminder on the open page, what stays unanswered climbs, and its answer ends the ladder", async ({
  as,
}) => {
  // Three people and two answers.
  test.slow();
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const rowOf = () => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  const { code } = await rowOf();
  const desk = await as(scene.liaison);
  const listening = desk.waitForResponse((response) => response.url().endsWith("/api/stream"));
  await desk.goto(paths.notices);
  await listening;
  await setBack(requestId, { begun: 31, ends: 29 });
  await fireSteps();
  const reminder = desk.getByRole("link", { name: "Nhắc hạn trả lời" });
  await expect(reminder).toBeVisible();

  await setBack(requestId, { begun: 26 * 60, ends: -25 * 60 });
  await fireSteps();
  const manager = await as(scene.manager);
  await manager.goto(paths.overdue);
  await expect(manager.getByRole("link", { name: code }).first()).toBeVisible();
  const police = await as(scene.investigator);
  await police.goto(paths.requests);
  await expect(police.getByText("Đã báo lên UBND tỉnh")).toBeVisible();

  // One line tells of one request, by what is newest; the reminder is in it.
  const line = desk.getByRole("listitem").filter({ hasText: code }).first();
  await expect(line).toContainText("Nhắc hạn trả lời");
  await line.getByRole("link").first().click();
  await expect(desk.getByText(code).first()).toBeVisible();
  await desk.goto(paths.queueItem(requestId));
  const items = await itemsOf(requestId);
  for (const answered of items.keys()) {
    await desk.getByRole("button", { name: /^Giữ đủ/ }).click();
    await desk.getByRole("button", { name: /^Gửi: giữ/ }).click();
    await expect.poll(async () => (await rowOf()).answeredCount).toBe(answered + 1);
  }
  expect(await rowOf()).toMatchObject({ status: "ANSWERED", answeredCount: items.length });

  // Nothing climbs any more, and nobody has it before him as overdue.
  const before = await stepsOf(requestId);
  await fireSteps();
  expect(await stepsOf(requestId)).toEqual(before);
  await manager.goto(paths.overdue);
  await expect(manager.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(manager.getByText(code)).toHaveCount(0);
  await police.goto(paths.request(requestId));
  await expect(police.getByRole("button", { name: "Chấp nhận", exact: true })).toBeVisible();
});
