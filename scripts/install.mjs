import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "./messages.mjs";
import { npm, root, run } from "./processes.mjs";

const fits = ({ os, cpu }) => [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);

/** True when node_modules holds exactly what package-lock.json asks for (packages of other platforms aside). */
function isInstalled() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  // What the portal itself wishes for this platform, such as the Node it runs on.
  const wished = Object.keys(wanted[""].optionalDependencies ?? {})
    .map((name) => `node_modules/${name}`)
    .filter((path) => fits(wanted[path]));
  return Object.entries(wanted).every(
    ([path, { version, optional, extraneous }]) =>
      path === "" || (optional && !wished.includes(path)) || extraneous || present[path]?.version === version,
  );
}

/** Installs the packages of the lock file when they are missing or of another version. Uses Node's own modules only. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  say("installing");
  await run(npm("ci", "--no-audit", "--no-fund"), { name: "npm ci" });
}
