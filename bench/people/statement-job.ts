import type { Browser } from "@playwright/test";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { Hands } from "./hands";
import { tallyOf } from "./model";
import { alive, desk, type Job, windowOf } from "./stage";
import { statementText } from "./statement-text";

/** Five accounts at three banks, from a statement that lies on the clipboard to the signer's stack. */
export async function doStatement(browser: Browser): Promise<Job> {
  const { investigator } = await setScene();
  const page = await windowOf(browser, investigator, desk);
  const hands = await Hands.on(page);
  await page.goto(paths.home);
  await page.evaluate((text) => navigator.clipboard.writeText(text), statementText);
  const field = page.getByLabel("Nội dung trình báo");
  await alive(page);

  hands.begin();
  hands.think("take the statement up");
  await hands.press(field);
  await page.keyboard.press("Control+v");
  await page.getByRole("heading", { name: "Tìm thấy" }).waitFor();
  const doubts = page.locator("[data-doubt]");
  for (let left = await doubts.count(); left > 0; left -= 1) {
    hands.think("a doubtful find");
    await hands.read("a doubtful find", doubts.first());
    await page.keyboard.press("Enter");
    await doubts.nth(left - 1).waitFor({ state: "detached" });
  }
  hands.think("whose money it was");
  hands.readText("the victim's name", await page.getByLabel("Họ tên").inputValue());
  hands.think("which kind of fraud");
  await page.getByLabel("Thủ đoạn").selectOption({ index: 3 });
  const cards = page.locator(".ps-cards > article");
  const taken = cards.filter({ has: page.getByRole("checkbox", { checked: true }) });
  for (let index = 0; index < (await taken.count()); index++) {
    hands.think("a request");
    await hands.read("a request", taken.nth(index));
  }
  hands.think("hand it in");
  await hands.press(page.locator("[data-hand-in]"));
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await page
    .getByText(/^Đã trình ký \d+ yêu cầu/)
    .first()
    .waitFor();
  const machineSeconds = hands.end();
  await page.context().close();
  return {
    name: "statement to submitted",
    screen: "1280",
    tally: tallyOf(hands.deeds),
    machineSeconds,
    bars: { seconds: 60, clicks: 8, keys: 15 },
  };
}
