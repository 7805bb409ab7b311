import { useTranslations } from "next-intl";
import type { OrganisationFigures } from "@/lib/figures/types";
import { FigureTable } from "./figure-table";
import { Minutes } from "./minutes";
import { OnTime } from "./on-time";

/** What an organisation has open and how it answered in the period, by kind of request. */
export function KindTable({ figures }: { figures: OrganisationFigures }) {
  const t = useTranslations("province.behind");
  const over = useTranslations("province.overdue");
  const kinds = useTranslations("kinds");
  const rows = [
    ...figures.kinds.map(({ kindCode, ...row }) => ({ ...row, name: kinds(kindCode), isTotal: false })),
    { ...figures.totals, name: t("allKinds"), isTotal: true },
  ];
  return (
    <FigureTable
      title={t("byKind")}
      heading={t("kind")}
      rows={rows}
      keyOf={({ name }) => name}
      nameOf={({ name }) => name}
      lookOf={({ overdue, isTotal }) => ({ isLate: overdue > 0 && !isTotal, isTotal })}
      columns={[
        [t("open"), ({ open }) => open],
        [
          over("overdue"),
          ({ overdue }) => <span className={overdue > 0 ? "c-red fw6" : undefined}>{overdue}</span>,
        ],
        [over("longest"), ({ longest }) => <Minutes value={longest} />],
        [t("answered"), ({ answered }) => answered],
        [over("median"), ({ median, isWithheld }) => <Minutes value={median} isWithheld={isWithheld} />],
        [over("p90"), ({ p90, isWithheld }) => <Minutes value={p90} isWithheld={isWithheld} />],
        [over("onTime"), (row) => <OnTime {...row} />],
      ]}
    />
  );
}
