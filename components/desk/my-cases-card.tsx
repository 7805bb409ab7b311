"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Progress } from "@/components/ui/progress";
import { TableHead } from "@/components/ui/table-head";
import { TimeLeft } from "@/components/ui/time-left";
import type { CaseRow } from "@/lib/cases/types";
import { formatShare, tenthsOf } from "@/lib/money/share";
import { paths } from "@/lib/paths";

/** The cases I am named on: how much of the loss is held, and the next legal limit. */
export function MyCasesCard({ rows, total }: { rows: readonly CaseRow[]; total: number }) {
  const t = useTranslations("desk");
  const status = useTranslations("cases.status");
  const language = useLocale();
  const tenths = ({ held, reportedLoss }: CaseRow) => tenthsOf(BigInt(held), BigInt(reportedLoss));
  return (
    <Card
      flush
      title={
        <>
          {t("myCases")} <span className="dim fw5 num">{total}</span>
        </>
      }
      aside={
        <Link className="t13" href={paths.cases}>
          {t("allCases")}
        </Link>
      }
    >
      {rows.length === 0 ? (
        <p className="card-body t13 mut">{t("casesEmpty")}</p>
      ) : (
        <table className="table dk-cases">
          <caption className="vh">{t("myCases")}</caption>
          <TableHead columns={[t("caseColumn"), { figure: t("heldOfLoss") }, { figure: t("deadline") }]} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <span className="block trunc" title={row.title}>
                    <Link className="row-link fw5" href={paths.case(row.id)}>
                      {row.title}
                    </Link>
                  </span>
                  <span className="sub id">{row.code}</span>
                </th>
                <td className="r">
                  <Money value={row.held} strong />
                  <span className="sub">
                    <Money value={row.reportedLoss} />
                  </span>
                  <span className="dk-f t12">
                    <span className="num mut nw">{formatShare(tenths(row), language)}</span>
                    <Progress
                      value={tenths(row)}
                      max={1000}
                      tone="held"
                      label={t("share", { share: formatShare(tenths(row), language) })}
                    />
                  </span>
                </td>
                <td className="r">
                  {row.due ? <TimeLeft {...row.due} state="running" /> : null}
                  <span className="sub">{status(row.status)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
