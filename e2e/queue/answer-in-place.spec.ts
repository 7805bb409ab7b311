import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

const sent = async (
  scene: Scene,
  ...rest: Parameters<typeof makeDraft> extends [unknown, ...infer R] ? R : never
) => issue(scene, await makeDraft(scene, ...rest));
const itemsOf = (requestId: string) =>
  asSystem((tx) => tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }));
const rowOf = (id: string) => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }));
/** The fields open as soon as the page's script runs. */
async function openAnswer(page: Page, requestId: string) {
  await page.goto(paths.queueItem(requestId));
  await expect(page.getByLabel("Số tiền giữ lại")).toBeEnabled();
}
const holdWhole = (page: Page) => page.getByRole("button", { name: /^Giữ đủ/ }).click();
const rowLink = (page: Page, code: string) =>
  page
    .getByRole("row")
    .filter({ hasText: code.slice(-6) })
    .getByRole("link");

test("a bank holds two accounts, each said on the button before it goes out, and the next opens by itself", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const { code } = await rowOf(requestId);
  const [first, second] = await itemsOf(requestId);
  const bank = await as(scene.liaison);
  await bank.setViewportSize({ width: 1280, height: 800 });
  await bank.goto(paths.queue);
  await rowLink(bank, code).click();
  await expect(bank.getByText("Đã xác thực chữ ký")).toBeVisible();
  // Nothing is said before the desk says it; what is about to be said is in sight.
  const amount = bank.getByLabel("Số tiền giữ lại");
  await expect(amount).toBeInViewport();
  await expect(amount).toHaveValue("");
  await expect(bank.getByRole("radio", { checked: true, name: "Đã giữ" })).toHaveCount(0);
  await bank.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  expect((await rowOf(requestId)).answeredCount).toBe(0);
  await bank.getByRole("button", { name: /^Giữ đủ 50\.000\.000/ }).click();
  await expect(amount).toHaveValue("50.000.000");
  await bank
    .getByRole("button", {
      name: new RegExp(`^Gửi: giữ 50\\.000\\.000.₫ của STK …${first!.value.slice(-4)}`),
    })
    .click();
  await expect(bank.getByRole("form", { name: new RegExp(second!.display) })).toBeVisible();
  await expect(amount).toBeFocused();
  await expect(amount).toHaveValue("");
  await amount.fill("45tr");
  await bank.getByRole("button", { name: /^Gửi: giữ 45\.000\.000/ }).click();
  await expect(bank.getByRole("status").filter({ hasText: code })).toBeVisible();
  expect(await rowOf(requestId)).toMatchObject({ status: "ANSWERED", heldAmount: 95_000_000n });
});

test("on a phone the answer stands in the first screen, below who asks and whether it is real", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await bank.setViewportSize({ width: 360, height: 740 });
  await openAnswer(bank, requestId);
  // The foot covers the lowest part of the screen.
  const foot = (await bank.getByRole("button", { name: /^Gửi(:| trả lời)/ }).boundingBox())!;
  for (const seen of [
    bank.getByRole("region", { name: "Xác thực yêu cầu" }),
    bank.getByLabel("Số tiền giữ lại"),
  ]) {
    const box = (await seen.boundingBox())!;
    expect(box.y).toBeGreaterThan(0);
    expect(box.y + box.height).toBeLessThan(foot.y);
  }
});

test("a part held and two onward rows add up before they are sent", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  await bank.getByLabel("Số tiền giữ lại").fill("20tr");
  await expect(bank.getByText(/30\.000\.000.+chưa rõ đi đâu/)).toBeVisible();
  for (const [row, amount] of [
    [1, "25.000.000"],
    [2, "5tr"],
  ] as const) {
    await bank.getByRole("button", { name: "Thêm dòng chuyển đi" }).click();
    await bank.getByLabel(`Giờ chuyển, dòng ${row}`).fill("09:02");
    await bank.getByLabel(`Nơi nhận, dòng ${row}`).selectOption({ label: "Techcombank" });
    await bank.getByLabel(`Tài khoản nhận, dòng ${row}`).fill("19035527881016");
    await bank.getByLabel(`Số tiền, dòng ${row}`).fill(amount);
  }
  await expect(bank.getByText("Khớp 20 + 25 + 5 = 50 triệu")).toBeVisible();
  await bank.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect.poll(async () => (await rowOf(requestId)).status).toBe("PARTLY_ANSWERED");
  expect(await rowOf(requestId)).toMatchObject({ heldAmount: 20_000_000n, movedAmount: 30_000_000n });
});

