import { isTyping } from "@/components/ui/row-keys";
import { useEffect } from "react";

/** The filter of the list on this page: an input marked `data-list-filter`. */
export const listFilter = () => document.querySelector<HTMLElement>("[data-list-filter]");

/**
 * Keys that work on every page. Ctrl Enter sends the form one is in, `/` goes to the list's filter. A single letter presses the element that carries
 * it, `data-key="e"`, so a screen gives an action its key by naming it on the button and nowhere else.
 */
export function usePageKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const from = event.target instanceof Element ? event.target : null;
      if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
        const form = from?.closest("form");
        if (!form || event.defaultPrevented) return;
        event.preventDefault();
        form.requestSubmit();
        return;
      }
      const filter = event.key === "/" && !isTyping(event) ? listFilter() : null;
      if (filter) {
        event.preventDefault();
        filter.focus();
        return;
      }
      if (!/^[a-z]$/.test(event.key) || isTyping(event)) return;
      const bearer = document.querySelector<HTMLElement>(`[data-key="${event.key}"]`);
      if (!bearer) return;
      event.preventDefault();
      if (bearer.matches("input, textarea, select")) bearer.focus();
      else bearer.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
