import { type Browser, chromium, type Page } from "@playwright/test";
import { sealedToken, sessionCookie } from "@/lib/access/session-cookie";
import { startSession } from "@/lib/access/sessions";
import type { Actor } from "@/lib/access/actor";
import { asSystem } from "@/lib/db";
import type { Tally } from "./model";

/** A screen on which a job is done. */
export type Screen = { width: number; height: number; isGlass: boolean };
export const desk: Screen = { width: 1280, height: 800, isGlass: false };
export const phone: Screen = { width: 390, height: 844, isGlass: true };

/** What a job came to: `bars` say what is asked of it, null what is not. Seconds are machine and person together. */
export type Job = {
  name: string;
  screen: string;
  tally: Tally | null;
  machineSeconds: number;
  bars: { seconds: number; clicks?: number; keys?: number };
  /** Other figures of it, each with its own bar. */
  others?: { name: string; value: number; unit: string; bar: number }[];
  note?: string;
};
export const secondsOf = ({ tally, machineSeconds }: Job) => machineSeconds + (tally?.seconds ?? 0);
export const isMet = (job: Job): boolean =>
  secondsOf(job) <= job.bars.seconds &&
  (job.tally?.clicks ?? 0) <= (job.bars.clicks ?? Infinity) &&
  (job.tally?.keys ?? 0) <= (job.bars.keys ?? Infinity) &&
  (job.others ?? []).every(({ value, bar }) => value <= bar);

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const address = process.env.E2E_BASE_URL ?? "http://localhost:3200";

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH || undefined, args: flags });

/** A window of its own in which this person has signed in; his second factor was proved at `proofAt`, else now. */
export async function windowOf(
  browser: Browser,
  { userId, membershipId }: Actor,
  { width, height, isGlass }: Screen,
  proofAt = new Date(),
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    isMobile: isGlass,
    hasTouch: isGlass,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  // The compiler of the bench names its functions with this; a page has none.
  await context.addInitScript("globalThis.__name = (named) => named;");
  const token = await asSystem((tx) =>
    startSession(tx, { userId, membershipId, secondFactorAt: proofAt, device: "bench", addressHint: null }),
  );
  await context.addCookies([
    { name: sessionCookie(), value: await sealedToken(token), url: address, httpOnly: true, sameSite: "Lax" },
  ]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** The script of the page has come alive: a press from here on is heard. */
export const alive = (page: Page) =>
  page.waitForFunction(() => {
    const button = document.querySelector("button, input, textarea");
    const isHeld = button !== null && Object.keys(button).some((name) => name.startsWith("__react"));
    return isHeld && document.querySelector("[data-waits]") === null;
  });
