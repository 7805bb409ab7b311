"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { readQuietly } from "@/components/notices/read-quietly";

const everyMs = 10_000;

/** Reads the page again every ten seconds while somebody looks at it and no dialog is open; by itself it is no sign of life. */
export function Again() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (
        document.visibilityState !== "visible" ||
        !navigator.onLine ||
        document.querySelector("dialog[open]")
      )
        return;
      readQuietly(() => router.refresh());
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
