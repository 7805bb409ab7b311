import { setTimeout as sleep } from "node:timers/promises";
import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from "graphile-worker";
import { correlated } from "@/lib/correlation";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { schedule, taskList } from "./task-list";
import { counted } from "./task-streak";

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;

/**
 * graphile-worker, kept running: it gives up when the database is away for a while (and at its start at once), so it is begun again
 * until `stop`. Its own handling of signals is off: worker/run.ts ends ticks and jobs together.
 */
export function startJobs(): { workerIds: () => string[]; stop: () => Promise<void> } {
  const ids = new Set<string>();
  const events = new EventEmitter() as WorkerEvents;
  events.on("worker:create", ({ worker }) => ids.add(worker.workerId));
  events.on("worker:stop", ({ worker }) => ids.delete(worker.workerId));
  const stopping = new AbortController();
  let runner: Runner | null = null;

  const kept = (async () => {
    let pauseMs = firstPauseMs;
    while (!stopping.signal.aborted) {
      const began = Date.now();
      try {
        runner = await run({
          connectionString: env().systemDatabaseUrl,
          concurrency: 2,
          pollInterval: 2_000,
          noHandleSignals: true,
          taskList: watched(taskList),
          parsedCronItems: parseCronItems(schedule),
          logger,
          events,
        });
        // The signal may have come while it was starting.
        if (stopping.signal.aborted) await runner.stop();
        await runner.promise;
        if (!stopping.signal.aborted) log.warn({}, "the job runner ended by itself and begins again");
      } catch (error) {
        const { name, code } = error as Error & { code?: string };
        log.error({ name, code }, "the job runner ended and begins again");
      }
      runner = null;
      ids.clear();
      pauseMs = Date.now() - began > longestPauseMs ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  return {
    workerIds: () => [...ids],
    stop: async () => {
      stopping.abort();
      await runner?.stop().catch(() => undefined);
      await kept;
    },
  };
}

/** The same tasks, whose log lines bear the job's number and whose failures in a row are counted. */
export const watched = (tasks: TaskList): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload, helpers) =>
        correlated(`job-${helpers.job.id}`, () => counted(name, async () => task!(payload, helpers))),
    ]),
  );

/** Its sentences quote what a job threw, which may quote what it worked on: task and job's number are enough to find it. */
const logger = new Logger((scope) => (level, message, meta) => {
  if (level !== "error" && level !== "warning") return;
  const error = (meta as { error?: { name?: unknown; code?: unknown } } | undefined)?.error;
  const fields = { task: scope.taskIdentifier, job: scope.jobId, name: error?.name, code: error?.code };
  if (level === "error")
    log.error(fields, scope.taskIdentifier ? "a job failed" : "the job runner has a problem");
  else log.warn(fields, "the job runner warns");
  void message;
});
