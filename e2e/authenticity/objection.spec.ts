import { paths } from "@/lib/paths";
import { asSystem } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const words = "Lệnh chưa nêu căn cứ khởi tố đối với tài khoản thứ hai.";

test("a prosecutor objects: the police read why and reply, the bank learns that there is an objection", async ({
  as,
}) => {
  const scene = await setScene({ provinceCode: "44" });
  const { requestId } = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
  const { code, procuracyOrgId } = await asSystem((tx) =>
    tx.request.findUniqueOrThrow({ where: { id: requestId } }),
  );
  const prosecutor = await as(
    await makePerson("prosecutor", { ...scene.procuracy, id: procuracyOrgId ?? scene.procuracy.id }),
  );
  await prosecutor.goto(paths.notified);
  // Only what a procuracy is told of can be chosen.
  await expect(prosecutor.getByLabel("Loại lệnh").locator("option")).toHaveCount(3);
  await pictures(prosecutor, "notified-list", true);
  await prosecutor.getByLabel("Mã hoặc số văn bản").fill(code.slice(-6));
  await prosecutor.getByRole("button", { name: "Lọc" }).click();
  await prosecutor.getByRole("table").getByRole("link").first().click();
  const facts = prosecutor.getByRole("region", { name: "Lệnh được thông báo" });
  await expect(facts).toContainText("Viện kiểm sát chưa có ý kiến về lệnh này.");
  await expect(facts).toContainText("Viện kiểm sát được thông báo");
  await pictures(prosecutor, "notified-order", true);
  await prosecutor.getByRole("button", { name: "Nêu ý kiến" }).click();
  await prosecutor.getByLabel("Nội dung và lý do").fill("ngắn");
  await prosecutor.getByRole("button", { name: "Gửi ý kiến" }).click();
  await expect(prosecutor.getByText("Viết rõ hơn: ít nhất 20 ký tự.")).toBeVisible();
  await prosecutor.getByLabel("Nội dung và lý do").fill(words);
  await expect(prosecutor.getByText(/^Đã lưu/)).toBeVisible();
  await prosecutor.reload();
  await prosecutor.getByRole("button", { name: "Nêu ý kiến" }).click();
  await expect(prosecutor.getByLabel("Nội dung và lý do")).toHaveValue(words);
  await prosecutor.getByRole("button", { name: "Gửi ý kiến" }).click();
  await expect(prosecutor.getByText(words)).toBeVisible();
  await expect(facts).toContainText("đang chờ đơn vị ban hành trả lời");
  await expect(prosecutor.getByRole("button", { name: "Nêu ý kiến" })).toHaveCount(0);

  const bank = await as(scene.liaison);
  await bank.goto(paths.request(requestId));
  await expect(bank.getByText("Viện kiểm sát có ý kiến về lệnh này.")).toBeVisible();
  await expect(bank.getByText(words)).toHaveCount(0);

  const police = await as(scene.commander);
  // It stands first among what waits for whoever signed the order.
  await police.goto(paths.home);
  await police.getByRole("link", { name: `Trả lời ${code}` }).click();
  await expect(police.getByText(words)).toBeVisible();
  await police.getByRole("button", { name: "Trả lời Viện kiểm sát" }).click();
  await police.getByLabel("Nội dung trả lời").fill("Đã bổ sung quyết định khởi tố kèm theo.");
  await police.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(police.getByText("Trả lời của đơn vị")).toBeVisible();
  await expect(police.getByText("Đã bổ sung quyết định khởi tố kèm theo.")).toBeVisible();
  await prosecutor.goto(`${paths.notified}?show=objected`);
  await expect(prosecutor.getByText("Ý kiến đã được trả lời").first()).toBeVisible();
});
