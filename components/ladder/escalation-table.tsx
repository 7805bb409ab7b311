"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { LimitEnd } from "@/components/ui/limit-end";
import { TimeLeft } from "@/components/ui/time-left";
import { Timestamp } from "@/components/ui/timestamp";
import type { EscalationRow } from "@/lib/ladder/types";
import { paths } from "@/lib/paths";
import { EscalationActs } from "./escalation-acts";

const column = columnsOf<EscalationRow>();

/** The requests that were reported as overdue, the latest first: whose, how late, up to which rung, who has taken note. */
export function EscalationTable({ rows }: { rows: readonly EscalationRow[] }) {
  const t = useTranslations("ladder");
  const kind = useTranslations("kinds");
  const columns = useMemo(
    () => [
      column.display({
        id: "late",
        header: () => t("list.late"),
        meta: { phone: "lead", className: "w-36" },
        cell: ({ row: { original: row } }) => (
          <TimeLeft
            dueAt={row.dueAt}
            state={row.endedAt ? "missed" : row.pausedAt ? "paused" : "running"}
            pausedAt={row.pausedAt}
            finishedAt={row.endedAt}
            spanMinutes={row.spanMinutes}
          />
        ),
      }),
      column.display({
        id: "organisation",
        header: () => t("list.organisation"),
        meta: { isRowHeader: true, phone: "title" },
        cell: ({ row: { original: row } }) => (
          <>
            <span className="fw6">{row.organisation}</span>
            <span className="sub">
              {row.requestId ? (
                <RowLink href={paths.queueItem(row.requestId)}>{row.code}</RowLink>
              ) : (
                <span className="id">{row.code}</span>
              )}
            </span>
          </>
        ),
      }),
      column.display({
        id: "kind",
        header: () => t("list.kind"),
        cell: ({ row: { original: row } }) => (
          <>
            {kind(row.kindCode as "ACCOUNT_SUSPEND")}
            <span className="sub">{t(`subject.${row.subject}`)}</span>
          </>
        ),
      }),
      column.display({
        id: "due",
        header: () => t("list.due"),
        meta: { phone: "hide" },
        cell: ({ row: { original: row } }) => <LimitEnd at={row.dueAt} />,
      }),
      column.display({
        id: "rung",
        header: () => t("list.rung"),
        cell: ({ row: { original: row } }) => (
          <>
            <span className="cell-name" data-name={t("list.rung")} />
            {t(`rung.${row.rung}`)}
            <span className="sub">
              <Timestamp at={row.at} />
            </span>
            {row.others.map((other) => (
              <span key={`${other.subject} ${other.rung} ${other.at}`} className="sub">
                {other.subject === row.subject
                  ? t.rich("list.other", {
                      rung: t(`rung.${other.rung}`),
                      at: () => <Timestamp at={other.at} />,
                    })
                  : t.rich("list.otherLimit", {
                      limit: t(`subject.${other.subject}`),
                      due: () => <LimitEnd at={other.dueAt} />,
                      rung: t(`rung.${other.rung}`),
                      at: () => <Timestamp at={other.at} />,
                    })}
              </span>
            ))}
          </>
        ),
      }),
      column.display({
        id: "state",
        header: () => t("list.state"),
        cell: ({ row: { original: row } }) => (
          <>
            {row.acknowledgedAt ? (
              <span>
                {t("list.seen", { name: row.acknowledgedBy ?? "" })}
                <span className="sub">
                  <Timestamp at={row.acknowledgedAt} />
                </span>
              </span>
            ) : (
              <span className="mut">{t("list.unseen")}</span>
            )}
            {row.urgedAt ? (
              <span className="sub">
                {t.rich("list.urged", { at: () => <Timestamp at={row.urgedAt as string} /> })}
              </span>
            ) : null}
          </>
        ),
      }),
      column.display({
        id: "acts",
        meta: { className: "w-36" },
        header: () => t("list.acts"),
        cell: ({ row: { original: row } }) => <EscalationActs key={row.id} row={row} />,
      }),
    ],
    [t, kind],
  );
  if (rows.length === 0) return <Empty title={t("empty.title")}>{t("empty.text")}</Empty>;
  return (
    <DataTable caption={t("list.caption")} columns={columns} rows={rows} rowId={({ id }) => id} twoLines />
  );
}
