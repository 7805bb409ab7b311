import { startJobs } from "@/lib/jobs/job-runner";
import { startHeartbeat } from "@/lib/jobs/heartbeat";
import { startTicks } from "@/lib/jobs/tick-loop";
import { taskList } from "@/lib/jobs/task-list";
import { ticks } from "@/lib/jobs/ticks";
import { closeDatabase } from "@/lib/db";
import { openWorkerDoor } from "@/lib/health/worker-door";
import { log } from "@/lib/log";
import { refuseUnsafeStart } from "@/lib/safe-start";

/**
 * The process for what happens later: ticks every few seconds, jobs by cron and queue. Run as many as wanted. SIGTERM and SIGINT end it
 * in good order: nothing new begins, what runs ends. Whoever takes longer than this many milliseconds is cut off; every piece of
 * work is a transaction, so it is as if it had not begun.
 */
const patienceMs = 9_500;

refuseUnsafeStart();
const jobs = startJobs();
const heartbeat = startHeartbeat(jobs.workerIds);
const loop = startTicks(ticks);
const closeDoor = openWorkerDoor();

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => {
    log.error({ ticks: loop.running() }, "worker cut off: it did not end in time");
    process.exit(1);
  }, patienceMs).unref();
  await Promise.all([loop.stop(), jobs.stop()]);
  closeDoor();
  await heartbeat.stop();
  await closeDatabase().catch(() => undefined);
  log.info({}, "worker ended");
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop());
// Whatever nobody caught must not end the process unsaid: it is told and the next run goes on.
process.on("unhandledRejection", (error) =>
  log.error({ name: (error as Error)?.name }, "unhandled rejection"),
);
log.info({ tasks: Object.keys(taskList), ticks: ticks.map(({ name }) => name) }, "worker ready");
