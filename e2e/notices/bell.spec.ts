import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { sendMessage } from "@/lib/requests/thread/commands";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const bell = (unread: number) => (unread === 0 ? "Thông báo" : `Thông báo, ${unread} chưa đọc`);
const write = (scene: Scene, requestId: string) =>
  sendMessage(scene.investigator, {
    key: crypto.randomUUID(),
    requestId,
    internal: false,
    body: "Xin trả lời trong ngày.",
    mentions: [],
    fileIds: [],
  });

test("what happens rings on two open screens at once, whatever page is open, and only for whom it is meant", async ({
  as,
}) => {
  const scene = await setScene();
  const draft = await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" });
  const [one, other, police] = [
    await as(scene.liaison),
    await as(scene.colleague),
    await as(scene.investigator),
  ];
  const listening = [one, other, police].map((page) =>
    page.waitForResponse((response) => response.url().endsWith("/api/stream")),
  );
  await one.goto(paths.account);
  await other.goto(paths.notices);
  await police.goto(paths.account);
  await Promise.all(listening);
  await expect(other.getByText("Không có thông báo chưa đọc")).toBeVisible();
  await issue(scene, draft);
  await expect(one.getByRole("link", { name: bell(1), exact: true })).toBeVisible();
  await expect(other.getByRole("link", { name: bell(1), exact: true })).toBeVisible();
  await expect(other.getByRole("link", { name: "Yêu cầu mới nhận" })).toBeVisible();
  await expect(one).toHaveTitle(/^\(1\) /);
  await expect(police.getByRole("link", { name: bell(0), exact: true })).toBeVisible();

  // Read on one's own screen, it leaves one's own bell alone.
  await other.getByRole("button", { name: /^Đánh dấu đã đọc: / }).click();
  await expect(other.getByRole("link", { name: bell(0), exact: true })).toBeVisible();
  await expect(other.getByText("Không có thông báo chưa đọc")).toBeVisible();
  await expect(one.getByRole("link", { name: bell(1), exact: true })).toBeVisible();
});

test("opening the record reads what one was told of it, on every screen of that person", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const [one, second] = [await as(scene.liaison), await as(scene.liaison)];
  await second.goto(paths.account);
  await write(scene, requestId);
  await expect(second.getByRole("link", { name: /chưa đọc$/ })).toBeVisible();
  await one.goto(paths.request(requestId));
  await expect(one.getByRole("link", { name: bell(0), exact: true })).toBeVisible();
  await expect(second.getByRole("link", { name: bell(0), exact: true })).toBeVisible();
});

test("the bell is right again after the line was lost", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const desk = await as(scene.liaison);
  await desk.goto(paths.request(requestId));
  await expect(desk.getByRole("link", { name: bell(0), exact: true })).toBeVisible();
  await desk.goto(paths.account);
  await desk.context().setOffline(true);
  await write(scene, requestId);
  const told = () =>
    asSystem((tx) => tx.notification.count({ where: { requestId, kind: "request.message" } }));
  await expect.poll(told).toBe(1);
  await desk.context().setOffline(false);
  await expect(desk.getByRole("link", { name: bell(1), exact: true })).toBeVisible({ timeout: 20_000 });
});

