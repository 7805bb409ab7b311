"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Progress } from "@/components/ui/progress";
import { TimeLeft } from "@/components/ui/time-left";
import type { CaseRow } from "@/lib/cases/types";
import { paths } from "@/lib/paths";

/** The cases I am named on: how much of the loss is held, and the next legal limit. */
export function MyCasesCard({ rows, total }: { rows: readonly CaseRow[]; total: number }) {
  const t = useTranslations("desk");
  const status = useTranslations("cases.status");
  const percent = new Intl.NumberFormat(useLocale() === "en" ? "en-GB" : "vi-VN", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const share = ({ held, reportedLoss }: CaseRow) =>
    reportedLoss === "0" ? 0 : Number((BigInt(held) * 1000n) / BigInt(reportedLoss)) / 10;
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
          <thead>
            <tr>
              <th scope="col">{t("caseColumn")}</th>
              <th scope="col" className="r">
                {t("heldOfLoss")}
              </th>
              <th scope="col" className="r">
                {t("deadline")}
              </th>
            </tr>
          </thead>
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
                    <span className="num mut nw">{percent.format(share(row))} %</span>
                    <Progress
                      value={share(row)}
                      max={100}
                      tone="held"
                      label={t("share", { share: `${percent.format(share(row))} %` })}
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
