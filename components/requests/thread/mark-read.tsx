"use client";

import { useEffect, useRef } from "react";
import { markThreadReadAction } from "@/lib/requests/thread/actions";

/** So long the newest line has to be in view, in milliseconds, before it counts as read. */
const seenMs = 800;

/** Keeps how far this person has read, once the end of the talk was really in view of somebody who looks. */
export function MarkRead({ requestId, to }: { requestId: string; to: string }) {
  const end = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (!entry?.isIntersecting) return;
      timer = setTimeout(() => {
        if (document.visibilityState !== "visible") return;
        observer.disconnect();
        void markThreadReadAction({ requestId, to }).catch(() => undefined);
      }, seenMs);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [requestId, to]);
  return <span ref={end} aria-hidden />;
}
