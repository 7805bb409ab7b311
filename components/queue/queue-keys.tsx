"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isTyping } from "@/components/ui/row-keys";

/**
 * Keys of the queue beyond those of every list: `e` opens the marked row (in an open request it goes to the answer), `a` gives the
 * work to somebody, Escape leaves the field, then the request.
 */
export function QueueKeys({ closeHref }: { closeHref: string | null }) {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key === "Escape" &&
        closeHref &&
        !event.defaultPrevented &&
        !document.querySelector("dialog[open], [popover]:popover-open")
      ) {
        const active = document.activeElement;
        if (active instanceof HTMLElement && active.matches("input, textarea, select")) return active.blur();
        return router.push(closeHref, { scroll: false });
      }
      if (isTyping(event)) return;
      if (event.key === "e" && !document.querySelector('[data-key="e"]')) {
        const row =
          document.activeElement?.closest("tr") ?? document.querySelector("tr:has([data-row-link])");
        row?.querySelector<HTMLElement>("[data-row-link]")?.click();
      }
      if (event.key === "a") document.querySelector<HTMLElement>("[data-assign] button")?.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [closeHref, router]);
  return null;
}
