import { ChevronLeft } from "@/components/icons/chevron-left";
import { ChevronRight } from "@/components/icons/chevron-right";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { ItemPagerLinks } from "@/lib/requests/item-page";

/** Which of a request's many targets are shown, and the ways to the others; all at once is for paper and for the browser's own search. */
export function ItemPager({ links }: { links: ItemPagerLinks }) {
  const t = useTranslations("requests.itemPages");
  const { first, last, count, previous, next, all, page } = links;
  return (
    <nav className="pager wrap no-print" aria-label={t("label")}>
      <span className="t13 mut grow num nw">
        {page === "all" ? t("all", { count }) : t("shown", { first, last, count })}
      </span>
      {all ? (
        <Link className="btn btn-sm" href={all} scroll={false}>
          {t("showAll", { count })}
        </Link>
      ) : null}
      {page === "all" && previous ? (
        <Link className="btn btn-sm" href={previous} scroll={false}>
          {t("inParts")}
        </Link>
      ) : (
        <>
          <Step href={previous} rel="prev">
            <ChevronLeft className="i" aria-hidden />
            {t("previous")}
          </Step>
          <Step href={next} rel="next">
            {t("next")}
            <ChevronRight className="i" aria-hidden />
          </Step>
        </>
      )}
    </nav>
  );
}

/** A way that leads nowhere keeps its place, so that nothing moves under the pointer. */
function Step({ href, rel, children }: { href: string | null; rel: string; children: ReactNode }) {
  return href ? (
    <Link className="btn btn-sm" href={href} rel={rel} scroll={false}>
      {children}
    </Link>
  ) : (
    <span className="btn btn-sm" role="link" aria-disabled="true">
      {children}
    </span>
  );
}
