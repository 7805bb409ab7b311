"use client";

import { useTranslations } from "next-intl";
import { durationOf } from "@/components/ui/duration-words";
import { useServerNow } from "@/components/ui/server-clock";
import { formatTime, formatDateTime, isSameDay } from "@/lib/i18n/local-time";

/** The first hour after a transfer, in which money is still found (golden hour). */
export const goldenMinutes = 60;

/** "32 minutes", running on: how long ago something was. */
export function useTimeSince(at: string): { minutes: number; words: string } {
  const d = useTranslations("format.duration");
  const minutes = Math.max(0, Math.floor((useServerNow().getTime() - new Date(at).getTime()) / 60_000));
  const { unit, ...values } = durationOf(minutes);
  return { minutes, words: d(unit, values) };
}

export function TimeSince({ at }: { at: string }) {
  return useTimeSince(at).words;
}

/**
 * The golden-hour line of a card: amber inside the first hour, quiet afterwards. Money that came to the card's own accounts later than
 * the victim's first transfer is still fresh: `paidAt`, the latest of it, counts first.
 */
export function GoldenHour({ firstAt, paidAt }: { firstAt: string | null; paidAt: string | null }) {
  const at = paidAt ?? firstAt;
  return at ? <SinceTransfer at={at} from={paidAt ? "paid" : "first"} /> : null;
}

function SinceTransfer({ at, from }: { at: string; from: "paid" | "first" }) {
  // words: signing.golden.*
  const t = useTranslations(`signing.golden.${from}`);
  const { minutes, words } = useTimeSince(at);
  const now = useServerNow();
  const end = new Date(new Date(at).getTime() + goldenMinutes * 60_000);
  const inside = minutes < goldenMinutes;
  const began = isSameDay(at, now) ? formatTime(at) : formatDateTime(at);
  return (
    <div className={inside ? "sg-clock" : "sg-clock sg-clock-past"}>
      <span className="sg-min num">{inside ? minutes : words}</span>
      <span className="t13">
        {inside ? t("inside", { began, end: formatTime(end) }) : t("past", { began })}
      </span>
    </div>
  );
}
