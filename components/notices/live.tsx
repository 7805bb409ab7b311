"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { hearLater } from "./hear-later";

/** Several things that happen at once are one new reading. */
const settleMs = 250;

/**
 * Keeps the page as fresh as the database: hears that something happened and reads the page again through its own rights.
 * With `alert` what is new is said, too. With `own` it is a page about one's own notifications; no other page cares for those.
 */
export function Live({ alert = false, own = false }: { alert?: boolean; own?: boolean }) {
  const t = useTranslations("notices");
  const router = useRouter();
  const [news, setNews] = useState(0);
  const refresh = useRef(() => router.refresh());
  useEffect(() => {
    refresh.current = () => router.refresh();
  }, [router]);

  useEffect(() => {
    let settle: ReturnType<typeof setTimeout> | undefined;
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
    const stop = hearLater({
      onBack: readAgain,
      onTold: ({ topic }) => {
        if (topic === "resync" || (topic === "notice" || topic === "seen") === own) readAgain();
        if (alert && topic === "request.signed") setNews((count) => count + 1);
      },
    });
    window.addEventListener("online", readAgain);
    return () => {
      clearTimeout(settle);
      stop();
      window.removeEventListener("online", readAgain);
    };
  }, [alert, own]);

  return (
    <span className="vh" role="status">
      {news > 0 ? t("new", { count: news }) : ""}
    </span>
  );
}
