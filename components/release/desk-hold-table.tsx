"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { columnsOf, DataTable } from "@/components/ui/data-table";
import { Timestamp } from "@/components/ui/timestamp";
import type { Language } from "@/lib/i18n/languages";
import { type Packed, unpack } from "@/lib/packed";
import type { DeskHoldRow } from "@/lib/release/types";
import { AppealLink, holdColumns } from "./hold-columns";
import { HoldEnd } from "./hold-end";

const column = columnsOf<DeskHoldRow>();

/** What the organisation holds by order, or has let go: until when, and why it ended. */
export function DeskHoldTable({ rows, isEnded }: { rows: Packed<DeskHoldRow>; isEnded: boolean }) {
  const t = useTranslations("release");
  const language = useLocale() as Language;
  const list = useMemo(() => unpack(rows), [rows]);
  const columns = useMemo(() => {
    const shared = holdColumns<DeskHoldRow>(t, language);
    return [
      shared.account,
      column.display({
        id: "unit",
        header: () => t("columns.unit"),
        meta: { phone: "lead" },
        cell: ({ row: { original: row } }) => row.unit,
      }),
      shared.amount,
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
            <HoldEnd untilAt={row.untilAt} spanMinutes={row.spanMinutes} ends={row.ends} />
          ),
      }),
      ...(isEnded
        ? []
        : [
            column.display({
              id: "acts",
              header: () => t("columns.state"),
              cell: ({ row: { original: row } }) => <AppealLink holdId={row.id} words={t("appealNow")} />,
            }),
          ]),
    ];
  }, [language, t, isEnded]);
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
