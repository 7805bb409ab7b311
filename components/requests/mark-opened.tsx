"use client";

import { useEffect } from "react";
import { markOpenedAction } from "@/lib/requests/desk/actions";

/** Tells that the desk has this request on its screen. From the browser, because a page may be drawn without being looked at. */
export function MarkOpened({ requestId }: { requestId: string }) {
  useEffect(() => {
    // When it cannot be told now, the next opening tells it: nothing to show.
    void markOpenedAction({ requestId }).catch(() => undefined);
  }, [requestId]);
  return null;
}
