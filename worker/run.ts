import { Logger, parseCronItems, run } from "graphile-worker";
import { env } from "@/lib/env";
import { schedule, taskList } from "@/lib/jobs/task-list";
import { log } from "@/lib/log";

/**
 * The process for what happens later. Run as many as wanted; a minute's job is claimed by one of them.
 * SIGTERM and SIGINT finish the running job first, then the process ends.
 */
const logger = new Logger(() => (level, message) => {
  if (level === "error") log.error({}, message);
  else if (level === "warning") log.warn({}, message);
});

const runner = await run({
  connectionString: env().systemDatabaseUrl,
  concurrency: 2,
  pollInterval: 2_000,
  taskList,
  parsedCronItems: parseCronItems(schedule),
  logger,
});
log.info({ tasks: Object.keys(taskList) }, "worker ready");
await runner.promise;
// The pools of the two doors would keep the process alive.
process.exit(0);
