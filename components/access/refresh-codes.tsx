"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Draws the demo's list again when its codes change, every 30 s by the clock they are made from. */
export function RefreshCodes({ now }: { now: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), 30_000 - (now % 30_000) + 500);
    return () => clearTimeout(timer);
  }, [now, router]);
  return null;
}
