import { AdminTable } from "@/components/admin/admin-table";
import { Timestamp } from "@/components/ui/timestamp";
import { getWords } from "@/lib/i18n/words";
import { asideSources, type AsideSource } from "@/lib/operations/sources";
import type { AsideState } from "@/lib/operations/types";
import { DiscardAside } from "./discard-aside";

const isKnown = (source: string): source is AsideSource => asideSources.some((known) => known === source);

/** Rows that their tick could not do: tried again by themselves, with what waits behind them. Numbers and names of errors alone. words: admin.jobs.sources.* */
export async function SetAside({ rows }: { rows: readonly AsideState[] }) {
  const t = await getWords("admin.jobs");
  return (
    <AdminTable
      caption={t("asideCaption")}
      heads={[
        { name: t("tick"), isRowHeader: true, phone: "title" },
        { name: t("asideRow") },
        { name: t("lastFailure"), phone: "lead" },
        { name: t("tries"), align: "right", phone: "hide" },
        { name: t("since") },
        { name: t("asideNext") },
        { name: t("asideBehind"), align: "right", phone: "hide" },
        { name: t("acts"), phone: "line" },
      ]}
      rows={rows.map(({ id, source, tries, since, nextAt, errorName, behind, ordered }) => ({
        id: `${source} ${id}`,
        cells: [
          t.has(`sources.${source}` as never) ? t(`sources.${source}` as never) : source,
          <span key="r" className="id">
            {id}
          </span>,
          <span key="e" className="id">
            {errorName}
          </span>,
          tries,
          <Timestamp key="s" at={since} />,
          <Timestamp key="n" at={nextAt} part="seconds" />,
          behind,
          ordered ? (
            t("waits.discard")
          ) : isKnown(source) ? (
            <DiscardAside key="a" source={source} rowId={id} />
          ) : null,
        ],
      }))}
    />
  );
}
