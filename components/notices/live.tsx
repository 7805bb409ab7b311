"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { allowSound, beep } from "./beep";
import { titleCount } from "./title-count";

/** Several things that happen at once are one new reading. */
const settleMs = 250;
const againMs = 3_000;

type Told = { topic: string; requestId: string | null; caseId: string | null; urgent: boolean };

/**
 * Keeps the page as fresh as the database: hears that something happened and reads the page again through its own rights.
 * With `alert` a new urgent request also sounds, and is counted in the title until somebody looks.
 */
export function Live({ alert = false }: { alert?: boolean }) {
  const t = useTranslations("notices");
  const router = useRouter();
  const [news, setNews] = useState(0);
  const refresh = useRef(() => router.refresh());
  useEffect(() => {
    refresh.current = () => router.refresh();
  }, [router]);

  useEffect(() => {
    let source: EventSource | undefined;
    let settle: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let wasLost = false;
    const title = titleCount();
    const onLook = () => {
      if (document.visibilityState === "visible") title.clear();
    };
    const readAgain = () => {
      clearTimeout(settle);
      settle = setTimeout(() => {
        // Without a connection the router would leave the page and what is typed in it; it is read again when it is back.
        if (!navigator.onLine) return;
        // Re-reading by itself is no sign of life: an unattended queue still goes idle.
        document.cookie = "quiet=1; path=/; max-age=2; samesite=strict";
        refresh.current();
      }, settleMs);
    };
    /** Why the stream was refused: after the session is over the portal is asked no more. */
    const askWhy = async () => {
      const call = new AbortController();
      const status = await fetch("/api/stream", { signal: call.signal })
        .then((answer) => answer.status)
        .catch(() => 0);
      call.abort();
      if (isOver || status === 401) return;
      again = setTimeout(open, againMs);
    };
    const open = () => {
      source = new EventSource("/api/stream");
      source.onopen = () => {
        if (wasLost) readAgain();
        wasLost = false;
      };
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const told = JSON.parse(data) as Told;
        readAgain();
        if (!alert || told.topic !== "request.signed") return;
        setNews((count) => count + 1);
        if (!told.urgent) return;
        beep();
        title.add();
      };
      source.onerror = () => {
        wasLost = true;
        // The browser tries again by itself unless the answer was a refusal.
        if (source?.readyState === EventSource.CLOSED && !isOver) void askWhy();
      };
    };
    open();
    const close = () => source?.close();
    window.addEventListener("online", readAgain);
    window.addEventListener("pagehide", close);
    window.addEventListener("focus", onLook);
    document.addEventListener("visibilitychange", onLook);
    document.addEventListener("pointerdown", allowSound);
    document.addEventListener("keydown", allowSound);
    document.addEventListener("pointerdown", title.clear);
    document.addEventListener("keydown", title.clear);
    return () => {
      isOver = true;
      clearTimeout(settle);
      clearTimeout(again);
      source?.close();
      title.stop();
      window.removeEventListener("online", readAgain);
      window.removeEventListener("pagehide", close);
      window.removeEventListener("focus", onLook);
      document.removeEventListener("visibilitychange", onLook);
      document.removeEventListener("pointerdown", allowSound);
      document.removeEventListener("keydown", allowSound);
      document.removeEventListener("pointerdown", title.clear);
      document.removeEventListener("keydown", title.clear);
    };
  }, [alert]);

  return (
    <span className="vh" role="status">
      {news > 0 ? t("new", { count: news }) : ""}
    </span>
  );
}
