import { useTranslations } from "next-intl";
import { useServerNow } from "@/components/ui/server-clock";
import { formatDate, isSameDay } from "@/lib/i18n/local-time";
import { momentOf } from "./typed-answer";

const dayMs = 86_400_000;

/** Which day a typed hour was taken for, said beside it before it is sent: `23:59` typed at 22:57 is yesterday's. */
export function useDayWords(): (typed: string | undefined) => string | undefined {
  const t = useTranslations("answers.row");
  const now = useServerNow();
  return (typed) => {
    const moment = typed ? momentOf(typed, now) : null;
    if (!moment) return undefined;
    if (isSameDay(moment, now)) return t("today");
    const isYesterday = isSameDay(moment, new Date(now.getTime() - dayMs));
    return isYesterday ? t("yesterday", { date: formatDate(moment) }) : undefined;
  };
}
