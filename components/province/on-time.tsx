import { useFormatter, useTranslations } from "next-intl";

/** A share of answers in time with its denominator. */
export function OnTime({
  inTime,
  answered,
  suppressed,
}: {
  inTime: number;
  answered: number;
  suppressed: boolean;
}) {
  const format = useFormatter();
  const t = useTranslations("province");
  if (answered === 0) return <span className="dim">–</span>;
  if (suppressed)
    return (
      <span className="dim" title={t("suppressed")}>
        {t("few")}
      </span>
    );
  return (
    <>
      {format.number(inTime / answered, {
        style: "percent",
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      })}{" "}
      <span className="dim wide-i">
        {inTime}/{answered}
      </span>
    </>
  );
}
