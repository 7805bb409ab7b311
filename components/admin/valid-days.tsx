import { useTranslations } from "next-intl";
import { dayBefore } from "@/lib/day";

const shown = (day: string) => day.split("-").reverse().join("/");

/** Since when and until when something holds: kept is the first day on which it no longer does, told is the last on which it does. */
export function ValidDays({ from, to }: { from: string | null; to: string | null }) {
  const t = useTranslations("admin.validity");
  if (!from && !to) return <span className="mut num nw">{t("unknown")}</span>;
  if (!from) return <span className="mut num nw">{t("until", { to: shown(dayBefore(to!)) })}</span>;
  if (to && to <= from) return <span className="mut num nw">{t("oneDay", { day: shown(from) })}</span>;
  return (
    <span className="mut num nw">
      {to ? t("between", { from: shown(from), to: shown(dayBefore(to)) }) : t("since", { from: shown(from) })}
    </span>
  );
}
