"use client";

import { useRef, type KeyboardEvent, type ReactNode } from "react";

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const turns: Record<string, string> = { PageUp: "before", PageDown: "next" };

/** Arrows move between the days of a month, PageUp and PageDown turn it; Enter is the link's own. */
export function DayKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const days = [...(box.current?.querySelectorAll<HTMLElement>("[data-day]") ?? [])];
    const at = days.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const step = steps[event.key];
    const turn = turns[event.key];
    if (step === undefined && !turn) return;
    event.preventDefault();
    if (step !== undefined) days[at + step]?.focus();
    else document.querySelector<HTMLElement>(`[data-turn="${turn}"]`)?.click();
  };
  return (
    <div ref={box} onKeyDown={onKeyDown} className="ag-wide">
      {children}
    </div>
  );
}
