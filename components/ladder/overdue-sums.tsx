import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LimitEnd } from "@/components/ui/limit-end";
import type { OverdueSum } from "@/lib/ladder/types";

/** What is open of each organisation, the most first. */
export function OverdueSums({ sums }: { sums: readonly OverdueSum[] }) {
  const t = useTranslations("ladder.sums");
  if (sums.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="stack-2">
        {sums.map((sum) => (
          <li key={sum.organisationId} className="row wrap between t13">
            <span className="fw6">{sum.organisation}</span>
            <span>
              {t("open", { count: sum.open })}
              {sum.unseen > 0 ? ` · ${t("unseen", { count: sum.unseen })}` : ""}
              {" · "}
              {t.rich("since", { at: () => <LimitEnd at={sum.earliestDueAt} /> })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
