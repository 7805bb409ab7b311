"use client";

import { createContext, use, useEffect, useSyncExternalStore, type ReactNode } from "react";

/** How often what says "12 minutes left" is read again. */
const tickMs = 30_000;

const StartedAt = createContext(0);
const listeners = new Set<() => void>();
let offsetMs = 0;
let currentMs = 0; // 0 until the first tick: then the server's own moment is shown, the same as in its page
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  currentMs = Date.now() + offsetMs;
  for (const listener of listeners) listener();
}

function onVisible(): void {
  if (document.visibilityState === "visible") tick();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    timer = setInterval(tick, tickMs);
    document.addEventListener("visibilitychange", onVisible);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener("visibilitychange", onVisible);
  };
}

/**
 * Tells the screens below the server's time, so that a wrong clock in somebody's computer never shows a wrong
 * remaining time. `now` is the server's instant when it made the page, ISO, UTC.
 */
export function ServerClock({ now, children }: { now: string; children: ReactNode }) {
  const startedAt = new Date(now).getTime();
  useEffect(() => {
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const answeredAt = page ? performance.timeOrigin + page.responseStart : Date.now();
    // The layout is made once per visit; a later render of it with an older instant must not move the clock.
    if (offsetMs === 0) offsetMs = startedAt - answeredAt;
    tick();
  }, [startedAt]);
  return <StartedAt value={startedAt}>{children}</StartedAt>;
}

/** The server's time now, refreshed every 30 s for all who ask, by one timer. */
export function useServerNow(): Date {
  const startedAt = use(StartedAt);
  const ms = useSyncExternalStore(
    subscribe,
    () => currentMs || startedAt,
    () => startedAt,
  );
  return new Date(ms);
}
