import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal, say } from "./messages.mjs";
import { finish, root, start, tool } from "./processes.mjs";

/** Chromium without what draws a window: the same pages in half the processor's time, and so half the time of the tests. */
const light = ["chromium-headless-shell", "chrome-headless-shell"];
const whole = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

async function ofPlaywright() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

const attempt = (command, seconds) =>
  finish(start(command, { stdio: "ignore", timeout: seconds * 1000, cwd: root }));

const starts = async (file) => Boolean(file) && (await attempt([file, ["--version"]], 20)).code === 0;

/** From the system's packages, where this machine has them and lets us: a container of CI, most of all. */
async function ofSystem(name) {
  if (process.getuid?.() !== 0 || !onPath(["apt-get"])) return undefined;
  say("browserInstalling");
  await attempt(["apt-get", ["update"]], 90);
  await attempt(["apt-get", ["install", "-y", "--no-install-recommends", name]], 300);
  const file = onPath([name]);
  return (await starts(file)) ? file : undefined;
}

/**
 * The Chromium for the browser tests: CHROMIUM_PATH, the light one of the system, a whole one, Playwright's own, else an installed one.
 * @throws {Refusal} when there is none and none could be installed
 */
export async function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH || onPath(light);
  if (chosen) return chosen;
  const installed = await ofSystem(light[0]);
  if (installed) return installed;
  const found = onPath(whole) || elsewhere.find((file) => existsSync(file)) || (await ofPlaywright());
  if (found) return found;
  say("browserInstalling");
  await attempt(tool("playwright/cli.js", "install", "chromium"), 300);
  const downloaded = await ofPlaywright();
  // A downloaded browser may lack system libraries, which only the system's packages bring.
  if (await starts(downloaded)) return downloaded;
  const last = (await ofSystem(whole[0])) ?? downloaded;
  if (!last) throw new Refusal("browserMissing");
  return last;
}
