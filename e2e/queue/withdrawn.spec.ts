import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { withdrawRequest } from "@/lib/requests/commands";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const reason = "Chủ tài khoản đã chứng minh không liên quan.";
async function withdraw(scene: Scene, requestId: string) {
  const { version } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  await withdrawRequest(scene.commander, { key: randomUUID(), requestId, version, reason });
}

test("who types an answer while its order is withdrawn reads by whom and why, and takes along what he typed", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  await bank.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const listening = bank.waitForResponse((response) => response.url().endsWith("/api/stream"));
  await bank.goto(paths.queueItem(requestId));
  await listening;
  await bank.getByLabel("Số tiền giữ lại").fill("1.234.000");
  await expect(bank.getByText("Đã lưu")).toBeVisible();
  await withdraw(scene, requestId);

  const note = bank.getByRole("alert").filter({ hasText: "Yêu cầu đã được thu hồi trong lúc bạn trả lời" });
  await expect(note).toContainText(scene.commander.name);
  await expect(note).toContainText(reason);
  await expect(bank.getByLabel("Số tiền giữ lại")).toHaveValue("1.234.000");
  await expect(bank.getByRole("button", { name: /^Gửi(:| trả lời)/ })).toHaveCount(0);
  await note.getByRole("button", { name: "Chép nội dung đã nhập" }).click();
  await expect(note.getByRole("button", { name: "Đã chép" })).toBeVisible();
  expect(await bank.evaluate(() => navigator.clipboard.readText())).toContain("Số tiền giữ lại: 1.234.000");
  await pictures(bank, "withdrawn-meanwhile");
});

test("who sends an answer to an order that was withdrawn unheard is told who withdrew it, and keeps what he typed", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  // Nothing is heard: the line is down.
  await bank.route("**/api/stream**", (route) => route.abort());
  await bank.goto(paths.queueItem(requestId));
  await bank.getByRole("button", { name: /^Giữ đủ/ }).click();
  await withdraw(scene, requestId);
  await bank.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  const dialog = bank.getByRole("dialog");
  await expect(dialog).toContainText(`${scene.commander.name} đã rút yêu cầu này`);
  await dialog.getByRole("button").first().click();
  await expect(bank.getByText("Yêu cầu đã được thu hồi trong lúc bạn trả lời")).toBeVisible();
  await expect(bank.getByLabel("Số tiền giữ lại")).toHaveValue("50.000.000");
});
