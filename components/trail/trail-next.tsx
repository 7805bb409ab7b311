import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Language } from "@/lib/i18n/languages";
import { formatVnd } from "@/lib/money/format-vnd";
import type { TrailView } from "@/lib/money/trail/types";

/** Places that are named; the others are counted. */
const named = 4;

/** The accounts that the trail leads to and nobody was asked about. What can be done about them stands beside it, as `children`. */
export function TrailNext({ view, children }: { view: TrailView; children?: ReactNode }) {
  const t = useTranslations("trail");
  const language = useLocale() as Language;
  if (view.next.length === 0) return null;
  const total = view.next.reduce((sum, { waiting }) => sum + BigInt(waiting), 0n);
  return (
    <div className="tr-next" data-slot="trail-next">
      <span className="row c-amber fw5">
        <Clock className="i i-14" aria-hidden />
        {t("next.lead", {
          accounts: view.next.reduce((sum, { nodes }) => sum + nodes.length, 0),
          places: view.next.length,
          amount: formatVnd(total, language),
        })}
      </span>
      {view.next.slice(0, named).map(({ institution, kind, isOutside, nodes, waiting }) => (
        <span key={`${institution} ${kind} ${isOutside}`} className="mut">
          {t("next.group", {
            institution: institution ?? t(isOutside ? "outside" : "noInstitution"),
            accounts: nodes.length,
            amount: formatVnd(BigInt(waiting), language),
          })}
        </span>
      ))}
      {view.next.length > named ? (
        <span className="mut">{t("next.more", { places: view.next.length - named })}</span>
      ) : null}
      <span className="push">{children}</span>
    </div>
  );
}
