import { useTranslations } from "next-intl";
import { durationOf } from "@/components/ui/duration-words";

/** A length of time in words; a dash where there is none, and why where it is not shown. */
export function Minutes({ value, suppressed = false }: { value: number | null; suppressed?: boolean }) {
  const d = useTranslations("format.duration");
  const t = useTranslations("province");
  if (suppressed)
    return (
      <span className="dim" title={t("suppressed")}>
        {t("few")}
      </span>
    );
  if (value === null) return <span className="dim">–</span>;
  const { unit, ...values } = durationOf(value);
  return d(unit, values);
}
