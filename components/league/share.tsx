import { useLocale, useTranslations } from "next-intl";
import type { Of } from "@/lib/figures/pace/line";
import { formatShare, tenthsOf } from "@/lib/money/share";

/** A share with what it is a share of; a dash where there is nothing to be one of. */
export function Share({ part, whole }: Of) {
  const language = useLocale();
  const t = useTranslations("league");
  if (whole === 0) return <span className="dim">–</span>;
  return (
    <span className="nw">
      {formatShare(tenthsOf(BigInt(part), BigInt(whole)), language)}{" "}
      <span className="dim">{t("shareOf", { part, whole })}</span>
    </span>
  );
}
