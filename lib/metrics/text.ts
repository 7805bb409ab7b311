import { collectDefaultMetrics, Gauge } from "prom-client";
import { poolSizes } from "@/lib/db";
import { log } from "@/lib/log";
import { metric, registry } from "./registry";
import { readWork } from "./work";

const registers = [registry];
const gauge = (name: string, help: string, labelNames: string[] = []) =>
  metric(name, () => new Gauge({ name, help, labelNames, registers }));

export const metricsType = registry.contentType;

/**
 * Everything as Prometheus reads it: this process (memory, requests, pools) and, asked of the database at this moment, the work that
 * all workers share. A database that does not answer leaves the second half out.
 */
export async function metricsText(): Promise<string> {
  if (!registry.getSingleMetric("process_start_time_seconds")) collectDefaultMetrics({ register: registry });
  const connections = gauge("lachan_db_connections", "Connections of this process", ["pool", "state"]);
  for (const { pool, total, idle, waiting } of poolSizes()) {
    connections.set({ pool, state: "busy" }, total - idle);
    connections.set({ pool, state: "idle" }, idle);
    connections.set({ pool, state: "waiting" }, waiting);
  }
  const shared = [
    gauge("lachan_tick_age_seconds", "Since a tick last ended, in any worker", ["tick"]),
    gauge("lachan_jobs", "Jobs by state", ["state"]),
    gauge("lachan_job_oldest_seconds", "How long the oldest ready job has been waiting"),
    gauge("lachan_outbox_waiting", "Events not told yet"),
    gauge("lachan_outbox_oldest_seconds", "Age of the oldest event not told yet"),
    gauge("lachan_set_aside", "Rows that their tick could not do and tries again", ["source"]),
    gauge("lachan_workers", "Workers heard in the last minute"),
    gauge("lachan_deliveries", "What leaves the portal, by way and state", ["channel", "state"]),
  ] as const;
  const [age, jobs, oldestJob, outbox, oldestEvent, aside, workers, deliveries] = shared;
  for (const one of shared) one.reset();
  try {
    const work = await readWork();
    for (const { name, ageSeconds } of work.ticks) age.set({ tick: name }, ageSeconds);
    for (const [state, count] of Object.entries(work.jobs)) jobs.set({ state }, count);
    oldestJob.set(work.oldestJobSeconds);
    outbox.set(work.outboxWaiting);
    oldestEvent.set(work.oldestEventSeconds);
    for (const { source, count } of work.setAside) aside.set({ source }, count);
    workers.set(work.workers);
    for (const { channel, state, count } of work.deliveries) deliveries.set({ channel, state }, count);
  } catch (error) {
    log.warn({ name: (error as Error)?.name }, "metrics of the database are left out");
  }
  return registry.metrics();
}
