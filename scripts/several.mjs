import "./enough-node.mjs";
import { ensureBuilt } from "./build.mjs";
import { prepareDemo } from "./demo-data.mjs";
import { resolveEnvironment, withoutOwner } from "./environment.mjs";
import { isMain, main, say } from "./messages.mjs";
import { requirePort } from "./requirements.mjs";
import { serve, startWeb, startWorker } from "./web-and-worker.mjs";

/**
 * Several webs and workers on one database, each web at a port of its own from `port` on. Behind a web server all webs have one
 * address (`origin`); without one each answers at its own, and the browser's cookies reach all of them.
 * @param {Record<string, string>} env of the running portal, without the owner's address
 * @param {{ webs?: number, workers?: number, port: number, origin?: string, stdio?: import("node:child_process").StdioOptions }} how
 * @returns {Record<string, import("node:child_process").ChildProcess>} `web1`, `worker1`, …
 */
export function startSeveral(env, { webs = 2, workers = 2, port, origin, stdio = "inherit" }) {
  const children = {};
  for (let index = 0; index < webs; index += 1) {
    const own = origin ?? `http://localhost:${port + index}`;
    const place = { ...env, PORT: String(port + index), APP_ORIGIN: own, NEXTAUTH_URL: own };
    children[`web${index + 1}`] = startWeb(place, "start", stdio);
  }
  for (let index = 0; index < workers; index += 1) {
    // Two cannot answer at one port: the first worker has the one that is set, the next the one after it.
    const door = env.WORKER_PORT ? { WORKER_PORT: String(Number(env.WORKER_PORT) + index) } : {};
    children[`worker${index + 1}`] = startWorker({ ...env, ...door }, { stdio });
  }
  return children;
}

/** `npm run several -- 2 2`: the demo's data with two webs and two workers. */
if (isMain(import.meta)) {
  await main(async () => {
    const [webs, workers] = [2, 3].map((place) => Math.min(8, Math.max(1, Number(process.argv[place]) || 2)));
    const port = Number(process.env.PORT || 3000);
    for (let index = 0; index < webs; index += 1) await requirePort(port + index, "PORT");
    await ensureBuilt();
    const { env } = await resolveEnvironment({ isDemo: true, port });
    await prepareDemo(env);
    const running = { ...withoutOwner(env), NODE_ENV: "production" };
    process.exitCode = await serve(
      startSeveral(running, { webs, workers, port }),
      `http://localhost:${port}`,
      {
        onReady: () => {
          for (let index = 0; index < webs; index += 1)
            say("ready", { address: `http://localhost:${port + index}` });
        },
      },
    );
  });
}
