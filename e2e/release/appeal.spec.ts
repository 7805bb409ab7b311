import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { setHeldScene } from "@/prisma/factories/held";
import { makePerson } from "@/prisma/factories/people";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const content = "Số tiền này là tiền lương của tôi, đề nghị xem xét giải tỏa.";
const answer = "Qua rà soát, khoản tiền không liên quan đến khoản chuyển của bị hại.";
const unfreezeOf = (parentId: string) =>
  asSystem((tx) => tx.request.findFirst({ where: { parentId, kindCode: "ACCOUNT_UNFREEZE" } }));

test("an appeal brought to a branch is upheld, the release is drafted, signed by another commander and done by the bank", async ({
  as,
}) => {
  test.setTimeout(90_000);
  const scene = await setHeldScene();
  const hold = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: scene.holdIds[0]! } }));
  const deputy = await makePerson("commander", scene.police);

  // The bank finds its hold by the number and hands in what its customer brought.
  const bank = await as(scene.liaison);
  await bank.goto(paths.newAppeal);
  await bank.getByLabel("Số tài khoản bị giữ").fill(hold.account.slice(0, 8));
  await bank.getByRole("button", { name: "Tìm", exact: true }).click();
  await bank.getByRole("status").getByRole("button").first().click();
  await bank.getByLabel("Người đề nghị").fill("Lê Thị Khiếu");
  await bank.getByLabel("Liên hệ").fill("0912 000 111");
  await bank.getByLabel("Nội dung đề nghị").fill(content);
  await bank.getByRole("button", { name: "Ghi và tính giờ" }).click();
  await expect(bank).toHaveURL(/\/appeals\/[0-9a-f-]{36}$/);
  const appealId = bank.url().split("/").at(-1)!;
  await expect(bank.getByText("Đã tiếp nhận", { exact: true })).toBeVisible();
  await expect(bank.getByText(/VV-\d/)).toHaveCount(0);

  // Who drafted the order finds nothing on his desk and is told who looks into it.
  const drafter = await as(scene.investigator);
  await drafter.goto(paths.home);
  await expect(drafter.locator(`a[href$="${appealId}"]`)).toHaveCount(0);
  await drafter.goto(paths.appeal(appealId));
  await expect(drafter.getByText(/Bạn đã soạn, sửa, trình hoặc ký lệnh giữ này/)).toBeVisible();
  await expect(drafter.getByRole("button", { name: "Bắt đầu xem xét" })).toHaveCount(0);

  // Another investigator looks into it; the commander who had no part in the order decides.
  const desk = await as(await makePerson("investigator", scene.police));
  await desk.goto(paths.holds);
  await expect(desk.getByText("1 đề nghị", { exact: true })).toBeVisible();
  await desk.goto(paths.home);
  await desk.locator(`a[href$="${appealId}"]`).click();
  await desk.getByRole("button", { name: "Bắt đầu xem xét" }).click();
  await expect(desk.getByText("Đang xem xét", { exact: true })).toBeVisible();
  await expect(desk.getByRole("button", { name: "Chấp nhận", exact: true })).toHaveCount(0);
  const chief = await as(scene.commander);
  await chief.goto(paths.appeal(appealId));
  await chief.getByRole("button", { name: "Chấp nhận", exact: true }).click();
  const dialog = chief.getByRole("dialog");
  await dialog.getByLabel("Nội dung trả lời").fill(answer);
  await dialog.getByRole("button", { name: "Quyết định", exact: true }).click();
  await expect(chief.getByText("Chấp nhận, giải tỏa", { exact: true })).toBeVisible();
  await expect.poll(async () => (await unfreezeOf(scene.requestId))?.status).toBe("PENDING_SIGNATURE");
  const order = (await unfreezeOf(scene.requestId))!;

  // Another commander signs, the bank lets go.
  const cards = await as(deputy);
  await cards.goto(paths.signingCard(order.id));
  await cards.getByRole("button", { name: "Ký và gửi" }).first().click();
  const last = cards.getByRole("dialog").getByRole("button", { name: "Ký và gửi" });
  await last.click({ timeout: 5_000 }).catch(() => undefined);
  await expect.poll(async () => (await unfreezeOf(scene.requestId))?.status).toBe("SENT");
  await bank.goto(paths.queueItem(order.id));
  await bank.getByRole("radio", { name: "Đã thực hiện" }).check();
  await bank.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect.poll(async () => (await unfreezeOf(scene.requestId))?.status).toBe("ANSWERED");
  const after = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: hold.id } }));
  expect(after.releaseReason).toBe("unfrozen");

  // The answer is a letter; the bank's ended list says why.
  await chief.goto(paths.appealLetter(appealId));
  await expect(chief.getByText(answer)).toBeVisible();
  await pictures(chief, "appeal-letter", true);
  await bank.goto(`${paths.deskHolds}?view=ended`);
  await expect(bank.getByRole("heading", { name: "Khoản giữ đã kết thúc" })).toBeVisible();
  await expect(bank.getByText("Đã giải tỏa theo quyết định").first()).toBeVisible();
  await pictures(bank, "desk-ended", true);
});

