import { say } from "./messages.mjs";
import { end, node, root, start, together, tool, typescript } from "./processes.mjs";
import { untilAnswering } from "./requirements.mjs";

const next = "next/dist/bin/next";

/** The web process; HOST narrows where it listens (by default on every interface, as Next does). */
export function startWeb(env, mode = "start", stdio = "inherit") {
  const host = process.env.HOST ? ["-H", process.env.HOST] : [];
  return start(tool(next, mode, root, "-p", env.PORT, ...host), { env, stdio });
}

/** The worker: what happens later (outbox, deadlines, figures). */
export function startWorker(env, { isWatching = false, stdio = "inherit" } = {}) {
  // One process, so that a signal reaches the worker itself; only watching needs one in front of it.
  const command = isWatching
    ? typescript("watch", "worker/run.ts")
    : node("--import", "tsx", "worker/run.ts");
  return start(command, { env, stdio });
}

/**
 * Starts web and worker, waits until the web answers, tells `onReady`, and stays until one ends or Ctrl+C.
 * @returns {Promise<number>} exit code
 */
export async function serve(children, address, { onReady = () => undefined, onStop } = {}) {
  let hasEnded = false;
  const ended = together(children, {
    onStop: async () => {
      say("stopping");
      await onStop?.();
    },
    onLost: (name, code) => say("childEnded", { name, code }),
  }).then((code) => {
    hasEnded = true;
    return code;
  });
  try {
    await untilAnswering(address, { hasFailed: () => hasEnded, seconds: 120 });
    if (!hasEnded) await onReady();
  } catch (problem) {
    if (!hasEnded) {
      for (const child of Object.values(children)) void end(child);
      throw problem;
    }
  }
  return ended;
}
