"use client";

import { useTranslations } from "next-intl";
import { useServerNow } from "@/components/ui/server-clock";
import { formatNear } from "@/lib/i18n/local-time";

/** When a request was sent and first opened: the hour for today, else with its day. */
export function SentLine({ sentAt, openedAt }: { sentAt: string; openedAt: string | null }) {
  const t = useTranslations("queue");
  const now = useServerNow();
  return (
    <span className="push num nw">
      {t("sentAt", { time: formatNear(sentAt, now) })}
      {openedAt ? <span className="wide">{t("openedAt", { time: formatNear(openedAt, now) })}</span> : null}
    </span>
  );
}
