import type { KeyboardEvent, SyntheticEvent } from "react";

/** Stops a sending before the form hears of it; what was typed stays. */
export function holdBack(event: SyntheticEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/**
 * The browser sends a form by Enter in any of its lines. A legal answer goes out by its button or Ctrl Enter alone: the Enter that
 * opened a request must not file it when it is pressed once more.
 */
export function notByEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
  if (event.target instanceof Element && event.target.matches("input")) event.preventDefault();
}
