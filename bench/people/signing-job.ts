import type { Browser } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { setScene } from "@/prisma/factories/scene";
import { currentCode, newTotpSecret } from "@/lib/access/totp";
import { paths } from "@/lib/paths";
import { enrol } from "@/prisma/factories/sign-in";
import { Hands } from "./hands";
import { tallyOf } from "./model";
import { account, caseOf, groundsOf, handInOf, makeBank } from "./scenes";
import { alive, type Job, type Screen, windowOf } from "./stage";

const orders = 10;
const tenMinutes = 600_000;

/** A commander checks ten orders of one case to ten banks, each against what the victim lost, and signs them with one code. */
export async function doSigning(browser: Browser, screen: Screen): Promise<Job> {
  const scene = await setScene();
  const banks = await Promise.all(Array.from({ length: orders }, (_, index) => makeBank(index)));
  const paid = banks.flatMap((bank, index) =>
    [0, 1].map(() => ({ bank, account: account(), amount: BigInt(20 + index * 15) * 1_000_000n })),
  );
  const caseId = await caseOf(scene, paid);
  const ids: string[] = [];
  for (const bank of banks)
    ids.push(
      await handInOf(
        scene,
        caseId,
        paid.filter((one) => one.bank === bank),
        groundsOf(paid),
      ),
    );
  const secret = newTotpSecret();
  await enrol(scene.commander.userId, "not-used", secret);
  const page = await windowOf(browser, scene.commander, screen, new Date(Date.now() - tenMinutes));
  const hands = await Hands.on(page, { isGlass: screen.isGlass });
  await page.goto(paths.signing);
  await alive(page);

  hands.begin();
  hands.think("all of this case together");
  await hands.press(page.getByRole("button", { name: `Chọn cùng vụ (${orders})` }));
  const batch = page.locator("[data-slot=batch]");
  const shared = batch.locator("[data-slot=batch-shared]");
  hands.think("what they have in common");
  await hands.read("what they have in common", shared);
  const rows = batch.locator("[data-slot=batch-order]");
  if ((await rows.count()) !== orders) throw new Error(`${await rows.count()} orders stand there`);
  for (let index = 0; index < orders; index++) {
    hands.think("an order");
    await hands.read("an order", rows.nth(index));
  }
  hands.think("the code from the telephone");
  const code = batch.getByLabel("Mã xác thực");
  const hasCursor = () => code.evaluate((field) => field === document.activeElement);
  if (!(await hasCursor())) await hands.press(code);
  await page.keyboard.type(currentCode(secret));
  // The code and what ends it are one thing to the hands.
  await page.keyboard.press("Enter");
  await page.getByText("Không còn yêu cầu nào chờ ký").waitFor();
  const machineSeconds = hands.end();
  const sent = await asSystem((tx) => tx.request.count({ where: { id: { in: ids }, status: "SENT" } }));
  if (sent !== orders) throw new Error(`${sent} were sent`);
  await page.context().close();
  return {
    name: "batch of 10 checked and signed",
    screen: String(screen.width),
    tally: tallyOf(hands.deeds),
    machineSeconds,
    bars: { seconds: 45 },
    note: "one second factor",
  };
}
