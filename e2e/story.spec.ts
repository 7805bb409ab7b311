import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { initiate } from "@/prisma/factories/scene";
import { expect, test } from "./fixtures";

const account = () => String(randomInt(1e11, 9e11));
const minutesAgo = (minutes: number) => {
  const local = new Date(Date.now() + 7 * 3_600_000 - minutes * 60_000).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`;
};
const requestsOf = (caseId: string) =>
  asSystem((tx) => tx.request.findMany({ where: { caseId }, orderBy: { createdAt: "asc" } }));
const statusOf = async (id: string) =>
  (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }))).status;
const sendAnswer = (page: Page) => page.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();

const signOpenCard = (page: Page) =>
  page
    .getByRole("article")
    .getByRole("button", { name: /^Ký và gửi/ })
    .click();

/** Fills in the open form for the first targets it offers and hands it to the signer. */
async function draftRequest(page: Page, kind: string, addressee: string, picks: number) {
  await page.getByLabel("Loại yêu cầu").selectOption(kind);
  await page.getByLabel("Nơi nhận", { exact: true }).selectOption({ label: addressee });
  const boxes = page.getByRole("checkbox", { name: /^Chọn / });
  await expect(boxes.nth(picks - 1)).toBeVisible();
  for (let index = 0; index < picks; index++) {
    await boxes.nth(index).check();
    if (kind !== "SUBSCRIBER_INFO")
      await page.getByLabel("Số tiền tranh chấp", { exact: true }).nth(index).fill("50.000.000");
  }
  await page.getByRole("radio", { name: "Khẩn" }).check();
  await page.getByLabel("Căn cứ thực tế").fill("Bị hại tố giác; lệnh chuyển tiền có sao kê kèm theo.");
  await page.getByRole("button", { name: "Trình ký" }).click();
}

test("from a report to accepted and sent-back answers, with everybody at their own screen", async ({
  as,
}) => {
  test.setTimeout(120_000);
  const provinceCode = "S1";
  const police = await makeOrganisation("police", { specialisedCyber: true, provinceCode });
  const [bank, telecom] = [
    await makeOrganisation("bank", { provinceCode: null, name: `Ngân hàng Truyện ${account()}` }),
    await makeOrganisation("telecom", { provinceCode: null, name: `Nhà mạng Truyện ${account()}` }),
  ];
  const [investigator, commander] = [
    await makePerson("investigator", police),
    await makePerson("commander", police),
  ];
  const [liaison, operator] = [await makePerson("liaison", bank), await makePerson("liaison", telecom)];
  // A freeze is told to the procuracy of its province before it is delivered: without one it is not signed.
  await makeOrganisation("procuracy", { provinceCode });
  const leader = await makePerson("leader", await makeOrganisation("peoples_committee", { provinceCode }));
  const [first, second] = [account(), account()];

  // The investigator takes the report.
  const desk = await as(investigator);
  await desk.goto(paths.newCase);
  await desk.getByLabel("Họ tên").fill("Trần Thị Truyện");
  await desk.getByRole("button", { name: "Thêm khoản chuyển" }).click();
  for (const [index, to] of [first, second].entries()) {
    const payment = desk.getByRole("group", { name: `Khoản chuyển ${index + 1}`, exact: true });
    await payment.getByLabel("Lúc chuyển").fill(minutesAgo(50 - index * 5));
    await payment.getByLabel("Số tiền").fill("50tr");
    await payment.getByLabel("Đến ngân hàng, ví").selectOption({ label: bank.name });
    await payment.getByLabel("Đến tài khoản").fill(to);
  }
  await desk.getByRole("button", { name: "Thêm đối tượng" }).click();
  const caller = desk.getByRole("group", { name: "Đối tượng 1", exact: true });
  await caller.getByLabel("Loại").selectOption("phone_number");
  await caller.getByLabel("Số, địa chỉ, tên").fill("+84 987 654 321");
  await desk.getByLabel("Tổng số tiền báo mất").fill("100 triệu");
  await desk.getByLabel("Thủ đoạn").selectOption("DEEPFAKE_VIDEO_CALL");
  await desk.getByLabel("Tên vụ việc").fill("Giả danh cán bộ công an");
  await desk.getByLabel("Nội dung trình báo").fill("Bị hại nhận cuộc gọi giả danh và chuyển tiền hai lần.");
  await desk.getByRole("button", { name: "Mở vụ việc" }).click();
  await expect(desk).toHaveURL(/\/cases\/[0-9a-f-]{36}/);
  const caseId = /cases\/([0-9a-f-]{36})/.exec(desk.url())![1]!;

  // She drafts a suspension and a subscriber request and hands both to the signer.
  for (const [kind, addressee, picks] of [
    ["ACCOUNT_SUSPEND", bank.name, 2],
    ["SUBSCRIBER_INFO", telecom.name, 1],
  ] as const) {
    await desk.goto(paths.newRequest(caseId));
    await draftRequest(desk, kind, addressee, picks);
    await expect
      .poll(
        async () => (await requestsOf(caseId)).filter(({ status }) => status === "PENDING_SIGNATURE").length,
      )
      .toBe(kind === "ACCOUNT_SUSPEND" ? 1 : 2);
  }
  const [suspension, subscriber] = await requestsOf(caseId);

  // The bank's screen is open; the commander signs and it is there without a reload.
  const queue = await as(liaison);
  const listening = queue.waitForResponse((response) => response.url().endsWith("/api/stream"));
  await queue.goto(paths.queue);
  await listening;
  const cards = await as(commander);
  await cards.goto(paths.signing);
  for (const left of [1, 0]) {
    await signOpenCard(cards);
    // What holds money asks once whether it is meant; what only asks does not.
    if (left === 1) await cards.getByRole("dialog").getByRole("button", { name: "Ký và gửi" }).click();
    await expect
      .poll(
        async () => (await requestsOf(caseId)).filter(({ status }) => status === "PENDING_SIGNATURE").length,
      )
      .toBe(left);
  }
  await expect(queue.getByText(suspension!.code.slice(-6), { exact: true })).toBeVisible();

  // The bank holds 45 of 50 million on one account and tells where the other's money went.
  await queue.goto(paths.queueItem(suspension!.id));
  await queue.getByLabel("Số tiền giữ lại").fill("45.000.000");
  await sendAnswer(queue);
  await expect.poll(() => statusOf(suspension!.id)).toBe("PARTLY_ANSWERED");
  await queue.getByRole("radio", { name: "Tiền đã chuyển đi" }).check();
  for (const [row, amount] of [
    [1, "30tr"],
    [2, "20tr"],
  ] as const) {
    if ((await queue.getByLabel(`Số tiền, dòng ${row}`).count()) === 0)
      await queue.getByRole("button", { name: "Thêm dòng chuyển đi" }).click();
    await queue.getByLabel(`Giờ chuyển, dòng ${row}`).fill("00:05");
    await queue.getByLabel(`Nơi nhận, dòng ${row}`).selectOption({ label: "Techcombank" });
    await queue.getByLabel(`Tài khoản nhận, dòng ${row}`).fill(account());
    await queue.getByLabel(`Số tiền, dòng ${row}`).fill(amount);
  }
  await sendAnswer(queue);
  await expect.poll(() => statusOf(suspension!.id)).toBe("ANSWERED");

  // The telecom asks back; the clock stands still until the investigator has replied.
  const telecomDesk = await as(operator);
  await telecomDesk.goto(paths.queueItem(subscriber!.id));
  await telecomDesk.getByRole("button", { name: "Hỏi lại" }).click();
  await telecomDesk.getByLabel("Cần làm rõ điều gì").fill("Cần thông tin tại thời điểm nào?");
  await telecomDesk.getByRole("button", { name: "Gửi câu hỏi" }).click();
  await expect.poll(() => statusOf(subscriber!.id)).toBe("CLARIFICATION_NEEDED");
  await desk.goto(paths.request(subscriber!.id));
  await desk.getByRole("button", { name: "Trả lời câu hỏi" }).click();
  await desk.getByRole("dialog").getByLabel("Nội dung trả lời").fill("Tại thời điểm cuộc gọi, sáng nay.");
  await desk.getByRole("dialog").getByRole("button", { name: "Gửi", exact: true }).click();
  await expect.poll(() => statusOf(subscriber!.id)).toBe("IN_PROGRESS");

  // The telecom answers, and she accepts.
  await telecomDesk.goto(paths.queueItem(subscriber!.id));
  await telecomDesk.getByRole("radio", { name: "Không tìm thấy" }).check();
  await sendAnswer(telecomDesk);
  await expect.poll(() => statusOf(subscriber!.id)).toBe("ANSWERED");
  await desk.goto(paths.request(subscriber!.id));
  await desk.getByRole("button", { name: "Chấp nhận", exact: true }).click();
  await expect.poll(() => statusOf(subscriber!.id)).toBe("ACCEPTED");

  // She sends the bank's answer back with a reason.
  await desk.goto(paths.request(suspension!.id));
  await desk.getByRole("button", { name: "Yêu cầu trả lời lại", exact: true }).click();
  await desk.getByRole("dialog").getByLabel("Lý do").fill("Thiếu tên chủ tài khoản nhận tiền.");
  await desk.getByRole("dialog").getByRole("button", { name: "Gửi", exact: true }).click();
  await expect.poll(() => statusOf(suspension!.id)).toBe("IN_PROGRESS");

  // The case is initiated; a freeze of both accounts follows and takes the hold over.
  await initiate(commander, caseId);
  await desk.goto(paths.newRequest(caseId));
  await draftRequest(desk, "ACCOUNT_FREEZE", bank.name, 2);
  await expect.poll(async () => (await requestsOf(caseId)).length).toBe(3);
  const freeze = (await requestsOf(caseId))[2]!;
  await expect.poll(() => statusOf(freeze.id)).toBe("PENDING_SIGNATURE");
  await cards.goto(paths.signingCard(freeze.id));
  await signOpenCard(cards);
  await cards.getByRole("dialog").getByRole("button", { name: "Ký và gửi" }).click();
  await expect.poll(() => statusOf(freeze.id)).toBe("SENT");
  await queue.goto(paths.queueItem(freeze.id));
  await queue.getByLabel("Số tiền giữ lại").fill("45tr");
  await queue.getByLabel("Số biên bản").fill("12/BB-PT");
  await sendAnswer(queue);
  await expect.poll(() => statusOf(freeze.id)).toBe("PARTLY_ANSWERED");
  await queue.getByRole("radio", { name: "Khác" }).check();
  await queue.getByLabel("Kết quả khác").selectOption("NO_BALANCE");
  await sendAnswer(queue);
  await expect.poll(() => statusOf(freeze.id)).toBe("ANSWERED");

  // The auditor finds every step.
  const record = await as(await makePerson("auditor", police));
  await record.goto(paths.audit);
  await record.getByLabel("Mã vụ việc, yêu cầu").fill(suspension!.code);
  await record.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(record.getByText(suspension!.code).first()).toBeVisible();
  for (const step of ["Trình ký", "Ký và gửi", "Yêu cầu trả lời lại"]) {
    await expect(record.getByRole("rowheader", { name: step }).first()).toBeVisible();
  }

  // The province reads figures and no person.
  const page = await as(leader);
  await page.goto(paths.province);
  await expect(page.getByText(bank.name).first()).toBeVisible();
  const text = await page.locator("body").innerText();
  for (const secret of [first, second, "Trần Thị Truyện", "0987654321"]) expect(text).not.toContain(secret);
});
