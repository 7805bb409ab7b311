"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { columnsOf, DataTable } from "@/components/ui/data-table";
import type { Selection } from "@/components/ui/row-selection";
import { Link } from "@/components/ui/link";
import type { Language } from "@/lib/i18n/languages";
import { paths } from "@/lib/paths";
import type { HoldRow } from "@/lib/release/types";
import { AppealLink, holdColumns } from "./hold-columns";
import { HoldEnd } from "./hold-end";

const column = columnsOf<HoldRow>();

/** What is held for the unit now. A press on a row opens its order; the case and an appeal have links of their own. */
export function HoldTable({
  rows,
  selection,
  inCase = false,
}: {
  rows: readonly HoldRow[];
  selection?: Selection<HoldRow>;
  /** On a case's own page nobody reads its code in every row. */
  inCase?: boolean;
}) {
  const t = useTranslations("release");
  const kinds = useTranslations("kinds");
  const language = useLocale() as Language;
  const columns = useMemo(() => {
    const shared = holdColumns<HoldRow>(t, language);
    return [
      shared.account,
      column.display({
        id: "holder",
        header: () => t("columns.holder"),
        meta: { phone: "lead" },
        cell: ({ row: { original: row } }) => row.holder,
      }),
      ...(inCase
        ? []
        : [
            column.display({
              id: "case",
              header: () => t("columns.case"),
              cell: ({ row: { original: row } }) => (
                <>
                  <Link href={paths.case(row.caseId)} className="num">
                    {row.caseCode}
                  </Link>
                  <span className="sub trunc">{row.caseTitle}</span>
                </>
              ),
            }),
          ]),
      shared.amount,
      column.display({
        id: "until",
        header: () => t("columns.until"),
        meta: { phone: "aside" },
        cell: ({ row: { original: row } }) => (
          <HoldEnd untilAt={row.untilAt} spanMinutes={row.spanMinutes} ends={row.ends} />
        ),
      }),
      column.display({
        id: "state",
        header: () => t("columns.state"),
        cell: ({ row: { original: row } }) => (
          <span className="row wrap">
            {row.openAppeals > 0 ? (
              <Badge tone="amber">{t("appeals", { count: row.openAppeals })}</Badge>
            ) : null}
            {row.pending.map(({ id, code, kindCode }) => (
              <Link key={id} href={paths.request(id)} className="t12">
                {kinds(kindCode as "ACCOUNT_UNFREEZE")} <span className="num">{code}</span>
              </Link>
            ))}
            <AppealLink holdId={row.id} words={t("appealNow")} />
          </span>
        ),
      }),
    ];
  }, [language, t, kinds, inCase]);
  return (
    <DataTable
      caption={t("list")}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowMark={(row) =>
        row.ends === "overdue" ? "late" : row.ends === "today" || row.openAppeals > 0 ? "soon" : undefined
      }
      selection={selection}
      twoLines
    />
  );
}