test("one puts off what can wait, filters, and reads all", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "emergency" }));
  await write(scene, requestId);
  await write(scene, requestId);
  const mine = () =>
    asSystem((tx) => tx.notification.count({ where: { membershipId: scene.liaison.membershipId } }));
  await expect.poll(mine).toBe(4);
  const desk = await as(scene.liaison);
  await desk.goto(paths.notices);
  // Three of one request are one line, the newest first, and the others behind a press.
  const line = desk.getByRole("listitem").filter({ hasText: "Trao đổi mới" });
  await expect(line).toHaveCount(1);
  await expect(line.getByText("Yêu cầu mới nhận")).toBeHidden();
  await line.getByText("và 2 tin khác").click();
  await expect(line.getByText("Yêu cầu mới nhận")).toBeVisible();
  await pictures(desk, "notices", true);
  await desk.goto(paths.notices);

  const snooze = desk.getByRole("button", { name: /^Tạm hoãn: Trao đổi mới/ }).first();
  await snooze.focus();
  await desk.keyboard.press("Enter");
  await pictures(desk, "notices-snooze");
  await desk.getByRole("button", { name: "Một giờ nữa" }).click();
  await expect(desk.getByText(/^Sẽ nhắc lại lúc/)).toBeVisible();
  await expect(desk.getByRole("link", { name: bell(1), exact: true })).toBeVisible();
  await desk.getByRole("link", { name: "Đang tạm hoãn" }).click();
  await expect(desk.getByText("Nhắc lại lúc")).toHaveCount(1);

  await desk.goto(paths.notices);
  await desk.getByLabel("Loại").selectOption("talk");
  await desk.getByRole("button", { name: "Lọc" }).click();
  // Put off with its whole line.
  await expect(desk.getByText("Không có thông báo nào hợp với bộ lọc")).toBeVisible();
  await desk.getByRole("link", { name: "Bỏ lọc" }).click();
  await desk.getByRole("button", { name: "Đánh dấu đã đọc tất cả" }).click();
  await expect(desk.getByText("Không có thông báo chưa đọc")).toBeVisible();
  await expect(desk.getByRole("link", { name: bell(0), exact: true })).toBeVisible();
  await pictures(desk, "notices-empty");
});

test("one chooses how to be told, sees what tonight would bring, and finds it kept", async ({ as }) => {
  const scene = await setScene();
  const desk = await as(scene.liaison);
  await desk.goto(paths.account);
  await desk.getByRole("link", { name: "Chọn cách nhận" }).click();
  const preview = desk.locator(".card").filter({ hasText: "23:00 đêm nay" });
  await expect(preview.getByText("nằm trong thư gộp kế tiếp")).toBeVisible();
  await expect(preview.getByText("thư gửi ngay")).toBeVisible();
  await desk.getByLabel("Thư điện tử: Yêu cầu mới nhận").selectOption("now");
  await desk.getByLabel("Không làm phiền vào giờ yên tĩnh").check();
  await expect(preview.getByText("thư gửi lúc 06:00")).toBeVisible();
  await desk.getByRole("button", { name: "Lưu lựa chọn" }).click();
  await expect(desk.getByText("Đã lưu cách nhận thông báo.")).toBeVisible();
  await desk.reload();
  await expect(desk.getByLabel("Thư điện tử: Yêu cầu mới nhận")).toHaveValue("now");
  await expect(desk.getByLabel("Không làm phiền vào giờ yên tĩnh")).toBeChecked();
  await pictures(desk, "notice-preferences", true);
  // Without a day no hours begin: said, and nothing is sent.
  for (const day of ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"])
    await desk.getByLabel(day, { exact: true }).uncheck();
  await desk.getByRole("button", { name: "Lưu lựa chọn" }).click();
  await expect(desk.getByText("Chọn ít nhất một ngày.")).toBeVisible();
});

test("all pages of one browser hear over one stream, and the next takes over when its page closes", async ({
  as,
}) => {
  const scene = await setScene();
  const first = await as(scene.liaison);
  const asked: string[] = [];
  first.context().on("request", (request) => {
    if (request.url().endsWith("/api/stream")) asked.push(request.url());
  });
  await first.goto(paths.account);
  await expect.poll(() => asked.length).toBe(1);
  const second = await first.context().newPage();
  await second.goto(paths.notices);
  await expect(second.getByText("Không có thông báo chưa đọc")).toBeVisible();
  await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" }));
  await expect(second.getByRole("link", { name: bell(1), exact: true })).toBeVisible();
  await expect(first.getByRole("link", { name: bell(1), exact: true })).toBeVisible();
  expect(asked).toHaveLength(1);

  await first.close();
  await expect.poll(() => asked.length).toBe(2);
  await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" }));
  await expect(second.getByRole("link", { name: bell(2), exact: true })).toBeVisible();
});
