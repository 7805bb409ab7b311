"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { type Packed, unpack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import type { AppealRow } from "@/lib/release/types";
import { AppealClock, AppealStatusBadge } from "./appeal-status";

const column = columnsOf<AppealRow>();

/** Appeals with their clocks; a desk sees which unit decides instead of the case. */
export function AppealTable({ rows, isDesk }: { rows: Packed<AppealRow>; isDesk: boolean }) {
  const t = useTranslations("appeals");
  const list = useMemo(() => unpack(rows), [rows]);
  const columns = useMemo(
    () => [
      column.display({
        id: "code",
        header: () => t("columns.code"),
        meta: { isRowHeader: true, phone: "title" },
        cell: ({ row: { original: row } }) => (
          <>
            <RowLink href={paths.appeal(row.id)}>
              <span className="num">{row.code}</span>
            </RowLink>
            <span className="sub">{row.appellant}</span>
          </>
        ),
      }),
      column.display({
        id: "account",
        header: () => t("columns.account"),
        cell: ({ row: { original: row } }) => (
          <>
            <Identifier value={row.account} />
            <span className="sub">{row.holder}</span>
          </>
        ),
      }),
      column.display({
        id: "amount",
        header: () => t("columns.amount"),
        meta: { align: "right", phone: "figure" },
        cell: ({ row: { original: row } }) => <Money value={row.amount} />,
      }),
      column.display({
        id: "place",
        header: () => t(isDesk ? "columns.unit" : "columns.case"),
        meta: { phone: "hide" },
        cell: ({ row: { original: row } }) =>
          isDesk ? row.unit : <span className="num">{row.caseCode}</span>,
      }),
      column.display({
        id: "status",
        header: () => t("columns.status"),
        meta: { phone: "lead" },
        cell: ({ row: { original: row } }) => <AppealStatusBadge status={row.status} />,
      }),
      column.display({
        id: "time",
        header: () => t("columns.time"),
        meta: { phone: "aside" },
        cell: ({ row: { original: row } }) => <AppealClock appeal={row} />,
      }),
    ],
    [t, isDesk],
  );
  return <DataTable caption={t("list")} columns={columns} rows={list} rowId={(row) => row.id} twoLines />;
}
