"use client";

import type { ReactNode } from "react";
import { LiveButton, SentByScript } from "@/components/ui/live-button";
import { enterAsAction } from "@/lib/demo/actions";

/** Enters as one of the demo's people. A form that the browser sends by itself is refused (`isOwnRequest`), so a press waits for the script. */
export function EnterForm({ email, children }: { email: string; children: ReactNode }) {
  return (
    <form action={enterAsAction}>
      <input type="hidden" name="email" value={email} />
      <SentByScript value>
        <LiveButton type="submit" className="si-person">
          {children}
        </LiveButton>
      </SentByScript>
    </form>
  );
}
