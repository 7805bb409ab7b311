import { paths } from "@/lib/paths";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { itemsOf, rowOf } from "@/prisma/factories/stored";
import { answerItem } from "@/lib/requests/desk/answers";
import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("a desk finds what it answered by code or account, within the days it chose; its manager reads the figures", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  for (const item of await itemsOf(requestId))
    await answerItem(scene.liaison, {
      key: randomUUID(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "NO_BALANCE" },
    });
  const { code } = await rowOf(requestId);
  const [item] = await itemsOf(requestId);

  const desk = await as(scene.liaison);
  await desk.goto(paths.answered);
  await expect(desk.getByText("Số liệu của đơn vị trong kỳ")).toHaveCount(0);
  const find = desk.getByRole("searchbox");
  await find.fill("không có gì như thế");
  await expect(desk.getByText(code)).toHaveCount(0);
  await find.fill(item!.value.slice(2, 9));
  await expect(desk.getByText(code)).toBeVisible();
  expect(desk.url()).not.toContain(item!.value.slice(2, 9));
  await find.fill("");
  await desk.getByLabel("Từ ngày").fill("01/01/2026");
  await desk.getByLabel("đến ngày").fill("02/01/2026");
  await desk.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(desk.getByText(code)).toHaveCount(0);
  await desk.getByRole("link", { name: "30 ngày gần nhất" }).click();
  await expect(desk.getByText(code)).toBeVisible();

  const manager = await as(scene.manager);
  await manager.goto(paths.answered);
  const report = manager.getByRole("table", { name: "Số liệu của đơn vị trong kỳ" });
  await expect(report.getByRole("row", { name: /^Toàn đơn vị/ })).toContainText("100,0% (1/1)");
  await expect(report.getByRole("row", { name: new RegExp(scene.liaison.name) })).toBeVisible();
  await pictures(manager, "answered", true);
});
