import { useTranslations } from "next-intl";
import { lastDayOf } from "@/lib/deadlines/last-day";
import { Timestamp } from "./timestamp";

/** When a limit ends (ISO, UTC): "hết ngày" with its last day where it ends with the day, else day and hour. Never "00:00" of the day after. */
export function LimitEnd({ at, className = "" }: { at: string; className?: string }) {
  const t = useTranslations("ui.timeLeft");
  const last = lastDayOf(new Date(at));
  if (!last) return <Timestamp at={at} className={className} />;
  return (
    <time dateTime={at} className={`num nw ${className}`}>
      {t("endOfDay", { day: last.split("-").reverse().join("/") })}
    </time>
  );
}
