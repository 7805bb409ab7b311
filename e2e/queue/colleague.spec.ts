import { paths } from "@/lib/paths";
import { asSystem } from "@/lib/db";
import { answerNext } from "@/prisma/factories/answered";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

const messagesOf = (requestId: string) =>
  asSystem((tx) => tx.threadMessage.findMany({ where: { requestId } }));

test("a colleague's request is asked for: he and the managers are named in a note", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  await asSystem((tx) =>
    tx.request.update({ where: { id: requestId }, data: { assigneeId: scene.colleague.membershipId } }),
  );
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  await expect(bank.getByText(`${scene.colleague.name} đang xử lý yêu cầu này.`)).toBeVisible();
  await expect(bank.getByLabel("Ghi chú nội bộ")).toBeEnabled();
  await bank.getByRole("button", { name: "Nhờ giao lại" }).click();
  await expect(bank.getByLabel("Ghi chú nội bộ")).toHaveValue(/nhờ giao lại yêu cầu này cho tôi xử lý/);
  await bank.getByRole("button", { name: "Ghi nội bộ" }).click();
  await expect.poll(async () => (await messagesOf(requestId)).length).toBe(1);
  const [note] = await messagesOf(requestId);
  expect(note).toMatchObject({ internal: true });
  expect([...note!.mentions].sort()).toEqual(
    [scene.colleague.membershipId, scene.manager.membershipId].sort(),
  );
  const colleague = await as(scene.colleague);
  await colleague.goto(paths.queue);
  await expect(colleague.getByText(new RegExp(scene.liaison.name)).first()).toBeVisible();
});

test("an answer that was wrong is reported to the unit, which can send it back", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  for (let left = 2; left > 0; left -= 1) await answerNext(scene.liaison, requestId);
  const bank = await as(scene.liaison);
  await bank.goto(paths.request(requestId));
  await expect(bank.getByLabel("Tin nhắn")).toBeEnabled();
  await bank
    .getByRole("button", { name: /^Báo sai sót/ })
    .first()
    .click();
  const message = bank.getByLabel("Tin nhắn");
  await expect(message).toBeFocused();
  await message.fill((await message.inputValue()).replace("…", "tài khoản này có tại ngân hàng."));
  await bank.getByRole("button", { name: /^Gửi / }).last().click();
  await expect.poll(async () => (await messagesOf(requestId)).length).toBe(1);
  const police = await as(scene.investigator);
  await police.goto(paths.request(requestId));
  await expect(police.getByText(/có sai sót/)).toBeVisible();
  await expect(police.getByRole("button", { name: "Yêu cầu trả lời lại", exact: true })).toBeVisible();
});
