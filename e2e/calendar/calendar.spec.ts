import { asSystem } from "@/lib/db";
import { dayOf } from "@/lib/day";
import { paths } from "@/lib/paths";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

async function setAsked() {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  const answer = await asSystem((tx) =>
    tx.deadline.findFirstOrThrow({ where: { requestId, subject: "ANSWER", state: "running" } }),
  );
  return { ...scene, requestId, code, due: dayOf(answer.dueAt) };
}

test("a manager sees the month, opens a day by the keyboard and goes from there to the record", async ({
  as,
}) => {
  const { manager, code, requestId, due } = await setAsked();
  const page = await as(manager);
  await page.goto(paths.calendar(`at=${due}`));
  await expect(page.getByRole("heading", { level: 1, name: "Lịch đến hạn" })).toBeVisible();
  const day = page.locator(`[data-day="${due}"]`);
  await expect(day).toHaveAccessibleName(/việc đến hạn/);
  await day.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(day).not.toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(day).toBeFocused();
  await page.keyboard.press("Enter");
  const line = page.getByRole("listitem").filter({ hasText: code });
  await expect(line.getByText("Hạn trả lời")).toBeVisible();
  await pictures(page, "calendar-month", true);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(paths.calendar(`view=list&at=${due}`));
  await pictures(page, "calendar-list");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("listitem").filter({ hasText: code }).getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(requestId));
});

test("shows one's own work, only the kinds that are chosen, and says when there is nothing", async ({
  as,
}) => {
  const { commander, investigator, code, due } = await setAsked();
  const page = await as(investigator);
  await page.goto(paths.calendar(`view=list&at=${due}`));
  await expect(page.getByText(code).first()).toBeVisible();
  await page.getByRole("link", { name: "Hạn xem xét giải tỏa" }).click();
  await expect(page.getByText("Không có việc nào đến hạn").first()).toBeVisible();
  const leader = await as(commander);
  await leader.goto(paths.calendar(`view=list&at=${due}&who=own`));
  await expect(leader.getByText(code)).toHaveCount(0);
  await leader.getByRole("link", { name: "Cả đơn vị" }).click();
  await expect(leader.getByText(code).first()).toBeVisible();
});

test("gives a calendar program an address that ends when it is revoked", async ({ as, request }) => {
  const { liaison, code, manager } = await setAsked();
  const page = await as(liaison);
  await page.goto(paths.account);
  const team = page.getByRole("listitem").filter({ hasText: "Cả đơn vị" });
  await team.getByRole("button", { name: "Tạo địa chỉ" }).click();
  const address = await page.getByLabel("Địa chỉ lịch").inputValue();
  await pictures(page, "calendar-feed");
  const path = new URL(address).pathname;
  const fetched = await request.get(path);
  expect(fetched.status()).toBe(200);
  expect(fetched.headers()["content-type"]).toContain("text/calendar");
  expect(fetched.headers()["cache-control"]).toContain("no-store");
  expect(fetched.headers()["x-content-type-options"]).toBe("nosniff");
  const text = await fetched.text();
  expect(text).toContain(code);
  expect(text).not.toContain(manager.name);
  expect((await request.get(path)).status()).toBe(429);
  await page.reload();
  await expect(page.getByLabel("Địa chỉ lịch")).toHaveCount(0);
  await team.getByRole("button", { name: "Thu hồi" }).click();
  await expect(page.getByText("Đã thu hồi địa chỉ")).toBeVisible();
  const [ended, unknown] = [
    await request.get(path),
    await request.get(`/calendar/feed/${"A".repeat(43)}.ics`),
  ];
  expect([ended.status(), unknown.status()]).toEqual([404, 404]);
  expect(await ended.text()).toBe(await unknown.text());
});
