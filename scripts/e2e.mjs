import "./enough-node.mjs";
import { isMain, main } from "./messages.mjs";
import { againstPortal } from "./portal-under-test.mjs";
import { tool } from "./processes.mjs";

/**
 * Runs Playwright against a built web process and a worker on a fresh database with the demo's story.
 * `npm run e2e -- e2e/requests` passes its arguments on. E2E_PORT chooses another port than 3200.
 * @returns {Promise<number>} Playwright's exit code
 */
export const runBrowserTests = (args) =>
  againstPortal(
    { name: "e2e", port: Number(process.env.E2E_PORT || 3200), portName: "E2E_PORT" },
    tool("playwright/cli.js", "test", ...args),
  );

if (isMain(import.meta)) {
  await main(async () => {
    process.exitCode = await runBrowserTests(process.argv.slice(2));
  });
}
