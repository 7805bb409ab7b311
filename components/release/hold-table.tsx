"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { formatVnd } from "@/lib/money/format-vnd";
import { type Packed, unpack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import type { HoldRow } from "@/lib/release/types";
import { HoldEnd } from "./hold-end";

const column = columnsOf<HoldRow>();

/** What is held for the unit now. A press on a row opens its order; the case and an appeal have links of their own. */
export function HoldTable({ rows }: { rows: Packed<HoldRow> }) {
  const t = useTranslations("release");
  const kinds = useTranslations("kinds");
  const list = useMemo(() => unpack(rows), [rows]);
  const columns = useMemo(
    () => [
      column.display({
        id: "account",
        header: () => t("columns.account"),
        meta: { isRowHeader: true, phone: "title" },
        cell: ({ row: { original: row } }) => (
          <>
            <RowLink href={paths.request(row.requestId)}>
              <Identifier value={row.account} />
            </RowLink>
            <span className="sub">
              {row.accountName ? `${row.accountName} · ` : null}
              <span className="num">{row.requestCode}</span>
            </span>
          </>
        ),
      }),
      column.display({
        id: "holder",
        header: () => t("columns.holder"),
        meta: { phone: "lead" },
        cell: ({ row: { original: row } }) => row.holder,
      }),
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
      column.display({
        id: "amount",
        header: () => t("columns.amount"),
        meta: { align: "right", phone: "figure" },
        cell: ({ row: { original: row } }) => (
          <>
            <Money value={row.amount} strong />
            {row.returned === "0" ? null : (
              <span className="sub">{t("returned", { amount: formatVnd(BigInt(row.returned)) })}</span>
            )}
          </>
        ),
      }),
      column.display({
        id: "until",
        header: () => t("columns.until"),
        meta: { phone: "aside" },
        cell: ({ row: { original: row } }) => <HoldEnd untilAt={row.untilAt} spanMinutes={row.spanMinutes} />,
      }),
      column.display({
        id: "state",
        header: () => t("columns.state"),
        cell: ({ row: { original: row } }) => (
          <span className="row wrap">
            {row.openAppeals > 0 ? (
              <Badge tone="amber">{t("appeals", { count: row.openAppeals })}</Badge>
            ) : null}
            {row.pending ? (
              <Link href={paths.request(row.pending.id)} className="t12">
                {kinds(row.pending.kindCode as "ACCOUNT_UNFREEZE")}
              </Link>
            ) : null}
            <Link href={paths.appealHold(row.id)} className="t12 no-print">
              {t("appealNow")}
            </Link>
          </span>
        ),
      }),
    ],
    [t, kinds],
  );
  return (
    <DataTable
      caption={t("list")}
      columns={columns}
      rows={list}
      rowId={(row) => row.id}
      rowMark={(row) => (row.openAppeals > 0 ? "soon" : undefined)}
      twoLines
    />
  );
}
