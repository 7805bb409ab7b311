import type { Work } from "@/lib/metrics/work";

export type TickState = {
  name: string;
  everyMs: number;
  startedAt: string;
  endedAt: string | null;
  /** Of the last run that was told, and of all. */
  done: number;
  doneInAll: string;
  runs: string;
  failures: string;
  failedAt: string | null;
  errorName: string | null;
  /** Since it last ended, in seconds; late is what should have ended three times by now, two minutes at least. */
  ageSeconds: number;
  isLate: boolean;
};
/** A task by its timetable. `failures` in a row since `failingSince`; of what was thrown the name and code. */
export type CronState = {
  name: string;
  lastAt: string | null;
  failures: number;
  failingSince: string | null;
  errorName: string | null;
};
/** A row that a tick could not do, by its number; `behind` of the outbox: how many later words of the same record wait for it. */
export type AsideState = {
  id: string;
  source: string;
  tries: number;
  since: string;
  nextAt: string;
  errorName: string;
  behind: number;
  /** An order to pass it over that no worker has carried out yet. */
  ordered: boolean;
};
/** A job that was given up or hangs on a dead worker: its number finds it in the log, what it was about stands nowhere. */
export type JobState = {
  id: string;
  task: string;
  attempts: number;
  mostAttempts: number;
  since: string;
  state: "failed" | "dead-worker";
  /** An order that no worker has carried out yet. */
  ordered: "retry" | "discard" | null;
};
/** An order of the last days: `outcome` null while a worker holds its job; `gone` when there was no such job any more. */
export type OrderState = {
  id: string;
  jobId: string;
  task: string;
  act: "retry" | "discard";
  orderedAt: string;
  outcome: "done" | "gone" | null;
};
export type WorkerState = { id: string; startedAt: string; seenAt: string; isAlive: boolean };

export type JobsOverview = {
  at: string;
  work: Work;
  ticks: TickState[];
  crons: CronState[];
  jobs: JobState[];
  aside: AsideState[];
  orders: OrderState[];
  workers: WorkerState[];
};
