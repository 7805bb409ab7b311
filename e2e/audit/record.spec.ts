import { record } from "@/lib/audit/record";
import { asSystem } from "@/lib/db";
import { termHash } from "@/lib/search/term-hash";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("an auditor follows a request by its code, reads one event and verifies the chain", async ({ as }) => {
  const scene = await setScene({ provinceCode: "R1" });
  const { requestId } = await issue(scene, await makeDraft(scene));
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  const page = await as(
    await makePerson("auditor", await makeOrganisation("police", { provinceCode: "R1" })),
  );
  await page.goto("/audit");
  await page.getByLabel("Mã vụ việc, yêu cầu").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`code=${code}`, "i"));
  await expect(page.getByRole("row")).toHaveCount(4);
  await expect(page.getByLabel("Mã vụ việc, yêu cầu")).toHaveCount(1); // the filters stand there once
  await page
    .getByRole("row", { name: new RegExp(scene.commander.name) })
    .getByRole("link")
    .click();
  await expect(page.getByText("Mã băm liền trước")).toBeVisible();
  await page.getByRole("link", { name: "Về nhật ký" }).click();
  await page.getByRole("button", { name: "Kiểm tra chuỗi" }).click();
  await expect(page.getByText("Nhật ký nguyên vẹn.")).toBeVisible();
});

test("a person is found without accents and stands in the address by id alone", async ({ as }) => {
  const scene = await setScene({ provinceCode: "R2" });
  await issue(scene, await makeDraft(scene));
  const page = await as(
    await makePerson("auditor", await makeOrganisation("police", { provinceCode: "R2" })),
  );
  await page.goto("/audit");
  await page.getByLabel("Người thực hiện").fill(scene.commander.name.replace("Người", "nguoi"));
  await expect(page.getByRole("option", { name: new RegExp(scene.commander.name) })).toBeVisible();
  await page.getByLabel("Người thực hiện").press("ArrowDown");
  await page.getByLabel("Người thực hiện").press("Enter");
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`actor=${scene.commander.userId}`));
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("an answer that comes late offers nobody for what stands there now, and a cut line is no nobody", async ({
  as,
}) => {
  const scene = await setScene({ provinceCode: "R6" });
  await issue(scene, await makeDraft(scene));
  const page = await as(
    await makePerson("auditor", await makeOrganisation("police", { provinceCode: "R6" })),
  );
  await page.goto("/audit");
  const actor = page.getByLabel("Người thực hiện");
  const commander = page.getByRole("option", { name: new RegExp(scene.commander.name) });
  let release = () => {};
  const held = new Promise<void>((go) => (release = go));
  let asked = 0;
  await page.route(/\/audit$/, async (route) => {
    if (route.request().method() === "POST" && ++asked === 1) await held;
    await route.fallback();
  });
  await actor.fill(scene.commander.name);
  await expect.poll(() => asked).toBe(1);
  await actor.fill("zzzz");
  release();
  await expect(page.getByText("Không tìm thấy ai")).toBeVisible();
  await expect(commander).toHaveCount(0);
  await page.context().setOffline(true);
  await actor.fill(scene.commander.name);
  await expect(page.getByText(/Chưa tìm được/)).toBeVisible();
  await expect(page.getByText("Không tìm thấy ai")).toHaveCount(0);
  await page.context().setOffline(false);
  await actor.fill(scene.commander.name.slice(0, -1));
  await expect(commander).toBeVisible();
});

test("who looked an account up is found by what he typed, which stands in no address", async ({ as }) => {
  const scene = await setScene({ provinceCode: "R5" });
  const account = "1088 7420 5561";
  await asSystem((tx) =>
    record(tx, scene.investigator, {
      type: "lookup.performed",
      subjectType: "lookup",
      changes: { purpose: "case_work", term: termHash(account), found: 0 },
    }),
  );
  const page = await as(
    await makePerson("auditor", await makeOrganisation("police", { provinceCode: "R5" })),
  );
  await page.goto("/audit");
  await page.getByLabel("Đã được tra cứu").fill(account.replaceAll(" ", ""));
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page).toHaveURL(/term=[\w-]{40,}/);
  expect(page.url()).not.toContain("1088");
  await expect(page.getByRole("row", { name: new RegExp(scene.investigator.name) })).toHaveCount(1);
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Bỏ từ khóa này" }).click();
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page.getByRole("row", { name: /tìm các lượt tra cứu/i })).toHaveCount(1);
});

test("a filter that cannot be read says so at its field and loses nothing", async ({ as }) => {
  const scene = await setScene({ provinceCode: "R4" });
  const { requestId } = await issue(scene, await makeDraft(scene));
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  const page = await as(
    await makePerson("auditor", await makeOrganisation("police", { provinceCode: "R4" })),
  );
  await page.goto("/audit?code=abc&from=99/99");
  await expect(page.getByText("Chưa đọc được mã.")).toBeVisible();
  await expect(page.getByText("Ngày chưa đúng hoặc quá xa")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(0);
  await page.getByLabel("Từ ngày").fill("02/03/2026");
  await page.getByLabel("Đến ngày").fill("01/03/2026");
  await page.getByLabel("Mã vụ việc, yêu cầu").fill(code.slice(-6));
  await page.getByLabel("Người thực hiện").fill("Không chọn ai");
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page.getByText("Ngày này trước ngày bắt đầu.")).toBeVisible();
  await expect(page.getByText("Chọn một người trong danh sách hiện ra")).toBeVisible();
  await page.getByLabel("Người thực hiện").fill("");
  await page.getByLabel("Từ ngày").fill("");
  await page.getByLabel("Đến ngày").fill("");
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page.getByRole("cell", { name: code }).first()).toBeVisible();
});

test("nobody else finds the record", async ({ as }) => {
  const scene = await setScene({ provinceCode: "R3" });
  const event = await asSystem((tx) => tx.event.findFirstOrThrow({ where: { caseId: scene.caseId } }));
  for (const person of [scene.commander, scene.liaison, await makePerson("leader", scene.police)]) {
    const page = await as(person);
    expect((await page.goto("/audit"))?.status()).toBe(404);
    expect((await page.goto(`/audit/${event.id}`))?.status()).toBe(404);
  }
});
