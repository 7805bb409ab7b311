import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { asSystem, statement } from "@/lib/db";
import { makeAdministrator, makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeEndpoint, startReceiver } from "@/prisma/factories/webhooks";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

/** A word that was given up after a day. */
async function dead(keeper: Actor, endpointId: string, topic: string) {
  const eventId = randomUUID();
  await asSystem((tx) =>
    statement(
      tx,
      `insert into delivery (event_id, org_id, channel, endpoint_id, topic, state, attempts, last_code, last_at)
        values ($1, $2, 'webhook', $3, $4, 'dead', 31, 'http-503', now())`,
      [eventId, keeper.orgId, endpointId, topic],
    ),
  );
  return eventId;
}

test("an administrator sends again what was given up, discards a line with a reason, and sees no case", async ({
  as,
}) => {
  const receiver = await startReceiver();
  const name = `Ngân hàng thử ${randomUUID().slice(0, 6)}`;
  const keeper = await makePerson("liaison_manager", await makeOrganisation("bank", { name }));
  const { id } = await makeEndpoint(keeper, receiver.url);
  const first = await dead(keeper, id, "request.signed");
  const second = await dead(keeper, id, "request.withdrawn");
  const third = await dead(keeper, id, "request.reminded");
  const page = await as(await makeAdministrator());
  await page.goto("/admin");
  await page.getByRole("link", { name: "Gửi ra ngoài" }).click();
  const lines = page.getByRole("table", { name: "Các lượt gửi, cũ nhất trước" });
  const row = (topic: string) => lines.getByRole("row").filter({ hasText: name }).filter({ hasText: topic });
  await expect(row("request.signed")).toContainText("Nơi nhận trả lời mã 503. (đã thử 31 lần)");
  await pictures(page, "deliveries", true);
  await row("request.signed").getByRole("button", { name: "Gửi lại" }).click();
  await expect.poll(() => receiver.heard.map(({ eventId }) => eventId), { timeout: 15_000 }).toEqual([first]);
  await row("request.withdrawn").getByRole("button", { name: "Bỏ" }).click();
  const dialog = page.getByRole("dialog", { name: "Bỏ" });
  await dialog.getByRole("button", { name: "Bỏ" }).click();
  await expect(dialog.getByText("Mục này bắt buộc.").first()).toBeVisible();
  await dialog.getByLabel("Lý do").fill("Đơn vị nhận đã đối chiếu bằng công văn.");
  await dialog.getByRole("button", { name: "Bỏ" }).click();
  await expect(row("request.withdrawn")).toHaveCount(0);
  const receivers = page.getByRole("table", { name: "Nơi nhận còn việc chưa gửi được, cũ nhất trước" });
  await receivers
    .getByRole("row")
    .filter({ hasText: name })
    .getByRole("button", { name: "Gửi lại tất cả" })
    .click();
  await expect
    .poll(() => receiver.heard.map(({ eventId }) => eventId), { timeout: 15_000 })
    .toEqual([first, third]);
  const kept = await asSystem((tx) =>
    tx.delivery.findMany({ where: { endpointId: id }, orderBy: { seq: "asc" } }),
  );
  expect(kept.map(({ eventId, state }) => [eventId, state])).toEqual([
    [first, "sent"],
    [second, "discarded"],
    [third, "sent"],
  ]);
  const events = await asSystem((tx) =>
    tx.event.findMany({ where: { type: { startsWith: "delivery." }, subjectId: kept[1]!.id } }),
  );
  expect(events.map(({ type, reason }) => [type, reason])).toEqual([
    ["delivery.discarded", "Đơn vị nhận đã đối chiếu bằng công văn."],
  ]);
  await receiver.stop();
});
