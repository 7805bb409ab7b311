import type { Browser, Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { quantile } from "../result";
import { largeTrail } from "./large-trail";
import { desk, type Job, windowOf } from "./stage";

const boxes = ".react-flow__node-box";

/** A trail of three hundred accounts: how long until it is drawn, and how evenly it follows the hand. */
export async function doTrail(browser: Browser): Promise<Job> {
  const { scene, caseId, accounts } = await largeTrail();
  const times: number[] = [];
  let frames = { pan: [] as number[], zoom: [] as number[] };
  for (let round = 0; round < 3; round++) {
    const page = await windowOf(browser, scene.investigator, desk);
    // The portal is in use: its pages have been opened since it was started, this trail has not.
    await page.goto(round === 0 ? paths.home : paths.cases);
    const began = performance.now();
    await page.goto(paths.trail(caseId), { waitUntil: "commit" });
    await page.locator(boxes).first().waitFor();
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    times.push((performance.now() - began) / 1_000);
    if (round === 2) frames = await move(page);
    await page.context().close();
  }
  return {
    name: `trail of ${accounts} accounts opened, first time`,
    screen: "1280",
    tally: null,
    machineSeconds: times[0]!,
    bars: { seconds: 2 },
    others: [
      { name: "opened again, the slower of two", value: Math.max(...times.slice(1)), unit: "s", bar: 2 },
      { name: "frame while moved about, p95", value: quantile(frames.pan, 0.95), unit: "ms", bar: 50 },
      { name: "frame while brought near, p95", value: quantile(frames.zoom, 0.95), unit: "ms", bar: 50 },
    ],
    note: `median frame ${quantile(frames.pan, 0.5).toFixed(0)} ms, drawn without a graphics card`,
  };
}

/** Milliseconds from frame to frame while a hand drags the drawing about, and while it turns the wheel to come nearer. */
async function move(page: Page): Promise<{ pan: number[]; zoom: number[] }> {
  const place = () => page.locator(".react-flow__viewport").getAttribute("style");
  const before = await place();
  const stage = await page.locator(".react-flow__pane").boundingBox();
  const height = page.viewportSize()!.height;
  const [x, y] = [stage!.x + stage!.width / 2, Math.min(stage!.y + 250, height - 60)];
  const pan = await framesOf(page, async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; step < 120; step++)
      await page.mouse.move(x - 300 * Math.sin(step / 12), y - 120 * Math.sin(step / 20));
    await page.mouse.up();
  });
  if ((await place()) === before) throw new Error("the drawing was not moved");
  const zoom = await framesOf(page, async () => {
    await page.keyboard.down("Control");
    for (let step = 0; step < 40; step++) await page.mouse.wheel(0, step < 20 ? 60 : -60);
    await page.keyboard.up("Control");
  });
  return { pan, zoom };
}

async function framesOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const kept = { last: performance.now(), frames: [] as number[], isOn: true };
    Object.assign(window, { benchFrames: kept });
    const frame = (now: number) => {
      kept.frames.push(now - kept.last);
      kept.last = now;
      if (kept.isOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  return page.evaluate(() => {
    const kept = (window as unknown as { benchFrames: { frames: number[]; isOn: boolean } }).benchFrames;
    kept.isOn = false;
    return kept.frames.slice(1);
  });
}
