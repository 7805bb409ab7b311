import { randomUUID } from "node:crypto";
import { submitRequest } from "@/lib/requests/commands";
import { makeDraft, setScene } from "@/prisma/factories/scene";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { expect, test } from "../fixtures";
import { giveAuthenticator } from "../support/second-factor";

const tenMinutesAgo = () => new Date(Date.now() - 600_000);
type Scene = Awaited<ReturnType<typeof setScene>>;
async function handIn(scene: Scene, ...urgencies: ("normal" | "urgent" | "emergency")[]) {
  const ids: string[] = [];
  for (const urgency of urgencies) {
    const draft = await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency });
    await submitRequest(scene.investigator, { key: randomUUID(), ...draft });
    ids.push(draft.requestId);
  }
  return ids;
}
const statusOf = async (id: string) =>
  (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }))).status;

test("a commander signs with a second factor; the next card opens, needs none and asks once whether it is meant", async ({
  as,
}) => {
  const scene = await setScene({ provinceCode: "E1" });
  const code = await giveAuthenticator(scene.commander);
  const [first, second] = await handIn(scene, "emergency", "normal");
  const page = await as(scene.commander, tenMinutesAgo());
  await page.goto("/signing");
  await expect(page.getByRole("article")).toContainText("100.000.000");
  await expect(page.getByRole("article")).toContainText("Hỏa tốc");
  await page
    .getByRole("article")
    .getByRole("button", { name: /^Ký và gửi/ })
    .click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/Tạm dừng giao dịch, giữ\s+100\.000\.000\s*₫\s+tại/);
  await dialog.getByLabel("Mã xác thực").fill("000000");
  await dialog.getByRole("button", { name: "Ký và gửi" }).click();
  await expect(dialog.getByText("Mã không đúng hoặc đã dùng")).toBeVisible();
  await expect(dialog.getByLabel("Mã xác thực")).toHaveValue("000000");
  await dialog.getByLabel("Mã xác thực").fill(code());
  await dialog.getByRole("button", { name: "Ký và gửi" }).click();
  await expect(page).toHaveURL(new RegExp(`open=${second}`));
  expect(await statusOf(first!)).toBe("SENT");
  await expect(page.getByRole("article")).toContainText("Thường");
  await page
    .getByRole("article")
    .getByRole("button", { name: /^Ký và gửi/ })
    .click();
  await expect(dialog).toContainText(/Tạm dừng giao dịch, giữ\s+100\.000\.000\s*₫\s+tại/);
  await expect(dialog.getByLabel("Mã xác thực")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Hủy" }).click();
  expect(await statusOf(second!)).toBe("PENDING_SIGNATURE");
  await page
    .getByRole("article")
    .getByRole("button", { name: /^Ký và gửi/ })
    .click();
  await dialog.getByRole("button", { name: "Ký và gửi" }).click();
  await expect(page.getByText("Không còn yêu cầu nào chờ ký")).toBeVisible();
  expect(await statusOf(second!)).toBe("SENT");
});

test("a signature that is given while the line is cut is not lost with its page, and goes out at the next press", async ({
  as,
}) => {
  const scene = await setScene({ provinceCode: "E9" });
  const code = await giveAuthenticator(scene.commander);
  const [id] = await handIn(scene, "urgent");
  const page = await as(scene.commander, tenMinutesAgo());
  await page.goto("/signing");
  const sign = page.getByRole("article").getByRole("button", { name: /^Ký và gửi/ });
  await sign.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Mã xác thực").fill(code());
  await page.context().setOffline(true);
  await dialog.getByRole("button", { name: "Ký và gửi" }).click();
  await expect(page.getByText("Chưa nhận được trả lời của hệ thống")).toBeVisible();
  expect(await statusOf(id!)).toBe("PENDING_SIGNATURE");
  await page.context().setOffline(false);
  await sign.click();
  await dialog.getByLabel("Mã xác thực").fill(code());
  await dialog.getByRole("button", { name: "Ký và gửi" }).click();
  await expect.poll(() => statusOf(id!)).toBe("SENT");
});

