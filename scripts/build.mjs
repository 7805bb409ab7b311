import "./enough-node.mjs";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "./generate.mjs";
import { isMain, main, say } from "./messages.mjs";
import { root, run, tool } from "./processes.mjs";
import { requireDisk } from "./requirements.mjs";
import { fingerprint, isStamped } from "./sources.mjs";

const stampFile = ".next/sources.sha256";
const inputs = [
  ...["app", "components", "lib", "messages", "prisma/schema", "public"],
  ...[
    "instrumentation.ts",
    "instrumentation-client.ts",
    "next.config.ts",
    "package-lock.json",
    "postcss.config.mjs",
    "proxy.ts",
    "tsconfig.json",
  ],
];

/** Builds the web application unless the present build comes from these very sources. */
export async function ensureBuilt({ isForced = false } = {}) {
  await generate();
  const stamp = fingerprint(inputs);
  if (!isForced && existsSync(join(root, ".next/BUILD_ID")) && isStamped(stampFile, stamp)) return;
  requireDisk(root);
  say("building");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await run(tool("next/dist/bin/next", "build"), { name: "next build", env });
  writeFileSync(join(root, stampFile), `${stamp}\n`);
}

if (isMain(import.meta)) await main(() => ensureBuilt({ isForced: true }));
