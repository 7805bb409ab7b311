import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { startReceiver } from "@/prisma/factories/webhooks";
import { signatureOf } from "@/lib/channels/webhook/signature";
import { asSystem } from "@/lib/db";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("a desk's manager adds an address, tries it, and its system hears of the next request with a signature that fits", async ({
  as,
}) => {
  const receiver = await startReceiver();
  const scene = await setScene();
  const page = await as(await makePerson("liaison_manager", scene.bank));
  await page.goto("/account");
  await page.getByRole("link", { name: "Mở các địa chỉ nhận" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Kết nối với hệ thống của đơn vị" }),
  ).toBeVisible();
  await expect(page.getByText("Chưa có địa chỉ nhận nào")).toBeVisible();
  await page.getByRole("button", { name: "Thêm địa chỉ nhận" }).click();
  const dialog = page.getByRole("dialog", { name: "Thêm địa chỉ nhận" });
  await dialog.getByLabel("Địa chỉ nhận").fill("http://169.254.169.254/latest");
  await dialog.getByRole("button", { name: "Thêm địa chỉ nhận" }).click();
  await expect(dialog.getByText(/nằm trong mạng nội bộ/)).toBeVisible();
  await pictures(page, "webhook-refused");
  await dialog.getByLabel("Địa chỉ nhận").fill(receiver.url);
  await dialog.getByRole("button", { name: "Thêm địa chỉ nhận" }).click();
  const secret = await page.getByTestId("webhook-secret").innerText();
  expect(secret).toMatch(/^lcwh_/);
  await page.getByRole("button", { name: "Gửi thử" }).click();
  const last = page.getByRole("list", { name: "Mười lượt gửi gần nhất" });
  await expect(last.getByText("Đã nhận", { exact: true })).toBeVisible();
  await expect(last.getByText("Nơi nhận đã nhận.", { exact: false })).toBeVisible();
  await issue(scene, await makeDraft(scene));
  await expect
    .poll(() => receiver.heard.map(({ body }) => body.topic), { timeout: 15_000 })
    .toContain("request.signed");
  const { raw, headers, body } = receiver.heard.at(-1)!;
  expect(headers["x-lachan-signature"]).toBe(
    signatureOf(raw, Number(headers["x-lachan-timestamp"]), [secret]),
  );
  expect(body.caseId).toBeNull();
  await page.reload();
  await expect(page.getByTestId("webhook-secret")).toHaveCount(0);
  await expect(last.getByText("request.signed")).toBeVisible();
  await pictures(page, "webhooks", true);
  await page.getByRole("button", { name: "Gỡ bỏ" }).click();
  await page.getByRole("dialog", { name: "Gỡ bỏ" }).getByRole("button", { name: "Gỡ bỏ" }).click();
  await expect(page.getByText("Chưa có địa chỉ nhận nào")).toBeVisible();
  await receiver.stop();
});

test("whoever keeps no addresses finds none, and the word of one bank reaches no other", async ({ as }) => {
  const bank = await makeOrganisation("bank");
  const liaison = await as(await makePerson("liaison", bank));
  await liaison.goto("/account/webhooks");
  await expect(liaison.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(liaison.getByText("Kết nối với hệ thống của đơn vị")).toHaveCount(0);
  await expect(liaison.getByRole("button", { name: "Thêm địa chỉ nhận" })).toHaveCount(0);
  await liaison.goto("/account");
  await expect(liaison.getByRole("link", { name: "Mở các địa chỉ nhận" })).toHaveCount(0);
  expect(await asSystem((tx) => tx.webhookEndpoint.count({ where: { orgId: bank.id } }))).toBe(0);
});
