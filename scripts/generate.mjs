import "./enough-node.mjs";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isMain, main, say } from "./messages.mjs";
import { root, run, tool } from "./processes.mjs";
import { fingerprint, isStamped } from "./sources.mjs";

const stampFile = "lib/generated/schema.sha256";

function hasNativeEngine() {
  const require = createRequire(join(root, "package.json"));
  const cli = require.resolve("prisma/build/index.js");
  const engines = dirname(require.resolve("@prisma/engines/package.json", { paths: [dirname(cli)] }));
  return readdirSync(engines).some((name) => name.startsWith("schema-engine-"));
}

/** Generates the Prisma client into lib/generated unless it already comes from this schema. */
export async function generate({ isForced = false } = {}) {
  const stamp = fingerprint(["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  if (!isForced && existsSync(join(root, "lib/generated/prisma/client.ts")) && isStamped(stampFile, stamp))
    return;
  say("generating");
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  // Generating needs no schema engine, yet the command stops where none is found or downloadable: any program will do.
  if (!env.PRISMA_SCHEMA_ENGINE_BINARY && !hasNativeEngine())
    env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath;
  await run(tool("prisma/build/index.js", "generate"), { name: "prisma generate", env, quiet: true });
  writeFileSync(join(root, stampFile), `${stamp}\n`);
}

if (isMain(import.meta)) await main(() => generate({ isForced: true }));
