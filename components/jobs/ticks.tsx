import { CircleCheck } from "@/components/icons/circle-check";
import { OctagonAlert } from "@/components/icons/octagon-alert";
import { AdminTable } from "@/components/admin/admin-table";
import { Note } from "@/components/ui/note";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import { getWords } from "@/lib/i18n/words";
import type { TickState } from "@/lib/operations/types";

/** What every worker does again and again, and when it last did. */
export async function Ticks({ ticks }: { ticks: readonly TickState[] }) {
  const t = await getWords("admin.jobs");
  const nameOf = (code: string) => (t.has(`names.${code}` as never) ? t(`names.${code}` as never) : code);
  return (
    <AdminTable
      caption={t("ticks")}
      heads={[
        { name: t("tick"), isRowHeader: true, phone: "title" },
        { name: t("state"), phone: "lead" },
        { name: t("started"), phone: "hide" },
        { name: t("ended") },
        { name: t("done"), align: "right", phone: "hide" },
        { name: t("doneInAll"), align: "right", phone: "hide" },
        { name: t("failures"), align: "right", phone: "hide" },
        { name: t("lastFailure") },
      ]}
      rows={ticks.map((tick) => ({
        id: tick.name,
        cells: [
          nameOf(tick.name),
          <StatusBadge
            key="s"
            look={tick.isLate ? { tone: "red", icon: OctagonAlert } : { tone: "green", icon: CircleCheck }}
            word={tick.isLate ? t("late", { count: tick.ageSeconds }) : t("onTime")}
          />,
          <Timestamp key="b" at={tick.startedAt} part="seconds" />,
          tick.endedAt ? <Timestamp key="e" at={tick.endedAt} part="seconds" /> : t("underWay"),
          tick.done,
          tick.doneInAll,
          tick.failures,
          tick.failedAt ? (
            <span key="f">
              <Timestamp at={tick.failedAt} part="seconds" /> <span className="id">{tick.errorName}</span>
            </span>
          ) : (
            "–"
          ),
        ],
      }))}
      empty={<Note tone="amber">{t("noTicks")}</Note>}
    />
  );
}
