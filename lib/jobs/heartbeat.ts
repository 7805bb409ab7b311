import { randomUUID } from "node:crypto";
import { log } from "@/lib/log";
import { sayAlive, sayGone } from "./dead-workers";

const everyMs = 10_000;

/**
 * Tells the database every ten seconds that this worker lives and under which names it locks jobs. A database that is away is told
 * later; the one who was not heard for a minute counts as dead.
 */
export function startHeartbeat(workerIds: () => readonly string[]): { stop: () => Promise<void> } {
  const processId = randomUUID();
  const say = () =>
    sayAlive(processId, workerIds()).catch((error: unknown) =>
      log.warn({ name: (error as Error)?.name }, "the worker could not say that it lives"),
    );
  let said = say();
  // The names of the job runner's workers are known a moment after its start.
  const again = () => {
    said = said.then(say);
  };
  const soon = setTimeout(again, 1_500);
  const timer = setInterval(again, everyMs);
  return {
    stop: async () => {
      clearTimeout(soon);
      clearInterval(timer);
      await said;
      await sayGone(processId).catch(() => undefined);
    },
  };
}
