"use client";

import { Gavel } from "@/components/icons/gavel";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Timestamp } from "@/components/ui/timestamp";
import { paths } from "@/lib/paths";
import type { NotifiedRow } from "@/lib/requests/notified/types";
import { RequestStatusBadge } from "./request-status";
import { AmountCell, TargetCell } from "./row-cells";

const column = columnsOf<NotifiedRow>();
/** While nothing was answered, nothing is known to be held: that is no "none". */
const unanswered: readonly NotifiedRow["status"][] = [
  "SENT",
  "ACKNOWLEDGED",
  "IN_PROGRESS",
  "CLARIFICATION_NEEDED",
];

/** Orders that a procuracy was notified of, the latest first; read only. */
export function NotifiedTable({
  rows,
  isFiltered = false,
}: {
  rows: readonly NotifiedRow[];
  isFiltered?: boolean;
}) {
  const t = useTranslations("queue");
  const words = useTranslations("authenticity.notified");
  const kinds = useTranslations("kinds");
  const columns = useMemo(
    () => [
      column.display({
        id: "sent",
        header: () => words("at"),
        meta: { phone: "lead" },
        cell: ({ row: { original: row } }) => (
          <>
            <Timestamp at={row.notifiedAt} />
            {row.objection ? (
              <span className={row.objection === "open" ? "sub c-red fw5" : "sub"}>
                {words(`objection.${row.objection}`)}
              </span>
            ) : null}
          </>
        ),
      }),
      column.display({
        id: "order",
        header: () => t("column.request"),
        meta: { isRowHeader: true, phone: "title" },
        cell: ({ row: { original: row } }) => (
          <>
            <RowLink href={paths.request(row.id)}>{kinds(row.kindCode as "ACCOUNT_FREEZE")}</RowLink>
            <span className="sub">
              {row.unit} · <span className="id">{row.documentNumber}</span>
            </span>
          </>
        ),
      }),
      column.display({
        id: "addressee",
        header: () => t("notified.addressee"),
        cell: ({ row: { original: row } }) => row.addressee,
      }),
      column.display({
        id: "target",
        header: () => t("column.target"),
        cell: ({ row: { original: row } }) => <TargetCell row={row} />,
      }),
      column.display({
        id: "amount",
        header: () => t("column.amount"),
        meta: { align: "right", phone: "figure" },
        cell: ({ row: { original: row } }) => <AmountCell value={row.disputedAmount} none={t("noAmount")} />,
      }),
      column.display({
        id: "held",
        header: () => t("column.held"),
        meta: { align: "right", phone: "line" },
        cell: ({ row: { original: row } }) => (
          <AmountCell
            value={row.heldAmount}
            none={unanswered.includes(row.status) ? t("notAnswered") : t("nothingHeld")}
          />
        ),
      }),
      column.display({
        id: "status",
        header: () => t("column.status"),
        meta: { phone: "aside" },
        cell: ({ row: { original: row } }) => <RequestStatusBadge status={row.status} />,
      }),
    ],
    [t, words, kinds],
  );
  return (
    <DataTable
      caption={t("notified.caption")}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      twoLines
      empty={
        <Empty
          icon={<Gavel className="i" aria-hidden />}
          title={isFiltered ? words("noMatch") : t("notified.empty")}
        >
          {isFiltered ? null : t("notified.emptyText")}
        </Empty>
      }
    />
  );
}
