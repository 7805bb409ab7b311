import "./enough-node.mjs";
import { ensureBuilt } from "./build.mjs";
import { findBrowser } from "./browser.mjs";
import { withoutOwner } from "./environment.mjs";
import { isMain, main } from "./messages.mjs";
import { end, finish, start, stayForCleanUp, tool } from "./processes.mjs";
import { requirePort, untilAnswering } from "./requirements.mjs";
import { openTestDatabase } from "./test-database.mjs";
import { startWeb, startWorker } from "./web-and-worker.mjs";

/**
 * Runs Playwright against a built web process and a worker on a fresh database with the demo's story.
 * `npm run e2e -- e2e/requests` passes its arguments on. E2E_PORT chooses another port than 3200.
 * @returns {Promise<number>} Playwright's exit code
 */
export async function runBrowserTests(args) {
  const port = Number(process.env.E2E_PORT || 3200);
  await requirePort(port, "E2E_PORT");
  const browser = await findBrowser();
  await ensureBuilt();
  const { env, close } = await openTestDatabase({ name: "e2e", seeds: "demo", port });
  const running = {
    ...withoutOwner(env),
    NODE_ENV: "production",
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  };
  const children = [];
  const stop = async () => {
    for (const child of children.toReversed()) await end(child);
  };
  const release = stayForCleanUp(() => void stop());
  try {
    children.push(startWeb(running), startWorker(running));
    await untilAnswering(env.APP_ORIGIN, { hasFailed: () => children[0].exitCode !== null });
    const tests = start(tool("playwright/cli.js", "test", ...args), {
      // Tests set their scenes as the owner of the tables, the portal under test does not.
      env: { ...env, E2E_BASE_URL: env.APP_ORIGIN, CHROMIUM_PATH: browser },
    });
    children.push(tests);
    return (await finish(tests)).code;
  } finally {
    await stop();
    await close();
    release();
  }
}

if (isMain(import.meta)) {
  await main(async () => {
    process.exitCode = await runBrowserTests(process.argv.slice(2));
  });
}
