import { main, say } from "./messages.mjs";
import { requireNode } from "./node-version.mjs";

/** `npm run demo`: from a fresh clone to the running portal with its story, with Node alone. */

async function demo() {
  requireNode();
  // Everything else may use what an old Node lacks or what is not installed yet.
  const { requireDisk, requirePort } = await import("./requirements.mjs");
  const { root } = await import("./processes.mjs");
  const { ensureInstalled } = await import("./install.mjs");
  const port = Number(process.env.PORT || 3000);
  requireDisk(root);
  await requirePort(port, "PORT");
  await ensureInstalled();

  const { resolveEnvironment, withoutOwner } = await import("./environment.mjs");
  const { ensureBuilt } = await import("./build.mjs");
  const { stopCluster } = await import("./postgres.mjs");
  const { clusters } = await import("./postgres-clusters.mjs");
  const { prepareDemo } = await import("./demo-data.mjs");
  const { printSignIns } = await import("./sign-ins.mjs");
  const { startMailCatcher } = await import("./mail-catcher.mjs");
  const { serve, startWeb, startWorker } = await import("./web-and-worker.mjs");

  await ensureBuilt();
  const { env, isOwnCluster, wasStarted } = await resolveEnvironment({ isDemo: true, port });
  const stopDatabase = async () => {
    if (isOwnCluster && wasStarted) await stopCluster(clusters.main);
  };
  let mails = null;
  try {
    await prepareDemo(env);
    // Whoever set a mail server of his own reads the demo's mails there.
    mails = env.SMTP_URL ? null : await startMailCatcher({ port: port + 25 });
    const running = {
      ...withoutOwner(env),
      NODE_ENV: "production",
      SMTP_URL: env.SMTP_URL || mails.smtpUrl,
      SMS_ADAPTER: env.SMS_ADAPTER || "file",
      ZALO_ADAPTER: env.ZALO_ADAPTER || "file",
    };
    const children = { web: startWeb(running), worker: startWorker(running) };
    const onReady = async () => {
      await printSignIns(env.DATABASE_URL);
      say("demoNotice", { password: env.DEMO_PASSWORD });
      say("ready", { address: env.APP_ORIGIN });
      if (mails) say("mailsReady", { address: mails.address });
      say("stopHint");
    };
    process.exitCode = await serve(children, env.APP_ORIGIN, { onReady });
  } finally {
    await mails?.close();
    await stopDatabase();
  }
}

await main(demo);
