import { ensureBuilt } from "./build.mjs";
import { findBrowser } from "./browser.mjs";
import { withoutOwner } from "./environment.mjs";
import { startMailCatcher } from "./mail-catcher.mjs";
import { end, finish, start, stayForCleanUp } from "./processes.mjs";
import { requirePort, untilAnswering } from "./requirements.mjs";
import { openTestDatabase } from "./test-database.mjs";
import { startWeb, startWorker } from "./web-and-worker.mjs";

/**
 * Runs one command against a built web process and a worker on a fresh database with the demo's story. The command gets the
 * portal's address as E2E_BASE_URL, a Chromium as CHROMIUM_PATH, and the owner's database to set its scenes in.
 * @param {{ name: string, port: number, portName: string }} where `portName`: the variable that chooses another port
 * @returns {Promise<number>} the command's exit code
 */
export async function againstPortal({ name, port, portName }, command) {
  await requirePort(port, portName);
  const browser = await findBrowser();
  await ensureBuilt();
  const { env, close } = await openTestDatabase({ name, seeds: "demo", port });
  const mails = await startMailCatcher();
  const running = {
    ...withoutOwner(env),
    SMTP_URL: mails.smtpUrl,
    // Receivers of webhooks in tests stand on this machine.
    WEBHOOK_ALLOW_PRIVATE: "1",
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
    const driver = start(command, {
      // Whoever drives the browser sets scenes as the owner of the tables, the portal itself does not.
      env: { ...env, E2E_BASE_URL: env.APP_ORIGIN, E2E_MAILS: mails.address, CHROMIUM_PATH: browser },
    });
    children.push(driver);
    return (await finish(driver)).code;
  } finally {
    await stop();
    await mails.close();
    await close();
    release();
  }
}
