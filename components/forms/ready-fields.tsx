"use client";

import type { ReactNode } from "react";
import { useInBrowser } from "@/components/ui/use-in-browser";

/**
 * The fields and buttons of a form, closed until its script runs: what was typed before would be mixed with what the form
 * proposes, and the browser itself would send it, with what was typed in the address.
 */
export function ReadyFields({
  className = "contents",
  children,
}: {
  className?: string;
  children: ReactNode;
}) {
  return (
    <fieldset disabled={!useInBrowser()} className={className}>
      {children}
    </fieldset>
  );
}
