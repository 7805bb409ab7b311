"use client";

import { MessageSquareText } from "@/components/icons/message-square-text";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Timestamp } from "@/components/ui/timestamp";
import type { EventRow } from "@/lib/audit/types";
import { paths } from "@/lib/paths";
import { useEventWords } from "./event-words";

/** The record, newest first: when, what, on which case or request, who, acting for whom. */
export function EventTable({ rows }: { rows: readonly EventRow[] }) {
  const t = useTranslations("audit.list");
  const words = useEventWords();
  const columns = useMemo(() => {
    const column = columnsOf<EventRow>();
    return column.columns([
      column.accessor("at", {
        header: t("at"),
        meta: { phone: "lead" },
        cell: ({ getValue }) => <Timestamp at={getValue()} part="seconds" />,
      }),
      column.accessor("type", {
        header: t("event"),
        meta: { isRowHeader: true, phone: "title" },
        cell: ({ row, getValue }) => (
          <span className="row g1">
            <RowLink href={paths.auditEvent(row.original.id)}>{words(getValue())}</RowLink>
            {row.original.hasReason ? (
              <MessageSquareText className="i i-14 dim" aria-label={t("hasReason")} />
            ) : null}
          </span>
        ),
      }),
      column.accessor("code", {
        header: t("about"),
        cell: ({ getValue }) =>
          getValue() ? <span className="id nw">{getValue()}</span> : <span className="dim">–</span>,
      }),
      column.accessor("actor", {
        header: t("actor"),
        cell: ({ getValue }) => getValue() ?? <span className="dim">{t("clock")}</span>,
      }),
      column.accessor("organisation", {
        header: t("organisation"),
        meta: { phone: "aside" },
        cell: ({ getValue }) => getValue() ?? "",
      }),
    ]);
  }, [t, words]);
  return <DataTable caption={t("caption")} columns={columns} rows={rows} rowId={(row) => row.id} />;
}
