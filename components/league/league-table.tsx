import { ArrowDown } from "@/components/icons/arrow-down";
import { ArrowUp } from "@/components/icons/arrow-up";
import { useTranslations } from "next-intl";
import { Minutes } from "@/components/province/minutes";
import { Withheld } from "@/components/province/withheld";
import { Link } from "@/components/ui/link";
import { leagueAddress } from "@/lib/league/address";
import type { LeagueFilter, LeagueSort } from "@/lib/league/filter";
import { type LeagueRow, usualOrder } from "@/lib/league/order";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import { Share } from "./share";

const figures = [
  "answered",
  "onTime",
  "median",
  "p90",
  "firstRight",
] as const satisfies readonly LeagueSort[];

/** Each organisation with its figures and, under them, what it says to them. Sorted by its headings, which are links. */
export function LeagueTable({
  rows,
  filter,
  least,
}: {
  rows: readonly LeagueRow[];
  filter: LeagueFilter;
  least: number;
}) {
  const t = useTranslations("league");
  const order = filter.order ?? usualOrder[filter.sort];
  const heading = (sort: LeagueSort, words: string) => {
    const isNow = filter.sort === sort;
    const next = isNow ? (order === "asc" ? "desc" : "asc") : usualOrder[sort];
    const Arrow = order === "desc" ? ArrowDown : ArrowUp;
    return (
      <th
        key={sort}
        scope="col"
        className={sort === "name" ? undefined : "r"}
        aria-sort={isNow ? (order === "asc" ? "ascending" : "descending") : undefined}
      >
        <Link
          className="sort"
          href={leagueAddress(paths.league, filter, { sort, order: next === usualOrder[sort] ? null : next })}
          data-active={isNow ? "" : undefined}
          scroll={false}
        >
          {words}
          {isNow ? <Arrow className="i i-14" aria-hidden /> : null}
        </Link>
      </th>
    );
  };
  return (
    <div className="card clip">
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <caption className="vh">{t("caption", { sort: filter.sort })}</caption>
          <thead>
            <tr>
              {heading("name", t("columns.organisation"))}
              {figures.map((name) => heading(name, t(`columns.${name}`)))}
            </tr>
          </thead>
          {rows.map((row) => (
            <tbody key={row.id}>
              <tr>
                <th scope="row" className="fw5">
                  <Link href={paths.provinceOrganisation(row.id)}>{row.name}</Link>{" "}
                  <span className="dim t12 nw">{t(`of.${row.orgKind as "bank"}`)}</span>
                </th>
                <td className="r num" data-name={t("columns.answered")}>
                  {row.answered}
                </td>
                <Figures row={row} least={least} />
              </tr>
              {row.reply ? (
                <tr>
                  <td colSpan={6}>
                    <figure className="lg-reply">
                      <figcaption className="t12 mut">
                        {t("reply.title", { name: row.name })} ·{" "}
                        {t("reply.at", { time: formatDateTime(row.reply.at), version: row.reply.version })}
                      </figcaption>
                      <blockquote className="t13 pre">{row.reply.body}</blockquote>
                    </figure>
                  </td>
                </tr>
              ) : null}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  );
}

function Figures({ row: { line, state }, least }: { row: LeagueRow; least: number }) {
  const t = useTranslations("league");
  if (!line)
    return (
      <td className="r" colSpan={4}>
        {state === "withheld" ? (
          <Withheld />
        ) : (
          <span className="dim" title={t("fewWhy", { least })}>
            {t("few")}
          </span>
        )}
      </td>
    );
  return (
    <>
      <td className="r num" data-name={t("columns.onTime")}>
        <Share {...line.onTime} />
      </td>
      <td className="r num nw" data-name={t("columns.median")}>
        <Minutes value={line.answered.median} />
      </td>
      <td className="r num nw" data-name={t("columns.p90")}>
        <Minutes value={line.answered.p90} />
      </td>
      <td className="r num" data-name={t("columns.firstRight")}>
        <Share {...line.firstRight} />
      </td>
    </>
  );
}
