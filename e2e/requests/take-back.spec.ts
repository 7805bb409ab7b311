import { randomUUID } from "node:crypto";
import { paths } from "@/lib/paths";
import { proposeWaiver } from "@/lib/requests/deadline/commands";
import { proposeWithdrawal } from "@/lib/requests/withdrawal/commands";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("who proposed takes back what nobody has decided yet, a withdrawal as well as a waived limit, and may propose anew", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId, version } = await makeAcknowledged(scene);
  const reason = "Chủ tài khoản đã chứng minh không liên quan.";
  await proposeWithdrawal(scene.investigator, { key: randomUUID(), requestId, version, reason });
  await proposeWaiver(scene.investigator, { key: randomUUID(), requestId, version, reason });
  const commander = await as(scene.commander);
  await commander.goto(paths.request(requestId));
  await expect(commander.getByRole("button", { name: "Đồng ý rút" })).toBeVisible();
  await expect(commander.getByRole("button", { name: "Bỏ đề nghị" })).toHaveCount(0);

  const page = await as(scene.investigator);
  await page.goto(paths.request(requestId));
  await pictures(page, "take-back");
  for (const name of ["Có đề nghị rút yêu cầu này", "Đề nghị miễn thời hạn trả lời"]) {
    const note = page.getByRole("status").filter({ hasText: name });
    await note.getByRole("button", { name: "Bỏ đề nghị" }).click();
    await expect(note).toHaveCount(0);
  }
  await expect(page.getByText("Người đề nghị đã bỏ đề nghị rút", { exact: true })).toBeVisible();
  await expect(page.getByText("Người đề nghị đã bỏ đề nghị miễn thời hạn", { exact: true })).toBeVisible();
  for (const name of ["Đề nghị rút", "Đề nghị miễn thời hạn"])
    await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
  await commander.reload();
  await expect(commander.getByRole("button", { name: "Đồng ý rút" })).toHaveCount(0);
});
