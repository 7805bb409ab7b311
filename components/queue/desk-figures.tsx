import { useTranslations } from "next-intl";
import { durationOf } from "@/components/ui/duration-words";
import type { DeskFigures as Figures } from "@/lib/requests/queue/types";

/** The own organisation's figures for its manager, with what they are counted over. */
export function DeskFigures({ figures }: { figures: Figures }) {
  const t = useTranslations("queue.figures");
  const d = useTranslations("format.duration");
  const { unit, ...values } = durationOf(figures.medianMinutes ?? 0);
  return (
    <dl className="lq-figures" aria-label={t("label")}>
      <div>
        <dt>{t("open")}</dt>
        <dd className="num fw6">{figures.open}</dd>
      </div>
      <div>
        <dt>{t("overdue")}</dt>
        <dd className={figures.overdue > 0 ? "num fw6 c-red" : "num fw6"}>{figures.overdue}</dd>
      </div>
      <div title={t("medianOver", { count: figures.answers })}>
        <dt>{t("median")}</dt>
        <dd className="num fw6">{figures.medianMinutes === null ? t("none") : d(unit, values)}</dd>
        <dd className="t12 dim">{t("medianOver", { count: figures.answers })}</dd>
      </div>
    </dl>
  );
}
