import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal, say } from "./messages.mjs";
import { finish, root, start, tool } from "./processes.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere];
  return candidates.find((file) => existsSync(file));
}

async function ofPlaywright() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

const attempt = (command, seconds) =>
  finish(start(command, { stdio: "ignore", timeout: seconds * 1000, cwd: root }));

/**
 * The Chromium for the browser tests: CHROMIUM_PATH, one of the system, Playwright's own, else an installed one.
 * @throws {Refusal} when there is none and none could be installed
 */
export async function findBrowser() {
  const found = process.env.CHROMIUM_PATH || onPath() || (await ofPlaywright());
  if (found) return found;
  say("browserInstalling");
  await attempt(tool("playwright/cli.js", "install", "chromium"), 300);
  const downloaded = await ofPlaywright();
  // A downloaded browser may lack system libraries, which only the system's packages bring.
  if (downloaded && (await attempt([downloaded, ["--version"]], 20)).code === 0) return downloaded;
  if (process.getuid?.() === 0) {
    await attempt(["apt-get", ["update"]], 180);
    await attempt(["apt-get", ["install", "-y", "--no-install-recommends", "chromium"]], 600);
  }
  const installed = onPath() ?? downloaded;
  if (!installed) throw new Refusal("browserMissing");
  return installed;
}