test("an appeal is rejected with a coded ground and an answer that is long enough", async ({ as }) => {
  const scene = await setHeldScene();
  const desk = await as(await makePerson("investigator", scene.police));
  await desk.goto(paths.appealHold(scene.holdIds[0]!));
  await desk.getByLabel("Hình thức tiếp nhận").selectOption("counter");
  await desk.getByLabel("Người đề nghị").fill("Trần Văn Không");
  await desk.getByLabel("Liên hệ").fill("0912 000 222");
  await desk.getByLabel("Nội dung đề nghị").fill(content);
  await desk.getByRole("button", { name: "Ghi và tính giờ" }).click();
  await desk.getByRole("button", { name: "Bắt đầu xem xét" }).click();
  await expect(desk.getByText("Đang xem xét", { exact: true })).toBeVisible();
  const chief = await as(scene.commander);
  await chief.goto(desk.url());
  await chief.getByRole("button", { name: "Không chấp nhận", exact: true }).click();
  const dialog = chief.getByRole("dialog");
  await dialog.getByLabel("Nội dung trả lời").fill("ngắn");
  await dialog.getByRole("button", { name: "Quyết định", exact: true }).click();
  await expect(dialog.getByText(/^Viết rõ hơn: ít nhất/)).toBeVisible();
  await dialog.getByLabel("Căn cứ").selectOption("trail_leads_here");
  await dialog.getByLabel("Nội dung trả lời").fill(answer);
  await dialog.getByRole("button", { name: "Quyết định", exact: true }).click();
  await expect(chief.getByText("Dòng tiền của bị hại dẫn đến tài khoản này")).toBeVisible();
});

test("a hold that nothing leads to is kept with a ground and is quiet then", async ({ as }) => {
  const scene = await setHeldScene();
  const hold = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: scene.holdIds[0]! } }));
  await asSystem((tx) =>
    tx.payment.updateMany({
      where: { caseId: scene.caseId, toAccount: hold.account },
      data: { toAccount: "99887766554433" },
    }),
  );
  const desk = await as(scene.investigator);
  await desk.goto(paths.unlinkedHolds);
  await expect(desk.getByText(/Không khoản tiền nào của bị hại đi vào tài khoản này/)).toBeVisible();
  await pictures(desk, "unlinked", true);
  await desk.getByRole("button", { name: "Giữ tiếp" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel("Căn cứ giữ tiếp").fill("Chờ sao kê bổ sung của ngân hàng chuyển tiền.");
  await dialog.getByRole("button", { name: "Giữ tiếp" }).click();
  await expect(desk.getByText("Khoản nào cũng có liên hệ với bị hại")).toBeVisible();
});
