"use client";

import { ShieldCheck } from "@/components/icons/shield-check";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Timestamp } from "@/components/ui/timestamp";
import { paths } from "@/lib/paths";
import type { SuspicionRow } from "@/lib/requests/suspicion/types";

const column = columnsOf<SuspicionRow>();

/** Doubts, the latest first: which order by its code alone, who raised it, whose it is, what was decided. */
export function SuspicionTable({ rows, show }: { rows: readonly SuspicionRow[]; show: "open" | "all" }) {
  const t = useTranslations("suspicion");
  const columns = useMemo(
    () => [
      column.display({
        id: "raised",
        header: () => t("list.raised"),
        meta: { phone: "lead" },
        cell: ({ row: { original: row } }) => <Timestamp at={row.raisedAt} />,
      }),
      column.display({
        id: "request",
        header: () => t("list.request"),
        meta: { isRowHeader: true, phone: "title" },
        cell: ({ row: { original: row } }) => (
          <>
            {row.mayOpen ? (
              <RowLink href={paths.request(row.requestId)}>{row.code}</RowLink>
            ) : (
              <span className="id">{row.code}</span>
            )}
            <span className="sub">
              {row.requester} → {row.addressee}
            </span>
          </>
        ),
      }),
      column.display({
        id: "reason",
        header: () => t("list.reason"),
        cell: ({ row: { original: row } }) => t(`reasons.${row.reason as "other"}`),
      }),
      column.display({
        id: "sender",
        header: () => t("list.sender"),
        cell: ({ row: { original: row } }) => (
          <>
            {row.signer}
            <span className="sub">{row.drafter}</span>
          </>
        ),
      }),
      column.display({
        id: "state",
        header: () => t("list.state"),
        meta: { phone: "aside" },
        cell: ({ row: { original: row } }) => (
          <>
            {row.decision ? (
              <Badge tone={row.decision === "forged" ? "red" : "green"}>{t(`list.${row.decision}`)}</Badge>
            ) : (
              <Badge tone="amber">{t("list.waiting")}</Badge>
            )}
            <span className="sub">
              {[row.decidedBy, row.holdsSender ? t("list.held") : null].filter(Boolean).join(", ")}
            </span>
          </>
        ),
      }),
    ],
    [t],
  );
  return (
    <DataTable
      caption={t("list.caption")}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      twoLines
      empty={
        <Empty
          icon={<ShieldCheck className="i" aria-hidden />}
          title={t(show === "open" ? "list.empty" : "list.none")}
        >
          {t("list.emptyText")}
        </Empty>
      }
    />
  );
}
