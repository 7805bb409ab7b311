import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { makeAcknowledged, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("who saves one draft in two windows reads that it was himself, and what differs; what was typed stays", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await makeDraft(scene);
  const page = await as(scene.investigator);
  const other = await page.context().newPage();
  for (const each of [page, other]) await each.goto(paths.editRequest(requestId));
  const grounds = (each: typeof page) => each.getByLabel("Căn cứ thực tế", { exact: true });
  await expect(page.getByText(/Đã có yêu cầu/)).toHaveCount(0);
  const mine = "Căn cứ viết ở cửa sổ thứ nhất, cần giữ lại.";
  await grounds(page).fill(mine);
  await grounds(other).fill("Căn cứ viết ở cửa sổ thứ hai, lưu trước.");
  await other.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(other).toHaveURL(paths.request(requestId));
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Bạn đã lưu bản khác ở cửa sổ khác của mình");
  await expect(dialog.getByRole("row", { name: /Căn cứ thực tế/ })).toContainText("lưu trước");
  await pictures(page, "draft-conflict");
  await dialog.getByRole("button", { name: "Giữ bản của tôi" }).click();
  await expect(page).toHaveURL(paths.request(requestId));
  const stored = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  expect(stored.grounds).toBe(mine);
});

test("who handed a draft in from another window reads that, and takes a copy of what he typed", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await makeDraft(scene);
  const page = await as(scene.investigator);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const other = await page.context().newPage();
  for (const each of [page, other]) await each.goto(paths.editRequest(requestId));
  const mine = "Căn cứ viết ở cửa sổ thứ nhất, cần giữ lại.";
  await page.getByLabel("Căn cứ thực tế", { exact: true }).fill(mine);
  await other.getByRole("button", { name: "Trình ký" }).click();
  await expect(other).toHaveURL(paths.request(requestId));
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  const dialog = page.getByRole("dialog", { name: "Bạn đã trình yêu cầu này ở cửa sổ khác" });
  await pictures(page, "draft-handed-in");
  await dialog.getByRole("button", { name: "Sao chép nội dung đã nhập" }).click();
  await expect(page.getByText("Đã sao chép nội dung bạn nhập.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(mine);
  await dialog.getByRole("button", { name: "Đóng", exact: true }).last().click();
  await expect(page.getByLabel("Căn cứ thực tế", { exact: true })).toHaveValue(mine);
});

test("a request begun from a phone is for the operator of its prefix, and names nothing of the bank's", async ({
  as,
}) => {
  const scene = await setScene();
  const target = await asSystem((tx) =>
    tx.target.findFirstOrThrow({ where: { caseId: scene.caseId, kind: "phone_number" } }),
  );
  const page = await as(scene.investigator);
  await page.goto(`${paths.newRequest(scene.caseId)}?target=${target.id}`);
  const addressee = page.getByLabel("Nơi nhận", { exact: true });
  await expect(addressee.locator("option:checked")).toHaveText("Viettel");
  await expect(page.getByText(/Theo đầu số/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Chọn ${target.display}` })).toBeChecked();
  await pictures(page, "draft-phone", true);
});

test("the dialog of new targets says what each button does, and names a keeper of an address once", async ({
  as,
}) => {
  const scene = await setScene();
  const page = await as(scene.investigator);
  await page.goto(`${paths.case(scene.caseId)}?tab=targets`);
  await page.getByRole("button", { name: "Thêm đối tượng" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Thêm đối tượng" })).toHaveCount(0);
  await dialog.getByLabel("Loại").selectOption("ip_address");
  const names = await dialog.getByLabel("Nhà mạng, nền tảng").locator("option").allTextContents();
  for (const name of ["Viettel", "VNPT"]) expect(names.filter((each) => each === name)).toHaveLength(1);
  await dialog.getByRole("button", { name: "Thêm dòng" }).click();
  await pictures(page, "add-targets");
  await expect(dialog.getByRole("button", { name: "Lưu vào vụ việc" })).toBeVisible();
});

test("Ctrl K finds a command by a word in its middle, and the golden hour names every mark", async ({
  as,
}) => {
  const scene = await setScene();
  await makeAcknowledged(scene);
  const page = await as(scene.investigator);
  await page.goto(paths.case(scene.caseId));
  // First transfer, report, order sent, now: the last two stand close together.
  await expect(page.locator("svg.gold text")).toHaveCount(4);
  await pictures(page, "golden-hour");
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill("danh sach");
  await expect(dialog.getByRole("link")).toHaveCount(1);
  await dialog.getByRole("textbox").first().fill("xuất");
  await pictures(page, "palette");
  await dialog.getByRole("link", { name: "Xuất danh sách yêu cầu ra Excel" }).click();
  await expect(page.getByRole("heading", { name: "Xuất danh sách yêu cầu" })).toBeVisible();
});
