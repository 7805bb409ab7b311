import { useTranslations } from "next-intl";
import { FigureTable } from "@/components/province/figure-table";
import { Minutes } from "@/components/province/minutes";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { TableHead } from "@/components/ui/table-head";
import { Timestamp } from "@/components/ui/timestamp";
import type { Of, PaceLine } from "@/lib/figures/pace/line";
import type { OwnFigures } from "@/lib/league/own-figures";
import { paths } from "@/lib/paths";
import { Share } from "./share";

/** How the organisation answered by kind of request, the sum last. */
export function OwnKinds({ figures: { kinds, now } }: { figures: OwnFigures }) {
  const t = useTranslations("ownFigures");
  const c = useTranslations("league.columns");
  const words = useTranslations("kinds");
  const rows = [
    ...kinds.map(({ kindCode, now: line }) => ({
      key: kindCode,
      name: words(kindCode),
      line,
      isTotal: false,
    })),
    { key: "all", name: t("all"), line: now, isTotal: true },
  ];
  return (
    <FigureTable
      title={t("byKind")}
      heading={c("kind")}
      rows={rows}
      keyOf={({ key }) => key}
      nameOf={({ name }) => name}
      lookOf={({ isTotal }) => ({ isLate: false, isTotal })}
      columns={[
        [c("answered"), ({ line }) => line.answered.count],
        [c("opened"), ({ line }) => <Minutes value={line.opened.median} />],
        [c("acted"), ({ line }) => <Minutes value={line.acted.median} />],
        [c("median"), ({ line }) => <Minutes value={line.answered.median} />],
        [c("p90"), ({ line }) => <Minutes value={line.answered.p90} />],
        [c("onTime"), ({ line }) => <Share {...line.onTime} />],
        [c("firstRight"), ({ line }) => <Share {...line.firstRight} />],
      ]}
    />
  );
}

type Row = {
  name: "count" | "opened" | "acted" | "answered" | "answeredP90" | "onTime" | "firstRight";
  value: (line: PaceLine) => number | null;
  better: "up" | "down" | null;
};
const ratio = ({ part, whole }: Of) => (whole === 0 ? null : part / whole);
const trend: Row[] = [
  { name: "count", value: ({ answered }) => answered.count, better: null },
  { name: "opened", value: ({ opened }) => opened.median, better: "down" },
  { name: "acted", value: ({ acted }) => acted.median, better: "down" },
  { name: "answered", value: ({ answered }) => answered.median, better: "down" },
  { name: "answeredP90", value: ({ answered }) => answered.p90, better: "down" },
  { name: "onTime", value: ({ onTime }) => ratio(onTime), better: "up" },
  { name: "firstRight", value: ({ firstRight }) => ratio(firstRight), better: "up" },
];

/** Each figure beside the one of the period before, and in words which way it went. */
export function OwnTrend({ figures: { now, before } }: { figures: OwnFigures }) {
  const t = useTranslations("ownFigures");
  const shown = ({ name, value }: Row, line: PaceLine) => {
    if (name === "count") return line.answered.count;
    if (name === "onTime" || name === "firstRight") return <Share {...line[name]} />;
    return <Minutes value={value(line)} />;
  };
  const word = ({ value, better }: Row) => {
    const [one, other] = [value(now), value(before)];
    if (better === null || one === null || other === null) return null;
    if (one === other) return <span className="dim">{t("trend.same")}</span>;
    const isBetter = better === "up" ? one > other : one < other;
    return (
      <Badge tone={isBetter ? "green" : "amber"}>{isBetter ? t("trend.better") : t("trend.worse")}</Badge>
    );
  };
  return (
    <Card title={t("trend.title")} flush>
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <TableHead
            columns={[t("trend.name"), { figure: t("trend.now") }, { figure: t("trend.before") }, ""]}
          />
          <tbody>
            {trend.map((row) => (
              <tr key={row.name}>
                <th scope="row" className="fw5">
                  {t(`names.${row.name}`)}
                </th>
                <td className="r num" data-name={t("trend.now")}>
                  {shown(row, now)}
                </td>
                <td className="r num" data-name={t("trend.before")}>
                  {shown(row, before)}
                </td>
                <td>{word(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** The ten answers that took longest, each with its request. */
export function Slowest({ figures: { slowest } }: { figures: OwnFigures }) {
  const t = useTranslations("ownFigures.slowest");
  const c = useTranslations("league.columns");
  const words = useTranslations("kinds");
  return (
    <Card title={t("title")} flush>
      {slowest.length === 0 ? (
        <p className="card-body mut">{t("none")}</p>
      ) : (
        <div className="scroll-x" tabIndex={0}>
          <table className="table">
            <TableHead columns={[t("code"), c("kind"), { figure: t("took") }, { figure: t("ended") }]} />
            <tbody>
              {slowest.map(({ id, code, kindCode, minutes, inTime, endedAt }) => (
                <tr key={`${id} ${endedAt}`} className={inTime ? undefined : "is-late"}>
                  <th scope="row" className="fw5">
                    <Link className="link mono" href={paths.request(id)}>
                      {code}
                    </Link>
                  </th>
                  <td data-name={c("kind")}>{words(kindCode as "ACCOUNT_SUSPEND")}</td>
                  <td className="r num nw" data-name={t("took")}>
                    <Minutes value={minutes} />
                    {inTime ? null : <span className="c-red"> · {t("late")}</span>}
                  </td>
                  <td className="r num nw" data-name={t("ended")}>
                    <Timestamp at={endedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
