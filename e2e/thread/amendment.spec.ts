import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("an amendment is drafted, signed by another and seen by the bank with its differences; the order is genuine", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const police = await as(scene.investigator);
  await police.goto(paths.request(requestId));
  await police.getByRole("link", { name: "Sửa đổi" }).click();
  await expect(police).toHaveURL(/\/amend$/);
  await police.getByLabel("Lý do sửa đổi").fill("Bị hại bổ sung sao kê của lệnh thứ nhất.");
  await police
    .getByLabel(/^Số tiền tranh chấp/)
    .first()
    .fill("30tr");
  await police.getByRole("button", { name: "Trình ký" }).click();
  await expect(police).toHaveURL(new RegExp(`/requests/${requestId}$`));
  await expect(police.getByText("Chờ ký", { exact: true })).toBeVisible();

  const bank = await as(scene.liaison);
  await bank.goto(paths.request(requestId));
  await expect(bank.getByText("Bị hại bổ sung sao kê của lệnh thứ nhất.")).toHaveCount(0);

  const commander = await as(scene.commander);
  await commander.goto(paths.signing);
  const card = commander.getByRole("article", { name: /Sửa đổi yêu cầu/ });
  await expect(card).toContainText("30.000.000");
  await expect(card).toContainText("80.000.000");
  await expect(card).not.toContainText("Bị hại tố giác; hai lệnh chuyển");
  await card.getByRole("button", { name: "Ký sửa đổi" }).click();
  await commander.getByRole("dialog").getByRole("button", { name: "Ký sửa đổi" }).click();
  await expect
    .poll(
      async () =>
        (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }))).disputedAmount,
    )
    .toBe(80_000_000n);

  await bank.reload();
  const list = bank.getByRole("list", { name: "Sửa đổi" });
  await expect(list).toContainText("Sửa đổi lần 1");
  await expect(list).toContainText("Chữ ký khớp");
  await expect(list.locator("del")).toContainText("50.000.000");
  await expect(list.locator("ins")).toContainText("30.000.000");
  await expect(bank.getByText("Sửa đổi lần 1").last()).toBeVisible();
});
