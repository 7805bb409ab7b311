import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

/** Five cases in which 100 million each were lost: the fewest whose money is shown outside the police. */
const setFiveScenes = (provinceCode: string) =>
  Promise.all(Array.from({ length: 5 }, () => setScene({ provinceCode })));
/** A province of its own for each run, so that figures count nothing but this test. */
const newProvince = () => `p${randomUUID().slice(0, 6)}`;
const leaderOf = async (provinceCode: string) =>
  makePerson("leader", await makeOrganisation("peoples_committee", { provinceCode }));

test("the leader reads the province on one screen and reaches what is behind a red number in two clicks", async ({
  as,
}) => {
  const provinceCode = newProvince();
  const [scene] = (await setFiveScenes(provinceCode)) as [Scene];
  const { requestId } = await issue(scene, await makeDraft(scene));
  await asSystem((tx) =>
    tx.deadline.updateMany({
      where: { requestId, subject: "ANSWER" },
      data: { dueAt: new Date(Date.now() - 90 * 60_000) },
    }),
  );
  const page = await as(await leaderOf(provinceCode));
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto("/province?period=month");
  const money = page.getByRole("region", { name: "Tiền trong kỳ" });
  await expect(money).toContainText("0,500"); // what was asked for is one case's
  await expect(money).not.toContainText("0,100");
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
  await page.getByRole("link", { name: `1 quá hạn của ${scene.bank.name}: xem chi tiết` }).click();
  await expect(page.getByRole("heading", { level: 1, name: scene.bank.name })).toBeVisible();
  await expect(page.getByRole("row", { name: /Tạm dừng giao dịch/ })).toContainText("1 giờ 30");
  await page.getByRole("link", { name: "Về tổng quan" }).click();
  await expect(page).toHaveURL(/period=month/);
});

test("the page holds no person, and a restricted case is not in any figure", async ({ as }) => {
  const provinceCode = newProvince();
  await setFiveScenes(provinceCode);
  await setScene({ provinceCode, restricted: true });
  const page = await as(await leaderOf(provinceCode));
  await page.goto("/province");
  await expect(page.getByRole("region", { name: "Tiền trong kỳ" })).toContainText("0,500");
  const body = await page.locator("body").innerHTML();
  for (const secret of ["Trần Thị Minh Họa", "NGUYEN VAN DUC", "0987", "VV-"])
    expect(body).not.toContain(secret);
});

test("money of fewer than five cases is a word for the leader and a figure for the police", async ({
  as,
}) => {
  const provinceCode = newProvince();
  const scene = await setScene({ provinceCode });
  await issue(scene, await makeDraft(scene));
  const leader = await as(await leaderOf(provinceCode));
  const police = await as(scene.commander);
  for (const page of [leader, police]) await page.goto("/province?period=today");
  // A day on its own is offered to the police alone.
  await expect(leader.getByRole("heading", { level: 1 })).toContainText("Tuần");
  await expect(police.getByRole("heading", { level: 1 })).toContainText("Hôm nay");
  await expect(leader.getByRole("link", { name: "Hôm nay" })).toHaveCount(0);
  const [withheld, shown] = [leader, police].map((page) =>
    page.getByRole("region", { name: "Tiền trong kỳ" }),
  );
  await expect(withheld!).toContainText("đã che");
  await expect(withheld!).not.toContainText("tỷ ₫");
  await expect(leader.getByRole("row", { name: /Tỷ lệ giữ được/ })).toContainText("không so sánh: đã che");
  await expect(shown!).toContainText("0,100");
  await expect(shown!).not.toContainText("đã che");
});

