import { randomUUID } from "node:crypto";
import { asActor, asSystem, databaseNow } from "@/lib/db";
import { paths } from "@/lib/paths";
import { submitIn, submitRequest } from "@/lib/requests/commands";
import { makeAcknowledged, makeDraft, readHash, type Scene, setScene } from "@/prisma/factories/scene";
import { signRequest } from "@/lib/requests/commands";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const codeOf = async (id: string) =>
  (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }))).code;
async function handedIn(scene: Scene) {
  const draft = await makeDraft(scene);
  const { version } = await submitRequest(scene.investigator, { key: randomUUID(), ...draft });
  return { requestId: draft.requestId, version, code: await codeOf(draft.requestId) };
}

test("its drafter takes back what waits for the signer, mends it and hands it in again", async ({ as }) => {
  const scene = await setScene();
  const { requestId, code } = await handedIn(scene);
  const page = await as(scene.investigator);
  await page.goto(paths.home);
  await expect(page.getByRole("heading", { name: /Tôi đã trình, đang chờ ký/ })).toBeVisible();
  await pictures(page, "recall-home", true);
  await page.getByRole("button", { name: `Rút lại để sửa ${code}` }).click();
  await expect(page).toHaveURL(paths.editRequest(requestId));
  await expect(page.getByLabel("Số tiền tranh chấp").first()).toHaveValue(/\d/);
  await page
    .getByLabel("Căn cứ thực tế", { exact: true })
    .fill("Tài khoản nhận tiền của bị hại, đã bổ sung sao kê ngân hàng.");
  await page.getByRole("button", { name: "Trình ký" }).click();
  await expect(page.getByText("Chờ ký", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Bản đã trình, đã rút lại" })).toBeVisible();
  await page.locator("summary").filter({ hasText: "rút lại" }).click();
  // Its hash is longer than a phone is wide.
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize(size);
  await pictures(page, "recall-request", true);
  await expect(page.getByRole("button", { name: "Rút lại để sửa" })).toBeVisible();
});

test("what one act handed in is taken back together", async ({ as }) => {
  const scene = await setScene();
  const drafts = [await makeDraft(scene), await makeDraft(scene), await makeDraft(scene)];
  await asActor(scene.investigator, async (tx) => {
    const now = await databaseNow(tx);
    for (const draft of drafts) await submitIn(tx, scene.investigator, draft, now);
  });
  const page = await as(scene.investigator);
  await page.goto(paths.request(drafts[0]!.requestId));
  await page.getByRole("button", { name: "Rút lại để sửa" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(await codeOf(drafts[2]!.requestId));
  await pictures(page, "recall-together");
  await dialog.getByRole("button", { name: "Rút lại cả 3" }).click();
  await expect(page.getByText("Đã rút lại 3 yêu cầu về dự thảo.")).toBeVisible();
  await expect(page.getByText("Dự thảo", { exact: true })).toBeVisible();
});

test("several are taken back from the list, and what was signed meanwhile says by whom", async ({ as }) => {
  const scene = await setScene();
  const [one, other] = [await handedIn(scene), await handedIn(scene)];
  const page = await as(scene.investigator);
  await page.route("**/api/stream**", (route) => route.abort());
  await page.goto(`${paths.requests}?view=signing`);
  for (const { code } of [one, other]) await page.getByRole("checkbox", { name: new RegExp(code) }).check();
  await signRequest(
    { ...scene.commander, secondFactorAt: new Date() },
    {
      key: randomUUID(),
      requestId: other.requestId,
      version: other.version,
      contentHash: await readHash(scene.commander, other.requestId),
    },
  );
  await page.getByRole("button", { name: "Rút lại để sửa" }).click();
  await expect(page.getByRole("alert").filter({ hasText: other.code })).toContainText(scene.commander.name);
  await expect(page.getByText("Đã rút lại 1 yêu cầu về dự thảo.")).toBeVisible();
});

test("an investigator proposes a withdrawal; the commander declines it, then agrees from his desk in one press", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const code = await codeOf(requestId);
  const [page, commander] = [await as(scene.investigator), await as(scene.commander)];
  const propose = async (reason: string) => {
    await page.goto(paths.request(requestId));
    await page.getByRole("button", { name: "Đề nghị rút" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Lý do").fill(reason);
    await dialog.getByRole("button", { name: "Gửi", exact: true }).click();
    await expect(page.getByText("Có đề nghị rút yêu cầu này")).toBeVisible();
  };
  await propose("Chủ tài khoản đã chứng minh không liên quan.");
  await commander.goto(paths.request(requestId));
  await pictures(commander, "withdrawal-request", true);
  await commander.getByRole("button", { name: "Không đồng ý" }).click();
  const dialog = commander.getByRole("dialog");
  await dialog.getByLabel("Lý do không đồng ý").fill("Còn một khoản chuyển chưa rõ, giữ tiếp.");
  await dialog.getByRole("button", { name: "Gửi", exact: true }).click();
  await expect(commander.getByText("Đề nghị rút không được đồng ý")).toBeVisible();
  await propose("Ngân hàng đã xác nhận khoản chuyển là hợp lệ.");
  await expect(page.getByText("Không đồng ý rút", { exact: true })).toBeVisible();
  await commander.goto(paths.home);
  await expect(commander.getByText(/đề nghị rút .*hợp lệ/)).toBeVisible();
  await pictures(commander, "withdrawal-home", true);
  await commander.getByRole("button", { name: `Đồng ý rút ${code}` }).click();
  // One press more than opening: the dialog says which order, whose, and what follows.
  const agreeing = commander.getByRole("dialog", { name: `Rút lệnh ${code}?` });
  await expect(agreeing.getByText("Nơi nhận", { exact: true })).toBeVisible();
  await pictures(commander, "withdrawal-agree");
  await agreeing.getByRole("button", { name: "Rút lệnh", exact: true }).click();
  await expect(commander.getByText("Đã thu hồi yêu cầu.")).toBeVisible();
  const bank = await as(scene.liaison);
  await bank.goto(paths.request(requestId));
  await expect(bank.getByText(/khoản chuyển là hợp lệ/).first()).toBeVisible();
  await expect(bank.getByText(/chứng minh không liên quan/)).toHaveCount(0);
});
