import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("a shift is handed over with one press and a choice; the colleague reads the word and the police do not", async ({
  as,
}) => {
  const scene = await setScene();
  const held = [await makeAcknowledged(scene), await makeAcknowledged(scene)];
  const bank = await as(scene.liaison);
  await bank.goto(paths.queue);
  await bank.getByRole("button", { name: "Bàn giao", exact: true }).click();
  const dialog = bank.getByRole("dialog");
  await dialog.getByLabel("Giao cho").selectOption({ label: scene.colleague.name });
  await dialog.getByLabel("Lời dặn").fill("Tài khoản 0123 456 789 chờ sao kê");
  await expect(dialog.getByText("Có dãy số giống số tài khoản")).toBeVisible();
  await pictures(bank, "handover-numbers");
  await dialog.getByLabel("Lời dặn").fill("YC-25-2026-001893 chờ sao kê");
  await expect(dialog.getByText("Có dãy số giống số tài khoản")).toHaveCount(0);
  await dialog.getByLabel("Lời dặn").fill("Ca đêm nhớ gọi lại chi nhánh.");
  await dialog.getByRole("button", { name: "Bàn giao 2 yêu cầu" }).click();
  await expect(bank.getByText("Đã bàn giao 2 yêu cầu.")).toBeVisible();
  const rows = await asSystem((tx) =>
    tx.request.findMany({ where: { id: { in: held.map(({ requestId }) => requestId) } } }),
  );
  expect(rows.every(({ assigneeId }) => assigneeId === scene.colleague.membershipId)).toBe(true);

  const colleague = await as(scene.colleague);
  await colleague.goto(paths.queue);
  await expect(colleague.getByText("Ca đêm nhớ gọi lại chi nhánh.")).toBeVisible();
  await colleague.getByRole("button", { name: "Đã đọc" }).click();
  await expect(colleague.getByText("Ca đêm nhớ gọi lại chi nhánh.")).toHaveCount(0);

  await colleague.goto(paths.request(held[0]!.requestId));
  await expect(colleague.getByText("Ca đêm nhớ gọi lại chi nhánh.")).toBeVisible();
  const police = await as(scene.commander);
  await police.goto(paths.request(held[0]!.requestId));
  await expect(police.getByText("Trao đổi", { exact: true })).toBeVisible();
  expect(await police.content()).not.toContain("gọi lại chi nhánh");
});
