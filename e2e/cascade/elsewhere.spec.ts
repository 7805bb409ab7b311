import { asSystem } from "@/lib/db";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("a bank tells that money went abroad, and its unit reads where, that nobody is asked, and what can be done", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const desk = await as(scene.liaison);
  await desk.goto(paths.queueItem(requestId));
  await expect(desk.getByLabel("Số tiền giữ lại")).toBeEnabled();
  await desk.getByRole("radio", { name: "Đã chuyển đi" }).check({ force: true });
  // After the victim paid, or the trail would not follow it.
  const at = formatDateTime(new Date(Date.now() - 10 * 60_000));
  await desk.getByLabel("Giờ chuyển, dòng 1").fill(at);
  await desk.getByLabel("Nơi nhận, dòng 1").selectOption("Nước ngoài");
  await desk.getByLabel("Số tiền, dòng 1").fill("50tr");
  await desk.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  // What a place abroad needs is asked at its own fields, and its account is not.
  await expect(desk.getByLabel("Ngân hàng nước ngoài, dòng 1")).toHaveAttribute("aria-invalid", "true");
  await expect(desk.getByLabel("Quốc gia, dòng 1")).toHaveAttribute("aria-invalid", "true");
  await desk.getByLabel("Ngân hàng nước ngoài, dòng 1").fill("DBS Bank");
  await desk.getByLabel("Quốc gia, dòng 1").selectOption("Singapore");
  await pictures(desk, "elsewhere-desk");
  await desk.getByLabel("Mã SWIFT, dòng 1").fill("dbsssgsg");
  await desk.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
  await expect
    .poll(() => asSystem((tx) => tx.transfer.findFirst({ where: { requestId } })))
    .toMatchObject({
      amount: 50_000_000n,
      elsewhere: "abroad",
      elsewhereName: "DBS Bank",
      elsewhereCountry: "SG",
      elsewhereSwift: "DBSSSGSG",
      toInstitutionId: null,
    });

  const police = await as(scene.investigator);
  await police.goto(paths.request(requestId));
  await expect(police.getByText("Nước ngoài: DBS Bank, Singapore (DBSSSGSG)").first()).toBeVisible();
  await police.goto(paths.trail(scene.caseId));
  await expect(police.getByText("Ra nước ngoài").first()).toBeVisible();
  await expect(police.getByText(/Đã ra ngoài hệ thống: 1 nơi/)).toBeVisible();
  await pictures(police, "elsewhere-trail", true);
  await police.getByRole("button", { name: "Lập yêu cầu lớp tiếp theo" }).first().click();
  const dialog = police.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "Ra nước ngoài" })).toContainText("lệnh thu hồi");
  await expect(dialog.getByRole("article")).toHaveCount(0);
});
