"use client";

import { Printer } from "@/components/icons/printer";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print. */
export function PrintButton({ label, size }: { label: string; size?: "sm" }) {
  return (
    <Button size={size} icon={<Printer className="i" aria-hidden />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
