"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "next-intl";
import { isTyping } from "@/components/ui/row-keys";
import { useToast } from "@/components/ui/toast";
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
 * Keys of the queue beyond those of every list: `e` opens the marked row with the cursor in its answer; with a request open it is that
 * one's and no other's, and says who works on it where it cannot be answered. `a` gives the work to somebody (of a marked row: opens it
 * with the choice of whom, for those who may), Escape leaves the field, then the request.
 */
export function QueueKeys({
  closeHref,
  mayAssign,
  holder,
}: {
  closeHref: string | null;
  mayAssign: boolean;
  /** The colleague who has the open request, where he is why it cannot be answered. */
  holder: string | null;
}) {
  const t = useTranslations("queue");
  const router = useRouter();
  const toast = useToast();
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
        // Its answer may still be on its way to the browser: another request is never meant.
        if (closeHref === null) openToAnswer();
        else if (holder) toast(t("heldBy", { who: holder }));
      }
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
  }, [closeHref, mayAssign, holder, router, toast, t]);
  return null;
}
