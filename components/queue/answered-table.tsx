"use client";

import { Archive } from "@/components/icons/archive";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ClockChip } from "@/components/requests/clock-chip";
import { AmountCell, TargetCell } from "@/components/requests/row-cells";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Timestamp } from "@/components/ui/timestamp";
import { paths } from "@/lib/paths";
import type { QueueRow } from "@/lib/requests/queue/types";

const column = columnsOf<QueueRow>();

/** What the organisation has answered or declined, the latest first. */
export function AnsweredTable({
  rows,
  searched,
}: {
  rows: readonly QueueRow[];
  /** They are what a search found: nothing there means that nothing matches. */
  searched: boolean;
}) {
  const t = useTranslations("queue");
  const kinds = useTranslations("kinds");
  const status = useTranslations("requests.status");
  const hasAmounts = rows.some((row) => row.disputedAmount !== null);
  const columns = useMemo(
    () => [
      column.display({
        id: "request",
        header: () => t("column.request"),
        meta: { isRowHeader: true, phone: "title" },
        cell: ({ row: { original: row } }) => (
          <>
            <RowLink href={paths.request(row.id)}>{kinds(row.kindCode as "ACCOUNT_SUSPEND")}</RowLink>
            <span className="sub">
              {row.unit} · <span className="num">{row.code}</span>
            </span>
          </>
        ),
      }),
      column.display({
        id: "target",
        header: () => t("column.target"),
        cell: ({ row: { original: row } }) => <TargetCell row={row} />,
      }),
      ...(hasAmounts
        ? [
            column.display({
              id: "amount",
              header: () => t("column.amount"),
              meta: { align: "right", phone: "hide" },
              cell: ({ row: { original: row } }) => (
                <AmountCell value={row.disputedAmount} none={t("noAmount")} />
              ),
            }),
            column.display({
              id: "held",
              header: () => t("column.held"),
              meta: { align: "right", phone: "figure" },
              cell: ({ row: { original: row } }) => (
                <AmountCell value={row.heldAmount} none={t("nothingHeld")} />
              ),
            }),
          ]
        : []),
      column.display({
        id: "status",
        header: () => t("column.status"),
        cell: ({ row: { original: row } }) => (
          <>
            {status(row.status as "ANSWERED")}
            {row.answeredAt ? (
              <span className="sub">
                <Timestamp at={row.answeredAt} />
              </span>
            ) : null}
          </>
        ),
      }),
      column.display({
        id: "time",
        header: () => t("column.answered"),
        meta: { phone: "aside" },
        cell: ({ row: { original: row } }) => <ClockChip clock={row.clock} />,
      }),
    ],
    [t, kinds, status, hasAmounts],
  );
  return (
    <DataTable
      caption={t("captionAnswered")}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      twoLines
      empty={
        <Empty
          icon={<Archive className="i" aria-hidden />}
          title={searched ? t("found", { count: 0 }) : t("empty.answered")}
        >
          {searched ? null : t("empty.text")}
        </Empty>
      }
    />
  );
}
