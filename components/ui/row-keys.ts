import { useEffect, type RefObject } from "react";

/** Whether a key press is writing, or belongs to something that lies over the page. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true;
  const target = event.target;
  if (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable='true'], dialog, [popover]")
  )
    return true;
  return document.querySelector("dialog[open]") !== null;
}

/**
 * `j` and `k` walk the row links inside `body`; Enter is the link's own. `x` ticks the row where one is, Shift with it all since the
 * one before, where rows can be ticked. Single keys rest while somebody writes.
 */
export function useRowKeys(body: RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (!["j", "k", "x", "X"].includes(event.key) || isTyping(event)) return;
      if (event.key.toLowerCase() === "x") {
        const row = document.activeElement?.closest("tr");
        const box =
          row && body.current?.contains(row) ? row.querySelector("[data-phone='select'] input") : null;
        box?.dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: event.shiftKey }));
        return;
      }
      const links = [...(body.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
      if (links.length === 0) return;
      const here = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
      const open = links.findIndex((link) => link.closest("tr")?.getAttribute("aria-selected") === "true");
      const from = here >= 0 ? here : open;
      const to = event.key === "j" ? Math.min(from + 1, links.length - 1) : Math.max(from - 1, 0);
      event.preventDefault();
      links[to]?.focus();
      links[to]?.closest("tr")?.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [body, active]);
}
