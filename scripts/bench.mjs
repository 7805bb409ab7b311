import "./enough-node.mjs";
import { ensureBuilt } from "./build.mjs";
import { resolveEnvironment } from "./environment.mjs";
import { main } from "./messages.mjs";
import { migrate } from "./migrate.mjs";
import { finish, start, stayForCleanUp, typescript } from "./processes.mjs";
import { requireDisk } from "./requirements.mjs";
import { stopCluster } from "./postgres.mjs";
import { clusters } from "./postgres-clusters.mjs";
import { dataFolder } from "./secrets.mjs";

/**
 * `npm run bench`: measures a production build, which only pages need, on a cluster of its own with the same durable settings as the demo's.
 * bench/run.ts does the measuring and passes its arguments on.
 */
await main(async () => {
  requireDisk(dataFolder, 12);
  const only = process.argv[process.argv.indexOf("--only") + 1];
  if (!process.argv.includes("--only") || only?.split(",").includes("pages")) await ensureBuilt();
  const port = Number(process.env.BENCH_PORT || 3300);
  const { env, wasStarted } = await resolveEnvironment({ cluster: "bench", isDemo: true, port });
  let child;
  const release = stayForCleanUp(() => child?.kill());
  try {
    await migrate(env, { isQuiet: true });
    child = start(typescript("bench/run.ts", ...process.argv.slice(2)), {
      env: { ...env, NODE_ENV: "production", LOG_LEVEL: process.env.LOG_LEVEL || "warn" },
    });
    process.exitCode = (await finish(child)).code;
  } finally {
    if (wasStarted) await stopCluster(clusters.bench);
    release();
  }
});
