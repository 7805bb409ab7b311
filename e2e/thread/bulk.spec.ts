import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { issue, makeAcknowledged, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const rowsOf = (ids: string[]) => asSystem((tx) => tx.request.findMany({ where: { id: { in: ids } } }));

test("many are acknowledged with the keyboard, in one go", async ({ as }) => {
  const scene = await setScene();
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) ids.push((await issue(scene, await makeDraft(scene))).requestId);
  const bank = await as(scene.liaison);
  await bank.goto(paths.queue);
  await expect(bank.getByRole("row")).toHaveCount(4);
  await expect(async () => {
    await bank.keyboard.press("j");
    await expect(bank.getByRole("link", { name: /Tạm dừng/ }).first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await bank.keyboard.press("x");
  await bank.keyboard.press("j");
  await bank.keyboard.press("j");
  await bank.keyboard.press("Shift+X");
  await expect(bank.getByText("Đã chọn 3")).toBeVisible();
  await bank.getByRole("button", { name: "Xác nhận đã nhận" }).click();
  await expect(bank.getByText("Đã xác nhận 3 yêu cầu.")).toBeVisible();
  expect((await rowsOf(ids)).map(({ status }) => status)).toEqual([
    "ACKNOWLEDGED",
    "ACKNOWLEDGED",
    "ACKNOWLEDGED",
  ]);
});

test("a manager gives many to a colleague and takes it back; of those that somebody changed the reason is told", async ({
  as,
}) => {
  const scene = await setScene();
  const ids: string[] = [];
  for (let count = 0; count < 2; count++) ids.push((await issue(scene, await makeDraft(scene))).requestId);
  const bank = await as(scene.manager);
  await bank.goto(paths.queue);
  await bank.getByRole("checkbox", { name: "Chọn mọi dòng trên trang" }).check();
  await bank.getByRole("button", { name: "Giao cho" }).click();
  await bank.getByRole("button", { name: scene.colleague.name }).click();
  await expect(bank.getByText("Đã giao 2 yêu cầu.")).toBeVisible();
  expect((await rowsOf(ids)).every(({ assigneeId }) => assigneeId === scene.colleague.membershipId)).toBe(
    true,
  );
  await bank.getByRole("button", { name: "Hoàn tác" }).click();
  await expect
    .poll(async () => (await rowsOf(ids)).every(({ assigneeId }) => assigneeId === null))
    .toBe(true);
});

test("police remind of what is overdue; the others are left out with the reason, and the bank reads it live", async ({
  as,
}) => {
  const scene = await setScene();
  const [late, fresh] = [await makeAcknowledged(scene), await makeAcknowledged(scene)];
  await asSystem(
    (tx) =>
      tx.$executeRaw`update request set due_at = now() - interval '1 hour', queue_at = now() - interval '1 hour' where id = ${late.requestId}::uuid`,
  );
  const bank = await as(scene.liaison);
  const listening = bank.waitForResponse((response) => response.url().endsWith("/api/stream"));
  await bank.goto(paths.request(late.requestId));
  await listening;
  const police = await as(scene.investigator);
  await police.goto(paths.requests);
  await police.getByRole("checkbox", { name: "Chọn mọi dòng trên trang" }).check();
  await police.getByRole("button", { name: "Nhắc quá hạn" }).click();
  const ask = police.getByRole("dialog");
  await expect(ask).toContainText("Nhắc 2 yêu cầu");
  await expect(ask.getByRole("listitem")).toHaveText(/2 yêu cầu/);
  await pictures(police, "remind-ask");
  await ask.getByRole("button", { name: "Gửi lời nhắc" }).click();
  await expect(police.getByText("Đã nhắc 1 yêu cầu.")).toBeVisible();
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: fresh.requestId } }));
  await expect(police.getByRole("alert").filter({ hasText: code })).toContainText("chưa quá hạn");
  await expect(bank.getByText("Yêu cầu này đã quá hạn. Đề nghị trả lời ngay.")).toBeVisible({
    timeout: 10_000,
  });

  // The request's own page offers the same; a desk is not reminded twice within four hours.
  await police.goto(paths.request(late.requestId));
  await police.getByRole("button", { name: "Nhắc quá hạn" }).click();
  await ask.getByRole("button", { name: "Gửi lời nhắc" }).click();
  await expect(police.getByText("đã nhắc trong 4 giờ qua")).toBeVisible();
  await police.goto(paths.request(fresh.requestId));
  await expect(police.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(police.getByRole("button", { name: "Nhắc quá hạn" })).toHaveCount(0);
});

test("what is done is chosen no longer, what a colleague works on is said so, and another tab begins with nothing chosen", async ({
  as,
}) => {
  const scene = await setScene();
  const mine = await issue(scene, await makeDraft(scene));
  const theirs = await issue(scene, await makeDraft(scene));
  await asSystem((tx) =>
    tx.request.update({
      where: { id: theirs.requestId },
      data: { assigneeId: scene.colleague.membershipId },
    }),
  );
  const bank = await as(scene.liaison);
  await bank.goto(paths.queue);
  await bank.getByRole("checkbox", { name: "Chọn mọi dòng trên trang" }).check();
  await expect(bank.getByText("Đã chọn 2")).toBeVisible();
  await bank.getByRole("button", { name: "Xác nhận đã nhận" }).click();
  await expect(bank.getByText(`${scene.colleague.name} đang xử lý`)).toBeVisible();
  await expect(bank.getByText("Đã chọn 1")).toBeVisible();
  expect((await rowsOf([mine.requestId]))[0]!.status).toBe("ACKNOWLEDGED");
  await bank.getByRole("link", { name: /^Của tôi/ }).click();
  await expect(bank.getByText(/^Đã chọn/)).toHaveCount(0);
});