test("several are signed with one code", async ({ as }) => {
  const scene = await setScene({ provinceCode: "E2" });
  const code = await giveAuthenticator(scene.commander);
  const ids = await handIn(scene, "urgent", "urgent", "normal");
  const page = await as(scene.commander, tenMinutesAgo());
  await page.goto("/signing");
  await page.getByRole("button", { name: "Chọn cùng vụ (3)" }).click();
  const batch = page.getByRole("form", { name: /^Ký 3 yêu cầu/ });
  // Each of them is within what was lost, and all together are not: only side by side is that seen.
  await expect(batch).toContainText("cộng lại vượt số tiền bị hại báo mất");
  await expect(batch.locator("[data-slot=batch-order]")).toHaveCount(3);
  await batch.getByRole("button", { name: "Ký và gửi 3 yêu cầu" }).click();
  await expect(batch.getByText("Nhập mã xác thực để ký.")).toBeVisible();
  await batch.getByLabel("Mã xác thực").fill("000000");
  await page.keyboard.press("Enter");
  await expect(batch.getByText("Mã không đúng hoặc đã dùng")).toBeVisible();
  await expect(batch.getByLabel("Mã xác thực")).toHaveValue("000000");
  await batch.getByLabel("Mã xác thực").fill(code());
  await page.keyboard.press("Enter");
  await expect(page.getByText("Không còn yêu cầu nào chờ ký")).toBeVisible();
  for (const id of ids) expect(await statusOf(id)).toBe("SENT");
});

test("several are signed with a proof that is still fresh after a second press that adds them up", async ({
  as,
}) => {
  const scene = await setScene({ provinceCode: "E7" });
  const ids = await handIn(scene, "urgent", "normal");
  const page = await as(scene.commander);
  await page.goto("/signing");
  await page.getByRole("button", { name: "Chọn cùng vụ (2)" }).click();
  await page.getByRole("button", { name: "Ký và gửi 2 yêu cầu" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/Tạm dừng giao dịch, giữ\s+200\.000\.000\s*₫\s+tại 1 nơi/);
  expect(await statusOf(ids[0]!)).toBe("PENDING_SIGNATURE");
  await dialog.getByRole("button", { name: "Ký và gửi 2 yêu cầu" }).click();
  await expect(page.getByText("Không còn yêu cầu nào chờ ký")).toBeVisible();
  for (const id of ids) expect(await statusOf(id)).toBe("SENT");
});

test("a request's own page leads to its card, and a card that is signed meanwhile says so", async ({
  as,
}) => {
  const scene = await setScene({ provinceCode: "E6" });
  const [, last] = await handIn(scene, "emergency", "normal");
  const page = await as(scene.commander);
  await page.goto(paths.request(last!));
  await page.getByRole("link", { name: "Tới trang ký" }).click();
  await expect(page.getByRole("article")).toContainText("Thường");
  await page
    .getByRole("article")
    .getByRole("button", { name: /^Ký và gửi/ })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Ký và gửi" }).click();
  await expect.poll(() => statusOf(last!)).toBe("SENT");
  await page.goto(paths.signingCard(last!));
  await expect(page.getByText(/đã được .* ký và gửi/)).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Hỏa tốc");
});

test("a draft is returned with a reason, and what was typed is kept until it fits", async ({ as }) => {
  const scene = await setScene({ provinceCode: "E3" });
  const [id] = await handIn(scene, "urgent");
  const page = await as(scene.commander);
  await page.goto("/signing");
  // The key listens once the page's script has come alive.
  await expect(async () => {
    await page.keyboard.press("r");
    await expect(page.getByLabel("Lý do trả lại")).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByLabel("Lý do trả lại").fill("Ngắn");
  await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).click();
  await expect(page.getByText(/^Viết rõ hơn: ít nhất/)).toBeVisible();
  await page.getByLabel("Lý do trả lại").fill("Số tài khoản thứ hai chưa khớp sao kê, đề nghị kiểm tra lại.");
  await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).click();
  await expect(page.getByText("Không còn yêu cầu nào chờ ký")).toBeVisible();
  expect(await statusOf(id!)).toBe("DRAFT");
});

test("nobody is offered the signature of his own draft, and who signs nothing finds no such page", async ({
  as,
}) => {
  const scene = await setScene({ provinceCode: "E4" });
  await asSystem((tx) =>
    tx.membership.updateMany({
      where: { id: scene.investigator.membershipId },
      data: { roles: ["investigator", "commander"] },
    }),
  );
  await handIn(scene, "urgent");
  const page = await as(scene.investigator);
  await page.goto("/signing");
  await expect(page.getByRole("article")).toContainText(
    "Bạn đã soạn, sửa hoặc trình yêu cầu này: người khác ký.",
  );
  await expect(page.getByRole("button", { name: /^Ký và gửi/ })).toHaveCount(0);
  const stranger = await as(scene.liaison);
  expect((await stranger.goto("/signing"))?.status()).toBe(404);
});
