import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { LeaderFigures, OrganisationAnswers } from "@/lib/figures/types";
import type { OverdueSum } from "@/lib/ladder/types";
import { paths } from "@/lib/paths";
import { Minutes } from "./minutes";
import { OnTime } from "./on-time";

/** More than this does not fit a laptop without scrolling; the rest is in the last row's sum and one click away. */
const shownRows = 8;

/** Who is late, worst first: overdue of open, the longest, how fast and how punctual in the period. Numbers lead to what is behind. */
export function OverdueTable({
  figures,
  search,
  all,
  climbed,
}: {
  figures: LeaderFigures;
  search: string;
  all: boolean;
  /** What was reported to the reader's organisation, and may be urged by it. */
  climbed: readonly OverdueSum[];
}) {
  const t = useTranslations("province.overdue");
  const { organisations, totals } = figures;
  const rows = all ? organisations : organisations.slice(0, shownRows);
  const reported = climbed.reduce((sum, { open }) => sum + open, 0);
  const more = organisations.length - rows.length;
  return (
    <section
      className={all ? "card ld-over clip ld-all" : "card ld-over clip"}
      aria-labelledby="overdue-title"
    >
      <header className="card-head">
        <h2 className="h2" id="overdue-title">
          {t("title")}
        </h2>
        <span className={totals.overdue > 0 ? "c-red fw6 num t16" : "fw6 num t16"}>{totals.overdue}</span>
        <span className="t13 mut">{t("ofOpen", { count: totals.open })}</span>
        {reported > 0 ? (
          <Link className="t13 push" href={paths.overdue}>
            {t("climbed", { count: reported })}
          </Link>
        ) : null}
      </header>
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("organisation")}</th>
              <th scope="col" className="r">
                {t("overdue")}
              </th>
              <th scope="col" className="r">
                {t("longest")}
              </th>
              <th scope="col" className="r wide-c" title={t("timesMethod")}>
                {t("median")}
              </th>
              <th scope="col" className="r wide-c" title={t("timesMethod")}>
                {t("p90")}
              </th>
              <th scope="col" className="r">
                {t("onTime")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                name={row.name}
                href={`${paths.provinceOrganisation(row.id)}${search}`}
              />
            ))}
            {rows.length === 0 ? (
              <tr>
                <td colSpan={6} className="mut">
                  {t("none")}
                </td>
              </tr>
            ) : (
              <Row
                row={totals}
                name={t("all", { count: organisations.length })}
                href={more > 0 ? `${paths.province}${search ? `${search}&` : "?"}all=1` : null}
                isTotal
              />
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({
  row,
  name,
  href,
  isTotal = false,
}: {
  row: Omit<OrganisationAnswers, "id" | "name">;
  name: string;
  href: string | null;
  isTotal?: boolean;
}) {
  const t = useTranslations("province.overdue");
  const late = row.overdue > 0;
  return (
    <tr className={late && !isTotal ? "is-late" : undefined}>
      <th scope="row" className={isTotal ? "mut" : "fw5"}>
        {href ? <Link href={href}>{name}</Link> : name}
      </th>
      <td className="r num">
        {late && href && !isTotal ? (
          <Link
            className="c-red fw6 numlink"
            href={href}
            aria-label={t("behind", { count: row.overdue, name })}
          >
            {row.overdue}
          </Link>
        ) : (
          <span className={late ? "c-red fw6" : undefined}>{row.overdue}</span>
        )}{" "}
        <span className="dim">/ {row.open}</span>
      </td>
      <td className="r num">
        <Minutes value={row.longest} />
      </td>
      <td className="r num wide-c">
        <Minutes value={row.median} isWithheld={row.isWithheld} />
      </td>
      <td className="r num wide-c">
        <Minutes value={row.p90} isWithheld={row.isWithheld} />
      </td>
      <td className="r num">
        <OnTime {...row} />
      </td>
    </tr>
  );
}
