"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import { TableHead } from "@/components/ui/table-head";
import { TimeLeft } from "@/components/ui/time-left";
import type { DebtRow } from "@/lib/requests/police/waiting";
import { paths } from "@/lib/paths";

const soonMs = 60 * 60_000;

/** Who still owes this unit an answer, the most urgent first. `now` is the server's instant. */
export function DebtsCard({ rows, now }: { rows: readonly DebtRow[]; now: string }) {
  const t = useTranslations("desk");
  const at = Date.parse(now);
  const mark = ({ overdue, oldest }: DebtRow) =>
    overdue > 0
      ? "is-late"
      : oldest && !oldest.pausedAt && Date.parse(oldest.dueAt) - at < soonMs
        ? "is-soon"
        : undefined;
  return (
    <Card flush title={t("debts")}>
      {rows.length === 0 ? (
        <p className="card-body t13 mut">{t("debtsEmpty")}</p>
      ) : (
        <table className="table">
          <caption className="vh">{t("debts")}</caption>
          <TableHead columns={[t("addressee"), { figure: t("overdueOfOpen") }, { figure: t("oldest") }]} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={mark(row)}>
                <th scope="row" className="fw5">
                  {row.name}
                </th>
                <td className="r num">
                  {row.overdue > 0 ? (
                    <Link
                      className="c-red fw6"
                      href={`${paths.requests}?view=open&addressee=${row.id}&overdue=1`}
                      aria-label={t("overdueOf", { count: row.overdue, org: row.name })}
                    >
                      {row.overdue}
                    </Link>
                  ) : (
                    0
                  )}
                  <span className="dim"> / </span>
                  <Link
                    className="mut"
                    href={`${paths.requests}?view=open&addressee=${row.id}`}
                    aria-label={t("openOf", { count: row.open, org: row.name })}
                  >
                    {row.open}
                  </Link>
                </td>
                <td className="r">
                  {row.oldest ? (
                    <TimeLeft
                      dueAt={row.oldest.dueAt}
                      spanMinutes={row.oldest.spanMinutes}
                      pausedAt={row.oldest.pausedAt}
                      state={row.oldest.pausedAt ? "paused" : "running"}
                    />
                  ) : (
                    <span className="t12 dim">{t("waived")}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
