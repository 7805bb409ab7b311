import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { agreeToWithdraw, proposeWithdrawal } from "@/lib/requests/withdrawal/commands";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("after an agreed withdrawal its investigator drafts anew with what it said, and hands the new one in", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId, version } = await makeAcknowledged(scene);
  const reason = "Ghi nhầm một số tài khoản, xin rút để soạn lại.";
  await proposeWithdrawal(scene.investigator, { key: randomUUID(), requestId, version, reason });
  const page = await as(scene.investigator);
  await page.goto(paths.request(requestId));
  await expect(page.getByRole("link", { name: "Soạn lại" })).toHaveCount(0);
  const { code, withdrawal } = (await getPoliceRequest(scene.commander, requestId, "vi"))!;
  const proposalId = withdrawal.proposal!.id;
  await agreeToWithdraw(scene.commander, { key: randomUUID(), requestId, version, proposalId });

  await page.reload();
  await page.getByRole("link", { name: "Soạn lại" }).click();
  await expect(page.getByText(`Nội dung lấy từ yêu cầu ${code} đã thu hồi.`)).toBeVisible();
  const grounds = page.getByLabel("Căn cứ thực tế", { exact: true });
  await expect(grounds).toHaveValue("Bị hại tố giác; hai lệnh chuyển có sao kê kèm theo.");
  await expect(page.getByLabel("Số tiền tranh chấp").first()).toHaveValue("50.000.000");
  await pictures(page, "draft-again");
  await grounds.fill("Bị hại tố giác; số tài khoản đã đối chiếu lại với sao kê.");
  await page.getByRole("button", { name: "Trình ký" }).click();
  await expect(page.getByText("Chờ ký", { exact: true })).toBeVisible();

  const all = await asSystem((tx) =>
    tx.request.findMany({
      where: { caseId: scene.caseId },
      orderBy: { createdAt: "asc" },
      include: { items: true },
    }),
  );
  // A second request beside the first, which stays what it was.
  expect(all.map(({ status }) => status)).toEqual(["WITHDRAWN", "PENDING_SIGNATURE"]);
  const [before, anew] = all.map(({ items }) => items.map(({ targetId }) => targetId).sort());
  expect(anew).toEqual(before);
});
