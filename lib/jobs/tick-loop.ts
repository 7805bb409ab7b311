import { onNotice } from "@/lib/notices/listen";
import { correlated, numberOf } from "@/lib/correlation";
import { log } from "@/lib/log";
import { countTick } from "@/lib/metrics/ticks";
import { writeTick } from "./sweep-state";
import type { Tick } from "./tick";

/** After failures in a row a tick waits longer, at most so many milliseconds: a database that is back is found soon. */
const longestPauseMs = 10_000;
/** A run that takes longer than this is told while it goes on, in milliseconds. */
const toldAfterMs = 10_000;
/** An idle tick says that it lives this often and not with each run, in milliseconds. */
const toldEveryMs = 5_000;

export type Loop = {
  /** No run begins any more; resolves when those that are under way have ended. */
  stop: () => Promise<void>;
  /** How many runs are under way. */
  running: () => number;
};

/**
 * Runs every tick until `stop`, each one after itself and never beside itself in this process. A run that fails is logged by the
 * error's name and code, counted and tried again: nothing a tick throws ends the loop, and neither does a database that is away.
 */
export function startTicks(ticks: readonly Tick[]): Loop {
  const states = ticks.map((tick) => turning(tick));
  const stopHearing = ticks.some(({ wakeOn }) => wakeOn === "outbox")
    ? onNotice(() => states.forEach((state) => state.tick.wakeOn === "outbox" && state.wake()))
    : () => undefined;
  return {
    running: () => states.filter((state) => state.isRunning()).length,
    stop: async () => {
      stopHearing();
      await Promise.all(states.map((state) => state.stop()));
    },
  };
}

function turning(tick: Tick) {
  let isStopped = false;
  let underWay: Promise<void> | null = null;
  let isWanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failuresInARow = 0;
  const untold = { runs: 0, done: 0, failures: 0, since: 0 };

  const begin = () => {
    clearTimeout(timer);
    if (isStopped) return;
    // A word that comes while a run is under way may be about what it has already passed by: one more run follows.
    if (underWay) return void (isWanted = true);
    isWanted = false;
    underWay = turn().finally(() => {
      underWay = null;
      if (isStopped) return;
      if (isWanted && failuresInARow === 0) return begin();
      timer = setTimeout(begin, pauseOf(tick, failuresInARow));
    });
  };

  async function turn(): Promise<void> {
    const began = performance.now();
    const startedAt = Date.now();
    const long = setTimeout(() => void tell(startedAt, null), toldAfterMs);
    let failed: unknown = null;
    let done = 0;
    try {
      done = await correlated(numberOf(null), () => tick.run());
      failuresInARow = 0;
    } catch (error) {
      failed = error ?? new Error("thrown nothing");
      failuresInARow += 1;
      log.error(
        {
          tick: tick.name,
          name: (error as Error)?.name,
          code: (error as { code?: unknown })?.code,
          failuresInARow,
        },
        "a tick failed",
      );
    }
    clearTimeout(long);
    untold.runs += 1;
    untold.done += done;
    untold.failures += failed ? 1 : 0;
    const seconds = (performance.now() - began) / 1_000;
    countTick(tick.name, { seconds, done, hasFailed: failed !== null });
    if (done > 0 || failed || Date.now() - untold.since >= toldEveryMs)
      await tell(startedAt, { tookMs: Math.round(seconds * 1_000), lastDone: done, failed });
  }

  /** What could not be told (the database is away) is told with the next run. */
  async function tell(startedAt: number, ended: Parameters<typeof writeTick>[2]): Promise<void> {
    const { runs, done, failures } = untold;
    try {
      await writeTick(tick, { runs, done, failures, agoMs: Date.now() - startedAt }, ended);
      untold.runs -= runs;
      untold.done -= done;
      untold.failures -= failures;
      untold.since = Date.now();
    } catch (error) {
      log.warn({ tick: tick.name, name: (error as Error)?.name }, "the state of a tick was not written");
    }
  }

  begin();
  return {
    tick,
    wake: begin,
    isRunning: () => underWay !== null,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}

/** Milliseconds until the next run: the tick's own rhythm, doubled with each failure in a row. */
export function pauseOf({ everyMs }: Pick<Tick, "everyMs">, failuresInARow: number): number {
  if (failuresInARow === 0) return everyMs;
  return Math.max(everyMs, Math.min(longestPauseMs, everyMs * 2 ** Math.min(failuresInARow, 10)));
}
