import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "./messages.mjs";
import { npm, root, run } from "./processes.mjs";

/** True when node_modules holds exactly what package-lock.json asks for (packages of other platforms aside). */
function isInstalled() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, extraneous }]) =>
      path === "" || optional || extraneous || present[path]?.version === version,
  );
}

/** Installs the packages of the lock file when they are missing or of another version. Uses Node's own modules only. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  say("installing");
  await run(npm("ci", "--no-audit", "--no-fund"), { name: "npm ci" });
}