test("what cannot be read is said at its field and nothing typed is lost", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  await bank.getByLabel("Số tiền giữ lại").fill("nhiều lắm");
  await bank.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect(bank.getByLabel("Số tiền giữ lại")).toHaveAttribute("aria-invalid", "true");
  await expect(bank.getByLabel("Số tiền giữ lại")).toHaveValue("nhiều lắm");
  expect((await rowOf(requestId)).status).toBe("SENT");
});

test("an answer that was begun survives a reload, and can be thrown away", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  const amount = bank.getByLabel("Số tiền giữ lại");
  await amount.fill("20tr");
  await expect(bank.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await bank.reload();
  await expect(amount).toHaveValue(/^20(tr|\.000\.000)$/);
  await expect(bank.getByRole("button", { name: /^Gửi: giữ 20\.000\.000/ })).toBeVisible();
  await expect(bank.getByText(/30\.000\.000.+chưa rõ đi đâu/)).toBeVisible();
  await bank.getByRole("button", { name: "Bỏ nháp" }).click();
  await expect(amount).toHaveValue("");
  await bank.reload();
  await expect(amount).toBeEnabled();
  await expect(amount).toHaveValue("");
  await expect(bank.getByText(/nháp/)).toHaveCount(0);
});

test("a later end than allowed is refused at its field, and the form says which moment is the latest", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  const until = bank.getByLabel("Giữ đến");
  const latest = await until.inputValue();
  await holdWhole(bank);
  await until.fill("01/01/2099 08:00");
  await bank.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect(until).toHaveAttribute("aria-invalid", "true");
  await expect(bank.getByText(`Chỉ được giữ đến muộn nhất ${latest}.`)).toBeVisible();
  expect((await rowOf(requestId)).answeredCount).toBe(0);
});

test("what has not gone out is said to be unsent until it is sent, also when the connection is back", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  await holdWhole(bank);
  await bank.context().setOffline(true);
  await bank.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect(bank.getByText("Chưa gửi.")).toBeVisible();
  await bank.context().setOffline(false);
  await expect(bank.getByText("Đã có mạng lại. Bấm gửi để gửi trả lời này.")).toBeVisible();
  await expect(bank.getByText("Chưa gửi.")).toBeVisible();
  expect((await rowOf(requestId)).answeredCount).toBe(0);
  await bank.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect.poll(async () => (await rowOf(requestId)).answeredCount).toBe(1);
  await expect(bank.getByText("Chưa gửi.")).toHaveCount(0);
});

test("when the server's reply is lost nothing moves on before it is known whether the answer stands", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const [first, second] = await itemsOf(requestId);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  let isLost = true;
  await bank.route("**/queue**", async (route) => {
    const request = route.request();
    if (!isLost || request.method() !== "POST" || !request.postData()?.includes(first!.id))
      return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await holdWhole(bank);
  await bank.getByRole("button", { name: /^Gửi: giữ 50/ }).click();
  await expect(bank.getByText("Chưa rõ trả lời này đã được ghi nhận hay chưa")).toBeVisible();
  // The server has it, and the page hears so: the target stays, nothing of the next one can be sent.
  await expect.poll(async () => (await rowOf(requestId)).answeredCount).toBe(1);
  await expect(bank.getByRole("row").filter({ hasText: "1/2" })).toBeVisible();
  await expect(bank.getByRole("form", { name: new RegExp(first!.display) })).toBeVisible();
  await expect(bank.getByRole("form", { name: new RegExp(second!.display) })).toHaveCount(0);
  await expect(bank.getByLabel("Số tiền giữ lại")).toBeDisabled();
  await expect(bank.getByRole("button", { name: /^Hỏi lại máy chủ/ })).toBeEnabled();
  isLost = false;
  await expect(bank.getByRole("form", { name: new RegExp(second!.display) })).toBeVisible({
    timeout: 10_000,
  });
  await expect(bank.getByLabel("Số tiền giữ lại")).toHaveValue("");
  expect(await rowOf(requestId)).toMatchObject({ answeredCount: 1, heldAmount: 50_000_000n });
});

test("the second of two who answer one account is told by whom, and keeps what he typed", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const [one, other] = [await as(scene.liaison), await as(scene.manager)];
  await openAnswer(one, requestId);
  await openAnswer(other, requestId);
  await other.getByLabel("Số tiền giữ lại").fill("30.000.000");
  await holdWhole(one);
  await one.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect(other.getByText(`${scene.liaison.name} vừa trả lời đối tượng này.`)).toBeVisible();
  await expect(other.getByLabel("Số tiền giữ lại").first()).toHaveValue("30.000.000");
  await other.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect(
    other.getByRole("dialog", { name: `${scene.liaison.name} đã trả lời đối tượng này trước bạn` }),
  ).toBeVisible();
});