test("the map has its outlines from a file that the policy lets in, and names the archipelagos", async ({
  as,
}) => {
  const page = await as(await leaderOf(newProvince()));
  await page.goto("/province");
  const map = page.getByRole("img", { name: /Bản đồ 34 tỉnh, thành phố/ });
  for (const name of ["QĐ. Hoàng Sa", "QĐ. Trường Sa"])
    await expect(map.getByText(name, { exact: true })).toBeVisible();
  const drawn = () =>
    map.locator("use").evaluateAll((uses) => uses.map((use) => (use as SVGUseElement).getBBox().width > 0));
  await expect.poll(drawn).toEqual(Array.from({ length: 36 }, () => true)); // 34 provinces and two archipelagos
  await expect(map.locator("use").filter({ hasText: /^Hà Nội: / })).toHaveCount(1);
});

test("a period is chosen in the address, and days typed by hand", async ({ as }) => {
  const page = await as(await leaderOf(newProvince()));
  await page.goto("/province");
  await page.getByRole("link", { name: "Tháng" }).click();
  await expect(page).toHaveURL(/period=month/);
  await page.getByText("Chọn ngày").click();
  await page.getByLabel("Từ ngày").fill("01/10/2026");
  await page.getByLabel("Đến ngày").fill("15/10/2026");
  await page.getByRole("button", { name: "Xem" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("28/09 – 18/10/2026"); // whole weeks
});

test("days that are too few come back as they were typed, with what is wrong beside them; the police may choose one", async ({
  as,
}) => {
  const provinceCode = newProvince();
  const scene = await setScene({ provinceCode });
  const page = await as(await leaderOf(provinceCode));
  await page.goto("/province?period=custom&from=20/10/2026&to=20/10/2026");
  await expect(page.getByLabel("Từ ngày")).toHaveValue("20/10/2026");
  const until = page.getByLabel("Đến ngày");
  await expect(until).toHaveValue("20/10/2026");
  await expect(until).toHaveAccessibleDescription(/Chọn kỳ có ít nhất 7 ngày/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tuần");
  await until.fill("26/10/2026");
  await page.getByRole("button", { name: "Xem" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("19/10 – 01/11/2026");
  const police = await as(scene.commander);
  await police.goto("/province?period=custom&from=20/10/2026&to=20/10/2026");
  await expect(police.getByRole("heading", { level: 1 })).toContainText("20/10/2026");
});

test("days that cannot be read, are turned round or yet to come say so at their field", async ({ as }) => {
  const page = await as(await leaderOf(newProvince()));
  const [from, until] = [page.getByLabel("Từ ngày"), page.getByLabel("Đến ngày")];
  await page.goto("/province?period=custom&from=abc&to=31/02/2026");
  await expect(from).toHaveValue("abc");
  await expect(from).toHaveAccessibleDescription(/Ngày chưa đúng/);
  await expect(until).toHaveAccessibleDescription(/Ngày chưa đúng/);
  await page.goto("/province?period=custom&from=20/10/2026&to=01/10/2026");
  await expect(until).toHaveAccessibleDescription(/trước ngày bắt đầu/);
  await page.goto("/province?period=custom&from=01/01/2100&to=10/01/2100");
  await expect(from).toHaveAccessibleDescription(/chưa đến/);
});

test("a sheet of figures says whose they are and how they are made; nothing to click is printed", async ({
  as,
}) => {
  const page = await as(await leaderOf(newProvince()));
  await page.goto("/province");
  await page.getByText("Cách tính").first().click();
  await expect(page.getByText("Tổng thiệt hại của các vụ mở trong kỳ").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-head")).toContainText("Lá Chắn");
  await expect(page.locator(".print-head")).toContainText(/Kỳ \d+ ngày/);
  await expect(page.getByRole("navigation", { name: "Kỳ số liệu" })).toBeHidden();
  await expect(page.locator(".print-only")).toContainText("Tổng thiệt hại của các vụ mở trong kỳ");
});

test("who answers or works on cases finds no such page", async ({ as }) => {
  const scene = await setScene({ provinceCode: newProvince() });
  for (const person of [scene.liaison, scene.investigator]) {
    const page = await as(person);
    expect((await page.goto("/province"))?.status()).toBe(404);
    expect((await page.goto(`/province/organisations/${scene.bank.id}`))?.status()).toBe(404);
  }
});
