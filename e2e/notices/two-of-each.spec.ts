import { type ChildProcess, spawn } from "node:child_process";
import { saveDraft } from "@/lib/drafts/commands";
import { readDraft } from "@/lib/drafts/queries";
import { asSystem, readAsSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { WebProcess } from "../support/server";

const second = new WebProcess(Number(process.env.E2E_PORT ?? 3200) + 1);
let worker: ChildProcess | undefined;
const workers = async () =>
  Number(
    (
      await readAsSystem<{ count: string }>({
        name: "workers-alive",
        text: "select count(*) from worker_process where seen_at > clock_timestamp() - interval '30 seconds'",
        values: [],
      })
    )[0]!.count,
  );
test.beforeAll(async () => {
  const { DATABASE_URL: _owner, ...env } = process.env;
  worker = spawn(process.execPath, ["--import", "tsx", "worker/run.ts"], {
    env: { ...env, NODE_ENV: "production", LOG_LEVEL: "warn" } as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
  await second.start();
  await expect.poll(workers, { timeout: 30_000 }).toBe(2);
});
test.afterAll(async () => {
  worker?.kill("SIGTERM");
  await second.kill();
});

test("with two web and two worker processes everybody is told once, on a screen of either", async ({ as }) => {
  const scene = await setScene();
  const [one, other] = [await as(scene.liaison), await as(scene.colleague)];
  // The same session holds at the other process: it lies in the database.
  await other.goto(`${second.origin}${paths.account}`);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Tài khoản và phiên làm việc");
  await one.goto(paths.account);
  for (let round = 1; round <= 5; round += 1) {
    await issue(scene, await makeDraft(scene));
    for (const page of [one, other])
      await expect(
        page.getByRole("link", { name: `Thông báo, ${round} chưa đọc`, exact: true }),
      ).toBeVisible();
  }
  const told = await asSystem((tx) =>
    tx.notification.findMany({
      where: { orgId: scene.bank.id, kind: "request.received" },
      select: { membershipId: true, requestId: true },
    }),
  );
  const each = told.map(({ membershipId, requestId }) => `${membershipId} ${requestId}`);
  expect(new Set(each).size).toBe(each.length);
  expect(each).toHaveLength(3 * 5);
});

test("a draft that was begun at one process goes on at the other", async ({ as }) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(paths.newCase);
  await page.getByLabel("Tên vụ việc").fill("Giả danh nhân viên điện lực");
  await expect.poll(() => readDraft(scene.investigator, "case:new").then(Boolean), { timeout: 20_000 }).toBe(true);
  await page.goto(`${second.origin}${paths.newCase}`);
  await expect(page.getByLabel("Tên vụ việc")).toHaveValue("Giả danh nhân viên điện lực");
});
