import { asSystem } from "@/lib/db";
import type { Actor } from "@/lib/access/actor";
import { paths } from "@/lib/paths";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { sendMessage } from "@/lib/requests/thread/commands";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("a new urgent request appears within two seconds, without reloading, and is counted in the title", async ({
  as,
}) => {
  const scene = await setScene();
  const draft = await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" });
  const bank = await as(scene.liaison);
  const listening = bank.waitForResponse((response) => response.url().endsWith("/api/stream"));
  await bank.goto(paths.queue);
  await listening;
  await expect(bank.getByText("Không còn yêu cầu nào phải trả lời")).toBeVisible();
  const { requestId } = await issue(scene, draft);
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  await expect(bank.getByText(code.slice(-6), { exact: true })).toBeVisible({ timeout: 2_000 });
  await expect(bank).toHaveTitle(/^\(1\) /);
});

test("what is typed beside the list stays while a new order joins it, and only the list is read for it", async ({
  as,
}) => {
  const scene = await setScene();
  const open = await issue(scene, await makeDraft(scene));
  const draft = await makeDraft(scene);
  const bank = await as(scene.liaison);
  const listening = bank.waitForResponse((response) => response.url().endsWith("/api/stream"));
  await bank.goto(paths.queueItem(open.requestId));
  await listening;
  await bank.getByLabel("Số tiền giữ lại").fill("1.000.000");
  await expect(bank.getByText("Đã lưu")).toBeVisible();
  const read: string[] = [];
  bank.on("request", (request) => {
    if (request.url().includes("_rsc=")) read.push(request.url());
  });
  const alone = bank.waitForResponse((response) => response.url().includes(paths.queueReading));
  const { requestId } = await issue(scene, draft);
  expect((await alone).status()).toBe(200);
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  await expect(bank.getByText(code.slice(-6), { exact: true })).toBeVisible();
  await expect(bank.getByRole("navigation", { name: "Lọc nhanh" }).getByText("2").first()).toBeVisible();
  await expect(bank.getByLabel("Số tiền giữ lại")).toHaveValue("1.000.000");
  expect(read).toEqual([]);
});

test("a reading that the line cuts off leaves the screen and what is typed; what it was to bring comes when the line is back", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  const listening = bank.waitForResponse((response) => response.url().endsWith("/api/stream"));
  await bank.goto(paths.queueItem(requestId));
  await listening;
  await bank.getByLabel("Số tiền giữ lại").fill("1.000.000");
  let isCut = true;
  let cut = 0;
  await bank.route(/_rsc=/, (route) => {
    if (!isCut) return route.fallback();
    cut += 1;
    return route.abort("internetdisconnected");
  });
  const body = "Xin giữ trước 15 giờ.";
  await sendMessage(scene.investigator, {
    key: crypto.randomUUID(),
    requestId,
    internal: false,
    body,
    mentions: [],
    fileIds: [],
  });
  // Asked more than once: the page was not left at the first failure.
  await expect.poll(() => cut).toBeGreaterThan(1);
  await expect(bank.getByLabel("Số tiền giữ lại")).toHaveValue("1.000.000");
  // An act does not wait for the reading.
  await bank.getByRole("button", { name: /^Giữ đủ/ }).click();
  await bank.getByRole("button", { name: /^Gửi: giữ 50/ }).click();
  const answered = () => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  await expect.poll(async () => (await answered()).answeredCount).toBe(1);
  isCut = false;
  await expect(bank.getByText(body).first()).toBeVisible();
});

test("what moves in a queue is told to the desk that answers it, and to nobody else", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  const read = async (person: Actor) => {
    const answer = await (await as(person)).request.get(paths.queueReading);
    return [answer.status(), (await answer.text()).includes(code)];
  };
  for (const person of [scene.liaison, scene.manager]) expect(await read(person)).toEqual([200, true]);
  // Police are asked, too: whoever sent it has a queue of his own, and it is not in there.
  const foreign = await makePerson("liaison", await makeOrganisation("bank"));
  for (const person of [foreign, scene.investigator]) expect(await read(person)).toEqual([200, false]);
  const leader = await makePerson("leader", await makeOrganisation("peoples_committee"));
  const administrator = await makePerson("admin", scene.bank);
  for (const person of [leader, administrator]) expect(await read(person)).toEqual([404, false]);
});

test("a colleague sees who is answering, and who has taken it", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const [one, other] = [await as(scene.liaison), await as(scene.manager)];
  const listening = other.waitForResponse((response) => response.url().endsWith("/api/stream"));
  await other.goto(paths.queue);
  await listening;
  await one.goto(paths.queueItem(requestId));
  await one.getByLabel("Số tiền giữ lại").fill("1.000.000");
  await expect(other.getByText(/đang trả lời/)).toBeVisible();
  await one.getByRole("button", { name: /^Nhận/ }).last().click();
  await expect
    .poll(
      async () =>
        (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }))).assigneeId,
    )
    .toBe(scene.liaison.membershipId);
});

test("a stream ends within five seconds after its session was ended, and nobody without a session has one", async ({
  as,
  request,
}) => {
  expect((await request.get("/api/stream")).status()).toBe(401);
  const scene = await setScene();
  const bank = await as(scene.liaison);
  await bank.goto(paths.queue);
  const ended = bank.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const source = new EventSource("/api/stream");
        source.onerror = () => resolve(true);
      }),
  );
  await asSystem((tx) =>
    tx.session.updateMany({ where: { userId: scene.liaison.userId }, data: { endedAt: new Date() } }),
  );
  expect(await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve(false), 6_000))])).toBe(
    true,
  );
});

test("taking a request while the line is cut says so beside the button, and takes it at the next press", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const bank = await as(scene.liaison);
  await bank.goto(paths.queue);
  const claim = bank.getByRole("button", { name: /^Nhận / }).first();
  await expect(claim).toBeVisible();
  await bank.context().setOffline(true);
  await claim.click();
  await expect(bank.getByText("Chưa nhận được trả lời của hệ thống").first()).toBeVisible();
  await bank.context().setOffline(false);
  await claim.click();
  const statusOf = () =>
    asSystem(async (tx) => (await tx.request.findUniqueOrThrow({ where: { id: requestId } })).status);
  await expect.poll(statusOf).not.toBe("SENT");
});
