import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { answerOf, type Asked, makeAsked, signAs } from "@/prisma/factories/kinds";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

/** The desk tells that all of the request's first account moved on to one account of the next institution. */
async function moveOn(asked: Asked, requestId: string, next: Asked, account: string, minutesAgo: number) {
  const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }));
  await answerOf(asked, item, {
    outcome: "MOVED_ON",
    transfers: [
      {
        at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
        amount: "50000000",
        toInstitutionId: next.organisation.id,
        toAccount: account,
      },
    ],
    cashOuts: [],
  });
}

/** Two presses: what would be asked, and to the signer with it. */
async function askNext(page: Page, scene: Scene, next: Asked, account: string) {
  await page.getByRole("button", { name: "Lập yêu cầu lớp tiếp theo" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("article")).toHaveCount(1);
  await expect(dialog).toContainText("50.000.000");
  await dialog.getByRole("button", { name: "Trình ký 1 yêu cầu" }).click();
  await expect(page.getByText("Đã trình ký 1 yêu cầu")).toBeVisible();
  const request = await asSystem((tx) =>
    tx.request.findFirstOrThrow({
      where: { caseId: scene.caseId, addresseeOrgId: next.organisation.id },
      include: { items: true },
    }),
  );
  expect([request.status, request.items.map(({ value }) => value)]).toEqual(["PENDING_SIGNATURE", [account]]);
  return signAs(scene, "ACCOUNT_SUSPEND", { requestId: request.id, version: request.version });
}

test("money is followed over three layers, two presses for each, and each bank sees its own account alone", async ({
  as,
}) => {
  test.setTimeout(90_000);
  const scene = await setScene();
  const first: Asked = { organisation: scene.bank, desk: scene.liaison };
  const [second, third] = [await makeAsked("ACCOUNT_SUSPEND"), await makeAsked("ACCOUNT_SUSPEND")];
  const { requestId } = await issue(scene, await makeDraft(scene));
  await moveOn(first, requestId, second, "19036688990011", 30);

  // From the answer itself …
  const police = await as(scene.investigator);
  await police.goto(paths.request(requestId));
  const next = await askNext(police, scene, second, "19036688990011");
  await moveOn(second, next.requestId, third, "0451000223344", 20);

  // … and from the trail of the case.
  await police.goto(`${paths.case(scene.caseId)}?tab=money`);
  const last = await askNext(police, scene, third, "0451000223344");

  const desk = await as(third.desk);
  await desk.goto(paths.request(last.requestId));
  await expect(desk.getByText("0451 0002 23344").first()).toBeVisible();
  const sent = await desk.content();
  // The register's banks stand in the form, to choose where money went; no number of theirs does.
  for (const foreign of ["19036688990011", "1903 6688 9900"]) expect(sent).not.toContain(foreign);
});
