import { Clock } from "@/components/icons/clock";
import { LogOut } from "@/components/icons/log-out";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Language } from "@/lib/i18n/languages";
import { formatVnd } from "@/lib/money/format-vnd";
import type { TrailView } from "@/lib/money/trail/types";

/** Places that are named; the others are counted. */
const named = 4;

/**
 * The accounts that the trail leads to and nobody was asked about. What can be done about them stands beside it, as `children`. What left
 * the register's reach is named apart: nobody is asked about it here, and the dialog says what is done instead.
 */
export function TrailNext({ view, children }: { view: TrailView; children?: ReactNode }) {
  const t = useTranslations("trail");
  const language = useLocale() as Language;
  if (view.next.length === 0) return null;
  const within = view.next.filter(({ isOutside }) => !isOutside);
  const outside = view.next.filter(({ isOutside }) => isOutside);
  const sumOf = (groups: typeof view.next) => ({
    accounts: groups.reduce((sum, { nodes }) => sum + nodes.length, 0),
    amount: formatVnd(
      groups.reduce((sum, { waiting }) => sum + BigInt(waiting), 0n),
      language,
    ),
  });
  return (
    <div className="tr-next" data-slot="trail-next">
      {within.length > 0 ? (
        <span className="row c-amber fw5">
          <Clock className="i i-14" aria-hidden />
          {t("next.lead", { ...sumOf(within), places: within.length })}
        </span>
      ) : null}
      {within.slice(0, named).map(({ institution, kind, nodes, waiting }) => (
        <span key={`${institution} ${kind}`} className="mut">
          {t("next.group", {
            institution: institution ?? t("noInstitution"),
            accounts: nodes.length,
            amount: formatVnd(BigInt(waiting), language),
          })}
        </span>
      ))}
      {within.length > named ? (
        <span className="mut">{t("next.more", { places: within.length - named })}</span>
      ) : null}
      {outside.length > 0 ? (
        <span className="row c-amber fw5">
          <LogOut className="i i-14" aria-hidden />
          {t("next.outside", sumOf(outside))}
        </span>
      ) : null}
      <span className="push">{children}</span>
    </div>
  );
}
