import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

const rowOf = (id: string) => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }));

/** On the queue, the first row has the focus: the list answers to keys once its script runs. */
async function onFirstRow(page: Page) {
  await page.goto(paths.queue);
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[data-row-link]").first()).toBeFocused({ timeout: 500 });
  }).toPass();
}

test("a whole request is answered without a mouse", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  await bank.goto(paths.queue);
  await expect(bank.getByRole("heading", { name: "Hàng đợi" })).toBeVisible();
  await expect(async () => {
    await bank.keyboard.press("j"); // the list answers to keys once its script runs
    await expect(bank.locator("[data-row-link]").first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await bank.keyboard.press("Enter");
  const amount = bank.getByLabel("Số tiền giữ lại");
  await expect(amount).toBeEnabled();
  await bank.keyboard.press("e");
  await expect(amount).toBeFocused();
  await bank.keyboard.type("45tr");
  await bank.keyboard.press("Control+Enter");
  await expect.poll(async () => (await rowOf(requestId)).answeredCount).toBe(1);
  await expect(amount).toHaveValue("");
  await expect(amount).toBeFocused();
  await bank.keyboard.type("50tr");
  // A form that came by itself is sent only when it has been seen for a moment.
  await expect(bank.getByRole("button", { name: /^Gửi(:| trả lời)/ })).toBeEnabled();
  await bank.keyboard.press("Control+Enter");
  await expect.poll(async () => (await rowOf(requestId)).status).toBe("ANSWERED");
  expect(await rowOf(requestId)).toMatchObject({ heldAmount: 95_000_000n });
});

test("no letter of the list and no Enter reaches an answer that was only opened", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  await onFirstRow(bank);
  await bank.keyboard.press("Enter");
  const amount = bank.getByLabel("Số tiền giữ lại");
  await expect(amount).toBeEnabled();
  for (const key of ["j", "k", "Enter"]) await bank.keyboard.press(key);
  await expect(amount).toHaveValue("");
  await bank.keyboard.press("e");
  await expect(amount).toBeFocused();
  await bank.keyboard.press("Enter");
  await bank.getByLabel("Giữ đến").press("Enter");
  await bank.reload();
  await expect(amount).toBeEnabled();
  expect((await rowOf(requestId)).answeredCount).toBe(0);
});

test("e on the list opens the request with the cursor in its answer", async ({ as }) => {
  const scene = await setScene();
  await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  await onFirstRow(bank);
  await bank.keyboard.press("e");
  await expect(bank.getByLabel("Số tiền giữ lại")).toBeFocused();
});

test("e stays on the open request: of one that a colleague works on it says so and opens no other", async ({
  as,
}) => {
  const scene = await setScene();
  const first = await issue(scene, await makeDraft(scene));
  const { requestId } = await issue(scene, await makeDraft(scene));
  await asSystem((tx) =>
    tx.request.update({
      where: { id: requestId },
      data: { assigneeId: scene.colleague.membershipId },
    }),
  );
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  await expect(bank.getByRole("link", { name: "Tạm dừng giao dịch" }).first()).toBeVisible();
  await expect(async () => {
    await bank.keyboard.press("e");
    await expect(
      bank.getByRole("status").filter({ hasText: `${scene.colleague.name} đang xử lý yêu cầu này.` }),
    ).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(bank).toHaveURL(new RegExp(requestId));
  expect((await rowOf(first.requestId)).answeringId).toBeNull();
});

test("slash goes to the filter, Escape leaves it and closes the request", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  await expect(bank.getByLabel("Số tiền giữ lại")).toBeEnabled();
  await bank.keyboard.press("/");
  await expect(bank.getByLabel("Tìm trong hàng đợi")).toBeFocused();
  await bank.keyboard.type("00 00 00 00 99");
  await expect(bank.getByText("Không có yêu cầu nào khớp").first()).toBeVisible();
  expect(bank.url()).not.toMatch(/00000099/);
  await bank.keyboard.press("Escape");
  await bank.keyboard.press("Escape");
  await expect(bank).toHaveURL(/\/queue$/);
});

test("a question mark shows the keys and Ctrl K the look-up, over what is being typed", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  await bank.getByLabel("Số tiền giữ lại").fill("45tr");
  await bank.getByRole("heading", { name: "Hàng đợi" }).click();
  await bank.keyboard.press("?");
  await expect(bank.getByRole("dialog").getByText("Gửi biểu mẫu đang điền")).toBeVisible();
  await expect(bank.getByRole("dialog").getByText("Giao việc")).toHaveCount(0);
  await bank.keyboard.press("Escape");
  await bank.keyboard.press("Control+k");
  await expect(bank.getByRole("dialog").getByRole("search")).toBeVisible();
  await bank.keyboard.press("Escape");
  await expect(bank.getByLabel("Số tiền giữ lại")).toHaveValue(/^45(tr|\.000\.000)$/);
});

test("a on the list opens the request with the choice of whom to give it, for a manager", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const manager = await as(scene.manager);
  await onFirstRow(manager);
  await manager.keyboard.press("a");
  const choices = manager.getByRole("group", { name: "Giao việc" }).getByRole("button");
  await expect(choices.first()).toBeFocused();
  await manager.keyboard.press("Escape");
  await expect(choices.first()).toBeHidden();
  await manager.keyboard.press("a");
  await expect(choices.first()).toBeFocused();
  await manager.keyboard.press("ArrowDown");
  await manager.keyboard.press("Home");
  const names = await choices.allTextContents();
  const place = names.findIndex((name) => name === scene.colleague.name);
  for (let step = 0; step < place; step += 1) await manager.keyboard.press("ArrowDown");
  await expect(manager.getByRole("button", { name: scene.colleague.name })).toBeFocused();
  await manager.keyboard.press("Enter");
  await expect.poll(async () => (await rowOf(requestId)).assigneeId).toBe(scene.colleague.membershipId);
});
