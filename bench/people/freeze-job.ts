import type { Browser } from "@playwright/test";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { Hands } from "./hands";
import { tallyOf } from "./model";
import { account, caseOf, issueOf, liaisonOf, makeBank } from "./scenes";
import { alive, desk, type Job, windowOf } from "./stage";

/** A desk holds less than it was asked for on one account: opened from the queue, the amount typed, sent by its keys. */
export async function doFreeze(browser: Browser): Promise<Job> {
  const scene = await setScene();
  const bank = await makeBank(4);
  const paid = [{ bank, account: account(), amount: 50_000_000n }];
  const { requestId } = await issueOf(scene, await caseOf(scene, paid), paid);
  const { code } = await rowOf(requestId);
  const page = await windowOf(browser, await liaisonOf(bank), desk);
  const hands = await Hands.on(page);
  await page.goto(paths.queue);
  await alive(page);

  hands.begin();
  hands.think("the most urgent one");
  await hands.press(
    page
      .getByRole("row")
      .filter({ hasText: code.slice(-6) })
      .getByRole("link"),
  );
  const proof = page.locator("[data-verdict=genuine]");
  await proof.waitFor();
  hands.think("is it real");
  await hands.read("the proof", proof.locator(".head"));
  await hands.read("who signed it", proof.locator("p").nth(1));
  const form = page.getByRole("form").filter({ has: page.getByLabel("Số tiền giữ lại") });
  const amount = form.getByLabel("Số tiền giữ lại");
  hands.readText("the account", (await form.getAttribute("aria-label")) ?? "");
  hands.think("how much is held");
  await page.keyboard.press("e");
  if (!(await amount.evaluate((field) => field === document.activeElement)))
    throw new Error("the cursor does not stand in the amount");
  // As an amount is written at a desk; the field reads it back in full, and the button says what goes out.
  await page.keyboard.type("42,35tr");
  hands.think("send it");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("status").filter({ hasText: code }).waitFor();
  const machineSeconds = hands.end();
  const { status, heldAmount } = await rowOf(requestId);
  if (status !== "ANSWERED" || heldAmount !== 42_350_000n) throw new Error(`${status}, ${heldAmount} held`);
  await page.context().close();
  return {
    name: "freeze answered from the queue",
    screen: "1280",
    tally: tallyOf(hands.deeds),
    machineSeconds,
    bars: { seconds: 15, clicks: 2 },
  };
}
