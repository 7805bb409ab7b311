import { useTranslations } from "next-intl";

/** Stands where a figure would be that rests on too few cases for this reader: a word that is read out, and why. */
export function Withheld() {
  const t = useTranslations("province");
  return (
    <span className="dim whitespace-nowrap" title={t("withheld")}>
      {t("few")}
    </span>
  );
}
