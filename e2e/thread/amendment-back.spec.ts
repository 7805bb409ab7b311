import { randomUUID } from "node:crypto";
import { paths } from "@/lib/paths";
import { saveAmendment, submitAmendment } from "@/lib/requests/amendments/commands";
import { amendmentInput } from "@/lib/requests/amendments/schema";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { itemsOf, rowOf } from "@/prisma/factories/stored";
import { expect, test } from "../fixtures";

test("who handed in an amendment takes it back, mends it and hands it in again", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const [{ version, disclosure }, [item]] = [await rowOf(requestId), await itemsOf(requestId)];
  const drafted = await saveAmendment(
    scene.investigator,
    amendmentInput.parse({
      key: randomUUID(),
      requestId,
      version,
      reason: "Bị hại bổ sung sao kê của lệnh thứ nhất.",
      amounts: [{ itemId: item!.id, disputedAmount: "30000000" }],
      remove: [],
      add: [],
      ...(disclosure ? { disclosure } : {}),
    }),
  );
  const { amendmentId, version: amendmentVersion } = drafted;
  await submitAmendment(scene.investigator, { key: randomUUID(), requestId, amendmentId, amendmentVersion });

  const commander = await as(scene.commander);
  await commander.goto(paths.signing);
  await expect(commander.getByRole("article", { name: /Sửa đổi yêu cầu/ })).toBeVisible();
  await commander.goto(paths.request(requestId));
  await expect(commander.getByRole("button", { name: "Rút lại để sửa" })).toHaveCount(0);

  const page = await as(scene.investigator);
  await page.goto(paths.request(requestId));
  await page.getByRole("button", { name: "Rút lại để sửa" }).click();
  await expect(page.getByText("Đã rút lại sửa đổi về dự thảo.")).toBeVisible();
  await commander.goto(paths.signing);
  await expect(commander.getByRole("article", { name: /Sửa đổi yêu cầu/ })).toHaveCount(0);

  await page.reload();
  await page.getByRole("link", { name: "Soạn tiếp" }).click();
  const reason = page.getByLabel("Lý do sửa đổi");
  await expect(reason).toHaveValue("Bị hại bổ sung sao kê của lệnh thứ nhất.");
  await reason.fill("");
  await page.getByRole("button", { name: "Trình ký" }).click();
  await expect(reason).toHaveAccessibleDescription(/bắt buộc|Viết rõ hơn/);
  await reason.fill("Bị hại bổ sung sao kê của cả hai lệnh.");
  await page.getByRole("button", { name: "Trình ký" }).click();
  await expect(page.getByText("Chờ ký", { exact: true })).toBeVisible();
});
