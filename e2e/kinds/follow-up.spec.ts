import { paths } from "@/lib/paths";
import { answerOf, makeAsked, makeSentOf, makeTargets } from "@/prisma/factories/kinds";
import { makeOrganisation } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { itemsOf } from "@/prisma/factories/stored";
import { asSystem } from "@/lib/db";
import { expect, test } from "../fixtures";

test("what is not the addressee's goes on to who keeps it with one press", async ({ as }) => {
  const scene = await setScene();
  const asked = await makeAsked("SUBSCRIBER_INFO");
  const right = await makeOrganisation("telecom", { provinceCode: null });
  const targets = await makeTargets(scene, "SUBSCRIBER_INFO", 1, asked.organisation);
  const { requestId } = await makeSentOf(scene, "SUBSCRIBER_INFO", asked, targets);

  const desk = await as(asked.desk);
  await desk.goto(paths.queueItem(requestId));
  await desk.getByRole("radio", { name: "Không thuộc nơi này" }).check();
  await desk.getByLabel(/^Nơi đang quản lý/).selectOption({ label: right.name });
  await desk.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect
    .poll(
      async () => (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }))).status,
    )
    .toBe("ANSWERED");

  const police = await as(scene.investigator);
  await police.goto(paths.request(requestId));
  await police.getByRole("button", { name: `Chuyển tới ${right.name}` }).click();
  await expect(police.getByText(`đã chuyển tới ${right.name}`, { exact: true })).toBeVisible();
  const passed = await asSystem((tx) => tx.request.findMany({ where: { linkedId: requestId } }));
  expect(passed).toMatchObject([
    { status: "PENDING_SIGNATURE", addresseeOrgId: right.id, kindCode: "SUBSCRIBER_INFO" },
  ]);
});

test("what was taken down is looked at again until it is gone", async ({ as }) => {
  const scene = await setScene();
  const asked = await makeAsked("CONTENT_TAKEDOWN");
  const targets = await makeTargets(scene, "CONTENT_TAKEDOWN", 1, asked.organisation);
  const { requestId } = await makeSentOf(scene, "CONTENT_TAKEDOWN", asked, targets);
  const [item] = await itemsOf(requestId);
  await answerOf(asked, item!, { outcome: "REMOVED", doneAt: new Date().toISOString() });

  const police = await as(scene.investigator);
  await police.goto(paths.request(requestId));
  await expect(police.getByText("Cần kiểm tra lại nội dung đã gỡ")).toBeVisible();
  await police.getByRole("button", { name: /^Đã xuất hiện lại/ }).click();
  await police.getByRole("button", { name: "Lưu kiểm tra" }).click();
  await expect(police.getByText("Mục này bắt buộc.")).toBeVisible();
  await police.getByLabel(/^Xuất hiện lại ở đâu/).fill("Đăng lại ở tài khoản khác.");
  await police.getByRole("button", { name: "Lưu kiểm tra" }).click();
  await expect(police.getByText("Đăng lại ở tài khoản khác.").first()).toBeVisible();
  await police.getByRole("button", { name: /^Vẫn đã gỡ/ }).click();
  await expect(police.getByText("Cần kiểm tra lại lần nữa")).toHaveCount(0);
});
