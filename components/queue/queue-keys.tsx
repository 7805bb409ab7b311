"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isTyping } from "@/components/ui/row-keys";
import { wishCursor } from "@/components/requests/answers/cursor-wish";
import { wishToAssign } from "./assign-wish";

/** The link of the row that has the cursor, else of the first. */
const markedRow = () =>
  (
    document.activeElement?.closest("tr") ?? document.querySelector("tr:has([data-row-link])")
  )?.querySelector<HTMLAnchorElement>("a[data-row-link]");

/** Opens the marked row with the cursor in its answer. */
function openToAnswer(): void {
  const row = markedRow();
  if (!row) return;
  const requestId = new URL(row.href).searchParams.get("open");
  if (requestId) wishCursor(requestId, "pressed");
  row.click();
}

/**
 * Keys of the queue beyond those of every list: `e` opens the marked row with the cursor in its answer (in an open request it goes there), `a` gives the
 * work to somebody (of a marked row: opens it with the choice of whom, for those who may), Escape leaves the field, then the request.
 */
export function QueueKeys({ closeHref, mayAssign }: { closeHref: string | null; mayAssign: boolean }) {
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
      if (event.key === "e" && !document.querySelector('[data-key="e"]')) openToAnswer();
      if (event.key !== "a" || !mayAssign) return;
      const menu = document.querySelector<HTMLElement>("[data-assign] button");
      if (menu) return menu.click();
      const row = closeHref === null ? markedRow() : null;
      if (!row) return;
      wishToAssign();
      row.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [closeHref, mayAssign, router]);
  return null;
}
