import type { Browser } from "@playwright/test";
import { paths } from "@/lib/paths";
import { answerOf } from "@/prisma/factories/kinds";
import { setScene } from "@/prisma/factories/scene";
import { itemsOf } from "@/prisma/factories/stored";
import { Hands } from "./hands";
import { tallyOf } from "./model";
import { account, caseOf, issueOf, liaisonOf, makeBank } from "./scenes";
import { alive, desk, type Job, windowOf } from "./stage";

/** The bank answered that the money went on to three accounts at two other banks; the officer asks these. */
export async function doCascade(browser: Browser): Promise<Job> {
  const scene = await setScene();
  const [bank, ...others] = [await makeBank(1), await makeBank(0), await makeBank(4)];
  const paid = [{ bank: bank!, account: account(), amount: 90_000_000n }];
  const caseId = await caseOf(scene, paid);
  const { requestId } = await issueOf(scene, caseId, paid);
  const [item] = await itemsOf(requestId);
  await answerOf({ organisation: bank!, desk: await liaisonOf(bank!) }, item!, {
    outcome: "MOVED_ON",
    transfers: [0, 0, 1].map((other, index) => ({
      at: new Date(Date.now() - (20 - index) * 60_000).toISOString(),
      amount: "30000000",
      toInstitutionId: others[other]!.id,
      toAccount: account(),
      toName: "PHAM VAN TOAN",
    })),
    cashOuts: [],
  });
  const page = await windowOf(browser, scene.investigator, desk);
  const hands = await Hands.on(page);
  await page.goto(paths.request(requestId));
  await alive(page);

  hands.begin();
  hands.think("the money went on");
  await hands.press(page.getByRole("button", { name: "Lập yêu cầu lớp tiếp theo" }).first());
  const dialog = page.getByRole("dialog");
  const requests = dialog.getByRole("article");
  await requests.first().waitFor();
  for (let index = 0; index < (await requests.count()); index++) {
    hands.think("a request");
    await hands.read("a request", requests.nth(index));
  }
  hands.think("hand them in");
  await hands.press(dialog.getByRole("button", { name: /^Trình ký \d+ yêu cầu/ }));
  await page.getByText(/^Đã trình ký \d+ yêu cầu/).waitFor();
  const machineSeconds = hands.end();
  await page.context().close();
  return {
    name: "moved on to next layer submitted",
    screen: "1280",
    tally: tallyOf(hands.deeds),
    machineSeconds,
    bars: { seconds: 20, clicks: 2 },
  };
}
