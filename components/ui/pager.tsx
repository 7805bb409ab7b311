import { ChevronLeft } from "@/components/icons/chevron-left";
import { ChevronRight } from "@/components/icons/chevron-right";
import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";

/**
 * Previous and next page of a keyset list. There is no total: counting a large list costs more than showing it.
 * A direction without an address shows as a disabled word, so the buttons do not move under the pointer.
 */
export function Pager({
  previous,
  next,
  shown,
}: {
  previous: string | null;
  next: string | null;
  shown: number;
}) {
  const t = useTranslations("ui.pager");
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={t("label")}>
      <span className="t13 mut grow">{t("shown", { count: shown })}</span>
      {previous ? (
        <Link className="btn btn-sm" href={previous} rel="prev">
          <ChevronLeft className="i" aria-hidden />
          {t("previous")}
        </Link>
      ) : (
        <span className="btn btn-sm" role="link" aria-disabled="true">
          <ChevronLeft className="i" aria-hidden />
          {t("previous")}
        </span>
      )}
      {next ? (
        <Link className="btn btn-sm" href={next} rel="next">
          {t("next")}
          <ChevronRight className="i" aria-hidden />
        </Link>
      ) : (
        <span className="btn btn-sm" role="link" aria-disabled="true">
          {t("next")}
          <ChevronRight className="i" aria-hidden />
        </span>
      )}
    </nav>
  );
}
