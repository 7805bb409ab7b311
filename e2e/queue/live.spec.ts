import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
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
