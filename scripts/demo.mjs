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
  const { serve, startWeb, startWorker } = await import("./web-and-worker.mjs");

  await ensureBuilt();
  const { env, isOwnCluster, wasStarted } = await resolveEnvironment({ isDemo: true, port });
  const stopDatabase = async () => {
    if (isOwnCluster && wasStarted) await stopCluster(clusters.main);
  };
  try {
    await prepareDemo(env);
    const running = { ...withoutOwner(env), NODE_ENV: "production" };
    const children = { web: startWeb(running), worker: startWorker(running) };
    const onReady = async () => {
      await printSignIns(env.DATABASE_URL);
      say("demoNotice", { password: env.DEMO_PASSWORD });
      say("ready", { address: env.APP_ORIGIN });
      say("stopHint");
    };
    process.exitCode = await serve(children, env.APP_ORIGIN, { onReady });
  } finally {
    await stopDatabase();
  }
}

await main(demo);
