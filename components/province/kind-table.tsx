import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { OrganisationFigures } from "@/lib/figures/types";
import { Minutes } from "./minutes";
import { OnTime } from "./on-time";

/** What an organisation has open and how it answered in the period, by kind of request. */
export function KindTable({ figures }: { figures: OrganisationFigures }) {
  const t = useTranslations("province.behind");
  const over = useTranslations("province.overdue");
  const kinds = useTranslations("kinds");
  const rows = [
    ...figures.kinds.map(({ kindCode, ...row }) => ({ ...row, name: kinds(kindCode), isTotal: false })),
    { ...figures.totals, name: t("allKinds"), isTotal: true },
  ];
  return (
    <Card title={t("byKind")} flush>
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("kind")}</th>
              <th scope="col" className="r">
                {t("open")}
              </th>
              <th scope="col" className="r">
                {over("overdue")}
              </th>
              <th scope="col" className="r">
                {over("longest")}
              </th>
              <th scope="col" className="r">
                {t("answered")}
              </th>
              <th scope="col" className="r">
                {over("median")}
              </th>
              <th scope="col" className="r">
                p90
              </th>
              <th scope="col" className="r">
                {over("onTime")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} className={row.overdue > 0 && !row.isTotal ? "is-late" : undefined}>
                <th scope="row" className={row.isTotal ? "mut" : "fw5"}>
                  {row.name}
                </th>
                <td className="r num">{row.open}</td>
                <td className="r num">
                  <span className={row.overdue > 0 ? "c-red fw6" : undefined}>{row.overdue}</span>
                </td>
                <td className="r num">
                  <Minutes value={row.longest} />
                </td>
                <td className="r num">{row.answered}</td>
                <td className="r num">
                  <Minutes value={row.median} suppressed={row.suppressed} />
                </td>
                <td className="r num">
                  <Minutes value={row.p90} suppressed={row.suppressed} />
                </td>
                <td className="r num">
                  <OnTime {...row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
