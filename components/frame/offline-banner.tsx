"use client";

import { LiveButton } from "@/components/ui/live-button";
import { formatTime } from "@/lib/i18n/local-time";
import { WifiOff } from "@/components/icons/wifi-off";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** Says that the connection is gone and since when. What was typed stays; the person is told not to close the window. */
export function OfflineBanner() {
  const t = useTranslations("frame.offline");
  const [since, setSince] = useState<Date | null>(null);

  useEffect(() => {
    const lost = () => setSince((known) => known ?? new Date());
    const back = () => setSince(null);
    // Asked after the first paint: the server cannot know, and the first picture must be the server's.
    const first = setTimeout(() => navigator.onLine || lost(), 0);
    window.addEventListener("offline", lost);
    window.addEventListener("online", back);
    return () => {
      clearTimeout(first);
      window.removeEventListener("offline", lost);
      window.removeEventListener("online", back);
    };
  }, []);

  async function retry(): Promise<void> {
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (answer) setSince(null);
  }

  return (
    <div role="status" className="offline">
      {since ? (
        <div className="banner no-print">
          <WifiOff className="i" aria-hidden />
          <span>
            <b className="fw6">{t("title", { time: formatTime(since) })}</b> {t("text")}
          </span>
          <LiveButton className="btn btn-sm push" onClick={() => void retry()}>
            {t("retry")}
          </LiveButton>
        </div>
      ) : null}
    </div>
  );
}
