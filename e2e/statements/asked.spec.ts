import AxeBuilder from "@axe-core/playwright";
import { addCaseTargets } from "@/lib/cases/commands";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";

const number = () => String(Math.floor(1e7 + Math.random() * 8e7));

test("sites, pages and numbers become requests with what they ask filled in from the text", async ({
  as,
}) => {
  const [{ investigator }, other] = [await setScene(), await setScene()];
  const phone = `098${number().slice(1)}`;
  await addCaseTargets(other.investigator, {
    key: randomUUID(),
    caseId: other.caseId,
    targets: [{ kind: "phone_number", value: phone }],
  });
  await asSystem((tx) =>
    tx.organisation.update({ where: { id: other.police.id }, data: { dutyPhone: "02033555113" } }),
  );
  const unit = await asSystem((tx) => tx.organisation.findUniqueOrThrow({ where: { id: other.police.id } }));
  const page = await as(investigator);
  await page.goto(paths.statement);
  await page
    .getByLabel("Nội dung trình báo")
    .fill(
      `Tôi tên là Trần Văn Thử. Số ${phone} và số +66 81 234 5678 gọi cho tôi. Trang facebook.com/hotro.vay.88 đăng ảnh giấy phép giả. Họ gửi link https://vay-nhanh-thu.io.vn/dang-ky bảo tôi điền.`,
    );
  await page.getByRole("button", { name: "Nhận diện" }).click();
  await expect(page.getByRole("heading", { name: "Tìm thấy" })).toBeVisible();
  await expect(
    page.getByText(`Trùng với vụ việc của đơn vị khác – gọi trực ban ${unit.shortName}, 02033555113`),
  ).toBeVisible();
  await page.getByLabel("Thủ đoạn").selectOption("PHISHING_LINK_SEEDING");
  const doubts = page.locator("[data-doubt]");
  for (let left = await doubts.count(); left > 0; left -= 1) {
    await doubts.first().getByRole("button").first().click();
    await expect(doubts).toHaveCount(left - 1);
  }
  const card = (receiver: string, kind: string) =>
    page.getByRole("article", { name: receiver }).filter({ hasText: kind });
  await expect(card("VNNIC", "tên miền").first()).toBeVisible();
  const takedown = page.getByRole("article", { name: "Facebook" }).filter({ hasText: "hotro.vay.88" }).last();
  await expect(takedown).toBeVisible();
  const said = page.getByLabel("Nội dung đã sao lại");
  await expect(said.first()).toHaveValue(/hotro\.vay\.88 đăng ảnh giấy phép giả/);
  for (const [name, width, scheme] of [
    ["desk", 1280, "light"],
    ["desk-dark", 1280, "dark"],
    ["phone", 360, "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    if (process.env.LACHAN_PICTURES)
      await page.screenshot({ path: `${process.env.LACHAN_PICTURES}/asked-${name}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("button", { name: /^Trình ký/ }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  const caseId = page.url().split("/").at(-1)!;
  const requests = await asSystem((tx) =>
    tx.request.findMany({ where: { caseId }, include: { items: true }, orderBy: { kindCode: "asc" } }),
  );
  expect([...new Set(requests.map(({ kindCode }) => kindCode))]).toEqual([
    "CONTENT_TAKEDOWN",
    "DOMAIN_OWNER",
    "DOMAIN_SUSPEND",
    "PLATFORM_USER_INFO",
  ]);
  const taken = requests.find(({ kindCode }) => kindCode === "CONTENT_TAKEDOWN")!;
  expect(taken.items[0]?.details).toMatchObject({
    snapshotText: expect.stringContaining("giấy phép giả") as unknown as string,
    capturedAt: expect.any(String) as unknown as string,
  });
  // The case page says it too.
  await page.goto(`${paths.case(caseId)}?tab=targets`);
  await expect(page.getByText(`gọi trực ban ${unit.shortName}`)).toBeVisible();
});
