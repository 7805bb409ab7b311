import { Counter, Histogram } from "prom-client";
import { metric, registry } from "./registry";

const registers = [registry];
const runs = () =>
  metric(
    "lachan_tick_runs_total",
    (name) =>
      new Counter({ name, help: "Runs of a tick by outcome", labelNames: ["tick", "outcome"], registers }),
  );
const doneSoFar = () =>
  metric(
    "lachan_tick_done_total",
    (name) => new Counter({ name, help: "What the runs of a tick did", labelNames: ["tick"], registers }),
  );
const buckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60];
const durations = () =>
  metric(
    "lachan_tick_seconds",
    (name) => new Histogram({ name, help: "How long a tick ran", labelNames: ["tick"], buckets, registers }),
  );

/** Counts one run of a tick in this process. */
export function countTick(tick: string, run: { seconds: number; done: number; hasFailed: boolean }): void {
  runs().inc({ tick, outcome: run.hasFailed ? "failed" : "ok" });
  if (run.done > 0) doneSoFar().inc({ tick }, run.done);
  durations().observe({ tick }, run.seconds);
}