test("what was typed is there again by Back and Forward at once, and a question by Escape", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const { code } = await rowOf(requestId);
  const bank = await as(scene.liaison);
  await bank.goto(paths.queue);
  await rowLink(bank, code).click();
  const amount = bank.getByLabel("Số tiền giữ lại");
  await expect(amount).toBeEnabled();
  await amount.fill("20.000.000");
  await bank.goBack();
  await expect(amount).toHaveCount(0);
  await bank.goForward();
  await expect(amount).toHaveValue("20.000.000");
  await bank.getByRole("button", { name: "Hỏi lại" }).click();
  const question = bank.getByLabel("Cần làm rõ điều gì");
  await question.fill("Tài khoản thứ hai thiếu một chữ số?");
  await bank.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await bank.getByRole("button", { name: "Hỏi lại" }).click();
  await expect(question).toHaveValue("Tài khoản thứ hai thiếu một chữ số?");
});

test("what was typed is kept though its page is left at once for one that keeps nothing", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  const amount = bank.getByLabel("Số tiền giữ lại");
  await expect(amount).toBeEnabled();
  await amount.fill("20.000.000");
  await bank.getByRole("link", { name: "Lịch", exact: true }).click();
  await expect(amount).toHaveCount(0);
  await expect
    .poll(() => asSystem((tx) => tx.draft.count({ where: { membershipId: scene.liaison.membershipId } })))
    .toBe(1);
});

test("a refusal that was begun is there again after a reload, and gone once it was sent", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  const refuse = bank.getByRole("button", { name: "Từ chối", exact: true });
  await refuse.click();
  const dialog = bank.getByRole("dialog");
  await dialog.getByRole("combobox").selectOption({ index: 1 });
  const why = dialog.getByRole("textbox");
  await why.fill("Tài khoản này không thuộc ngân hàng chúng tôi.");
  await expect(dialog.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await bank.reload();
  await refuse.click();
  await expect(why).toHaveValue("Tài khoản này không thuộc ngân hàng chúng tôi.");
  await dialog.getByRole("button", { name: "Gửi từ chối" }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(() => asSystem((tx) => tx.draft.count({ where: { key: `refuse:${requestId}` } })))
    .toBe(0);
});

test("asking back stops the clock, refusing asks for a ground", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  await bank.getByRole("button", { name: "Từ chối", exact: true }).click();
  const dialog = bank.getByRole("dialog");
  await dialog.getByRole("button", { name: "Gửi từ chối" }).click();
  await expect(dialog.getByText("Mục này bắt buộc.")).toHaveCount(2); // the ground and the explanation
  await dialog.getByRole("button", { name: "Hủy" }).click();
  await bank.getByRole("button", { name: "Hỏi lại" }).click();
  await bank.getByLabel("Cần làm rõ điều gì").fill("Số tài khoản thứ hai thiếu một chữ số.");
  await bank.getByRole("button", { name: "Gửi câu hỏi" }).click();
  await expect.poll(async () => (await rowOf(requestId)).status).toBe("CLARIFICATION_NEEDED");
  await expect(bank.getByText("Đang chờ công an trả lời; dừng tính giờ.")).toBeVisible();
});

test("a desk that knows the keys holds the whole with one of them, and sees it before it goes out", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await sent(scene);
  const bank = await as(scene.liaison);
  await openAnswer(bank, requestId);
  await bank.keyboard.press("e");
  const amount = bank.getByLabel("Số tiền giữ lại");
  await expect(amount).toBeFocused();
  await bank.keyboard.type("12");
  await bank.keyboard.press("=");
  await expect(amount).toHaveValue("50.000.000");
  await expect(bank.getByRole("button", { name: /^Gửi: giữ 50\.000\.000/ })).toBeVisible();
  expect((await rowOf(requestId)).answeredCount).toBe(0);
  await bank.keyboard.press("Control+Enter");
  await expect.poll(async () => (await rowOf(requestId)).heldAmount).toBe(50_000_000n);
});
