"use client";

import { Lock } from "@/components/icons/lock";
import { useTranslations } from "next-intl";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { TimeLeft } from "@/components/ui/time-left";
import { Timestamp } from "@/components/ui/timestamp";
import type { CaseRow } from "@/lib/cases/types";
import { paths } from "@/lib/paths";
import { CaseStatusBadge } from "./case-status";

const column = columnsOf<CaseRow>();

function Head({ name }: { name: "case" | "status" | "money" | "requests" | "lead" | "due" }) {
  return useTranslations("cases.columns")(name);
}

function Name({ row }: { row: CaseRow }) {
  const t = useTranslations("cases");
  return (
    <>
      <RowLink href={paths.case(row.id)}>{row.title}</RowLink>
      <span className="sub">
        <span className="id">{row.code}</span> · {row.unit}
        {row.restricted ? (
          <span className="badge ml-2">
            <Lock className="i" aria-hidden />
            {t("restricted")}
          </span>
        ) : null}
      </span>
    </>
  );
}

const columns = [
  column.accessor("title", {
    header: () => <Head name="case" />,
    cell: ({ row }) => <Name row={row.original} />,
    meta: { isRowHeader: true, phone: "title", className: "wraps" },
  }),
  column.accessor("status", {
    header: () => <Head name="status" />,
    cell: ({ getValue }) => <CaseStatusBadge status={getValue()} />,
    meta: { phone: "aside" },
  }),
  column.accessor("held", {
    header: () => <Head name="money" />,
    cell: ({ row }) => (
      <>
        <Money value={row.original.held} strong />
        <span className="sub">
          <Money value={row.original.reportedLoss} />
        </span>
      </>
    ),
    meta: { align: "right", phone: "figure" },
  }),
  column.accessor("openRequests", {
    header: () => <Head name="requests" />,
    cell: ({ getValue }) => <span className="num">{getValue()}</span>,
    meta: { align: "right", phone: "hide" },
  }),
  column.accessor("lead", {
    header: () => <Head name="lead" />,
    cell: ({ row }) => (
      <>
        <span className="nw">{row.original.lead}</span>
        <span className="sub">
          <Timestamp at={row.original.reportedAt} />
        </span>
      </>
    ),
    meta: { phone: "hide" },
  }),
  column.display({
    id: "due",
    header: () => <Head name="due" />,
    cell: ({ row }) => (row.original.due ? <TimeLeft {...row.original.due} state="running" /> : null),
    meta: { phone: "lead" },
  }),
];

/** Cases with what is held of what was lost and the next legal limit. */
export function CaseTable({ rows, caption }: { rows: readonly CaseRow[]; caption: string }) {
  return <DataTable caption={caption} columns={columns} rows={rows} rowId={({ id }) => id} twoLines />;
}
