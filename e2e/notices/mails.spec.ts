import { hashPassword } from "@/lib/access/passwords";
import type { Actor } from "@/lib/access/actor";
import { currentCode, newTotpSecret } from "@/lib/access/totp";
import { asSystem, statement } from "@/lib/db";
import { paths } from "@/lib/paths";
import { sendMessage } from "@/lib/requests/thread/commands";
import { issue, makeAcknowledged, makeDraft, report, setScene } from "@/prisma/factories/scene";
import { enrol } from "@/prisma/factories/sign-in";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

/** Where the run's mail server keeps what the worker sent. */
const catcher = process.env.E2E_MAILS ?? "";
type Mail = { id: string; to: string; subject: string; text: string };

const rowOf = ({ userId }: Actor) => asSystem((tx) => tx.user.findUniqueOrThrow({ where: { id: userId } }));
async function mailsOf(person: Actor): Promise<Mail[]> {
  const { email } = await rowOf(person);
  const all = (await (await fetch(`${catcher}/mails.json`)).json()) as Mail[];
  return all.filter(({ to }) => to === email);
}
const subjectsOf = async (person: Actor) => (await mailsOf(person)).map(({ subject }) => subject);
const codeOf = async (requestId: string) =>
  (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }))).code;

/** Everything that this request says to anybody has been told, and every mail of it has arrived or was never planned. */
async function allIsSent(requestId: string): Promise<void> {
  const waiting = () =>
    asSystem(async (tx) => [
      await tx.outbox.count({ where: { requestId, processedAt: null } }),
      await tx.delivery.count({ where: { requestId, channel: "email", state: { not: "sent" } } }),
    ]);
  await expect.poll(waiting, { timeout: 30_000 }).toEqual([0, 0]);
}

test("an urgent request is mailed to its desk with number and link alone, and the link leads through the door to the request", async ({
  page,
}) => {
  const scene = await setScene();
  const [password, secret] = ["mưa rào trên mái ngói 38", newTotpSecret()];
  await enrol(scene.liaison.userId, await hashPassword(password), secret);
  const { requestId } = await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" }));
  const code = await codeOf(requestId);
  await allIsSent(requestId);
  expect(await subjectsOf(scene.liaison)).toEqual([`[Lá Chắn] Yêu cầu mới nhận: ${code}`]);
  const [mail] = await mailsOf(scene.liaison);
  const html = await (await fetch(`${catcher}/mails/${mail!.id}/html`)).text();
  const told = asSystem((tx) => tx.requestItem.findMany({ where: { requestId } }));
  const { title, summary, victims, payments } = report(scene.bank.id);
  const personal = [
    ...(await told).flatMap(({ value, display, holderName }) => [value, display, holderName]),
    ...victims.flatMap(({ fullName, phone }) => [fullName, phone]),
    ...payments.map(({ toName }) => toName),
    ...[scene.liaison, scene.investigator, scene.commander].map(({ name }) => name),
    ...[title, summary, scene.police.name, "50000000", "50.000.000"],
  ].filter((one) => one !== null);
  for (const one of personal) expect(mail!.subject + mail!.text + html).not.toContain(one);
  // Besides the number, the link and the addresses no digits are left that could be somebody's.
  const rest = mail!.text.replaceAll(code, "").replaceAll(/https?:\/\/\S+/g, "");
  expect(rest.match(/\d{3,}/)).toBeNull();

  const { email } = await rowOf(scene.liaison);
  await page.goto(catcher);
  await page.getByRole("listitem").filter({ hasText: email }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(code);
  await pictures(page, "mail");
  const [portal] = await Promise.all([
    page.waitForEvent("popup"),
    page.frameLocator("iframe").getByRole("link", { name: code }).click(),
  ]);
  await expect(portal).toHaveURL(/\/sign-in\?to=/);
  // What is typed before the door's script runs is not kept.
  await expect(portal.getByRole("button", { name: "Tiếp tục" })).toBeEnabled();
  await portal.getByLabel("Tài khoản công vụ").fill(email);
  await portal.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await portal.getByRole("button", { name: "Tiếp tục" }).click();
  await portal.getByLabel("Mã 6 số").fill(currentCode(secret));
  await portal.getByRole("button", { name: "Vào Cổng" }).click();
  await expect(portal).toHaveURL(new RegExp(`${paths.request(requestId)}$`));
  await expect(portal.getByText(code).first()).toBeVisible();
});

test("who turned the mails of a kind off gets none of it, while a colleague gets his", async ({ as }) => {
  const scene = await setScene();
  const desk = await as(scene.colleague);
  await desk.goto(paths.noticePreferences);
  await desk.getByLabel("Thư điện tử: Yêu cầu mới nhận").selectOption("never");
  await desk.getByRole("button", { name: "Lưu lựa chọn" }).click();
  await expect(desk.getByText("Đã lưu cách nhận thông báo.")).toBeVisible();
  const { requestId } = await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" }));
  await allIsSent(requestId);
  expect(await subjectsOf(scene.liaison)).toEqual([`[Lá Chắn] Yêu cầu mới nhận: ${await codeOf(requestId)}`]);
  expect(await subjectsOf(scene.colleague)).toEqual([]);
  // The portal itself tells him all the same.
  await desk.goto(paths.notices);
  await expect(desk.getByRole("link", { name: "Yêu cầu mới nhận" })).toBeVisible();
});

test("what can wait comes in one collected mail, with links, and without what was read before it left", async ({
  as,
}) => {
  const scene = await setScene();
  const [first, second] = [await makeAcknowledged(scene), await makeAcknowledged(scene)];
  const write = (requestId: string) =>
    sendMessage(scene.investigator, {
      key: crypto.randomUUID(),
      requestId,
      internal: false,
      body: "Xin trả lời trong ngày.",
      mentions: [],
      fileIds: [],
    });
  for (const { requestId } of [first, first, second]) await write(requestId);
  for (const { requestId } of [first, second]) await allIsSent(requestId);
  // Both orders came urgently and were mailed at once; the talk about them waits.
  const urgent = (await subjectsOf(scene.liaison)).length;
  expect(urgent).toBe(2);
  const desk = await as(scene.liaison);
  await desk.goto(paths.request(second.requestId));
  const unread = () =>
    asSystem((tx) =>
      tx.notification.count({
        where: { membershipId: scene.liaison.membershipId, requestId: second.requestId, readAt: null },
      }),
    );
  await expect.poll(unread).toBe(0);
  // The worker's own task, which its timetable runs at 07:30 and 16:30.
  await asSystem((tx) => statement(tx, "select graphile_worker.add_job('plan-digests')", []));
  await expect.poll(async () => (await mailsOf(scene.liaison)).length, { timeout: 30_000 }).toBe(urgent + 1);
  const [digest] = await mailsOf(scene.liaison);
  expect(digest!.subject).toBe("[Lá Chắn] 2 thông báo chưa đọc");
  expect(digest!.text).toContain("Trao đổi mới trong yêu cầu: 2");
  expect(digest!.text).toContain(`${await codeOf(first.requestId)}: `);
  expect(digest!.text).toContain(paths.request(first.requestId));
  expect(digest!.text).not.toContain(paths.request(second.requestId));
  expect(digest!.text).not.toContain("Xin trả lời trong ngày.");
});
