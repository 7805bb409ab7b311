import "./enough-node.mjs";
import { ensureBuilt } from "./build.mjs";
import { productionEnvironment } from "./environment.mjs";
import { main, say } from "./messages.mjs";
import { together } from "./processes.mjs";
import { requirePort } from "./requirements.mjs";
import { serve, startWeb, startWorker } from "./web-and-worker.mjs";

/** `npm start`: the real portal. `npm start -- web` or `npm start -- worker` runs one of the two. */
await main(async () => {
  const only = process.argv[2];
  const env = productionEnvironment();
  const port = Number(env.PORT || 3000);
  const running = { ...env, PORT: String(port) };
  const children = {};
  if (only !== "worker") {
    await requirePort(port, "PORT");
    await ensureBuilt();
    children.web = startWeb(running);
  }
  if (only !== "web") children.worker = startWorker(running);
  process.exitCode = children.web
    ? await serve(children, `http://localhost:${port}`, {
        onReady: () => say("ready", { address: env.APP_ORIGIN }),
      })
    : await together(children);
});
