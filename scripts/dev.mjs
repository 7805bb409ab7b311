import "./enough-node.mjs";
import { prepareDemo } from "./demo-data.mjs";
import { resolveEnvironment, withoutOwner } from "./environment.mjs";
import { generate } from "./generate.mjs";
import { main, say } from "./messages.mjs";
import { requirePort } from "./requirements.mjs";
import { serve, startWeb, startWorker } from "./web-and-worker.mjs";

/** `npm run dev`: the demo's data with pages and worker that reload as files change. The database keeps running. */
await main(async () => {
  const port = Number(process.env.PORT || 3000);
  await requirePort(port, "PORT");
  await generate();
  const { env } = await resolveEnvironment({ isDemo: true, port });
  await prepareDemo(env);
  const running = withoutOwner(env);
  const children = { web: startWeb(running, "dev"), worker: startWorker(running, { isWatching: true }) };
  process.exitCode = await serve(children, env.APP_ORIGIN, {
    onReady: () => say("ready", { address: env.APP_ORIGIN }),
  });
});
