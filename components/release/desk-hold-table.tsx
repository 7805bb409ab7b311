"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import { formatVnd } from "@/lib/money/format-vnd";
import { type Packed, unpack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import type { DeskHoldRow } from "@/lib/release/types";
import { HoldEnd } from "./hold-end";

const column = columnsOf<DeskHoldRow>();

/** What the organisation holds by order, or has let go: until when, and why it ended. */
export function DeskHoldTable({ rows, isEnded }: { rows: Packed<DeskHoldRow>; isEnded: boolean }) {
  const t = useTranslations("release");
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
        id: "unit",
        header: () => t("columns.unit"),
        meta: { phone: "lead" },
        cell: ({ row: { original: row } }) => row.unit,
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
        id: "from",
        header: () => t("columns.from"),
        meta: { phone: "hide" },
        cell: ({ row: { original: row } }) => <Timestamp at={row.fromAt} />,
      }),
      column.display({
        id: "until",
        header: () => t(isEnded ? "columns.ended" : "columns.until"),
        meta: { phone: "aside" },
        cell: ({ row: { original: row } }) =>
          row.released ? (
            <>
              {t(`reasons.${row.released.reason as "unfrozen"}`)}
              <span className="sub">
                <Timestamp at={row.released.at} />
              </span>
            </>
          ) : (
            <HoldEnd untilAt={row.untilAt} spanMinutes={row.spanMinutes} />
          ),
      }),
      ...(isEnded
        ? []
        : [
            column.display({
              id: "acts",
              header: () => t("columns.state"),
              cell: ({ row: { original: row } }) => (
                <Link href={paths.appealHold(row.id)} className="t12 no-print">
                  {t("appealNow")}
                </Link>
              ),
            }),
          ]),
    ],
    [t, isEnded],
  );
  return (
    <DataTable
      caption={t(isEnded ? "endedList" : "deskList")}
      columns={columns}
      rows={list}
      rowId={(row) => row.id}
      twoLines
    />
  );
}
