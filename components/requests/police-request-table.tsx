"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { useServerNow } from "@/components/ui/server-clock";
import { type Packed, unpack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import type { PoliceRequestRow } from "@/lib/requests/police/types";
import type { Selection } from "@/components/ui/row-selection";
import { DoubtBadge } from "@/components/suspicion/doubt-badge";
import { ClockChip } from "./clock-chip";
import { RequestStatusBadge } from "./request-status";
import { UnreadMark } from "./thread/unread-mark";

const column = columnsOf<PoliceRequestRow>();

const markOf = ({ clock }: PoliceRequestRow, now: number) =>
  clock.state === "running" && Date.parse(clock.dueAt) < now ? ("late" as const) : undefined;

/** Requests with how long is left, packed rows as a page sends them. */
export function PoliceRequestTable({
  rows,
  caption,
  inCase = false,
  selection,
}: {
  rows: Packed<PoliceRequestRow>;
  caption: string;
  inCase?: boolean;
  selection?: Selection<PoliceRequestRow>;
}) {
  const now = useServerNow().getTime();
  const columns = useColumns(inCase);
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={useMemo(() => unpack(rows), [rows])}
      rowId={({ id }) => id}
      rowMark={(row) => markOf(row, now)}
      selection={selection}
      twoLines
    />
  );
}

/** Words are asked for once per table and not in each of its three hundred cells. */
function useColumns(inCase: boolean) {
  const t = useTranslations("requests");
  const kind = useTranslations("kinds");
  return useMemo(
    () => [
      column.display({
        id: "time",
        header: () => t("columns.time"),
        cell: ({ row: { original: row } }) => (
          <>
            <ClockChip clock={row.clock} />
            {row.climbed ? <span className="sub">{t(`climbed.${row.climbed as "head"}`)}</span> : null}
          </>
        ),
        meta: { phone: "lead", className: "w-36" },
      }),
      column.accessor("addressee", {
        header: () => t("columns.addressee"),
        cell: ({ row, getValue }) => (
          <>
            <RowLink href={paths.request(row.original.id)}>{getValue()}</RowLink>{" "}
            {row.original.unread > 0 ? (
              <UnreadMark
                count={row.original.unread}
                words={t("unreadMessages", { count: row.original.unread })}
              />
            ) : null}
            <span className="sub">
              <Identifier value={row.original.code} display={row.original.code} />
            </span>
          </>
        ),
        meta: { isRowHeader: true, phone: "title" },
      }),
      column.display({
        id: "request",
        header: () => t("columns.request"),
        cell: ({ row: { original: row } }) => (
          <>
            <span>{kind(row.kindCode as "ACCOUNT_SUSPEND")}</span>
            <span className="sub">
              {row.itemCount === 1 && row.firstTarget ? (
                <span className="id">{row.firstTarget}</span>
              ) : (
                t("items", { count: row.itemCount })
              )}
              {row.urgency === "normal" ? null : ` · ${t(`urgency.${row.urgency}`)}`}
            </span>
          </>
        ),
      }),
      ...(inCase
        ? []
        : [
            column.accessor("caseTitle", {
              header: () => t("columns.case"),
              cell: ({ row, getValue }) => (
                <>
                  <span className="block trunc max-w-64" title={getValue()}>
                    {getValue()}
                  </span>
                  <span className="sub id">{row.original.caseCode}</span>
                </>
              ),
              meta: { phone: "hide" },
            }),
          ]),
      column.accessor("disputedAmount", {
        header: () => t("columns.amount"),
        cell: ({ row: { original: row } }) =>
          row.disputedAmount === "0" ? (
            <span className="dim">{t("noAmount")}</span>
          ) : (
            <>
              <Money value={row.disputedAmount} />
              {row.heldAmount === "0" ? null : (
                <span className="sub c-green">
                  {t.rich("heldOf", { amount: () => <Money value={row.heldAmount} /> })}
                </span>
              )}
            </>
          ),
        meta: { align: "right", phone: "figure" },
      }),
      column.accessor("status", {
        header: () => t("columns.status"),
        cell: ({ row: { original: row } }) => (
          <>
            <RequestStatusBadge status={row.status} />
            <DoubtBadge doubt={row.doubt} />
            {row.status === "PARTLY_ANSWERED" ? (
              <span className="sub">
                {t("answeredOf", { answered: row.answeredCount, count: row.itemCount })}
              </span>
            ) : null}
          </>
        ),
        meta: { phone: "aside" },
      }),
    ],
    [t, kind, inCase],
  );
}
