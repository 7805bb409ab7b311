import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { durationOf } from "@/components/ui/duration-words";
import { TableHead } from "@/components/ui/table-head";
import type { Language } from "@/lib/i18n/languages";
import { formatShare, tenthsOf } from "@/lib/money/share";
import type { DeskReport as Report, ReportLine } from "@/lib/requests/queue/report";

/** The own desk's figures for its manager, each with what it is counted over: together, by person, by kind. */
export function DeskReport({ report }: { report: Report }) {
  const t = useTranslations("queue.report");
  const kinds = useTranslations("kinds");
  const d = useTranslations("format.duration");
  const language = useLocale() as Language;
  const time = (minutes: number | null) => {
    if (minutes === null) return "–";
    const { unit, ...values } = durationOf(minutes);
    return d(unit, values);
  };
  const groups: { name: string; lines: { key: string; name: string; line: ReportLine }[] }[] = [
    { name: t("all"), lines: [{ key: "all", name: t("whole"), line: report.all }] },
    {
      name: t("people"),
      lines: report.people.map((line) => ({
        key: line.id ?? "nobody",
        name: line.name ?? t("nobody"),
        line,
      })),
    },
    {
      name: t("kinds"),
      lines: report.kinds.map((line) => ({
        key: line.kindCode,
        name: kinds(line.kindCode as "ACCOUNT_SUSPEND"),
        line,
      })),
    },
  ];
  return (
    <Card flush title={t("title")}>
      <div className="scroll-x" tabIndex={0}>
        <table className="table table-heads">
          <caption className="vh">{t("title")}</caption>
          <TableHead
            columns={[
              t("who"),
              { figure: t("open") },
              { figure: t("late") },
              { figure: t("answered") },
              { figure: t("onTime") },
              { figure: t("first") },
              { figure: t("firstP90") },
              { figure: t("answer") },
              { figure: t("answerP90") },
            ]}
          />
          {groups.map((group) => (
            <tbody key={group.name}>
              {group.lines.length > 0 && group.name !== t("all") ? (
                <tr>
                  <th scope="rowgroup" colSpan={9} className="t12 mut fw5">
                    {group.name}
                  </th>
                </tr>
              ) : null}
              {group.lines.map(({ key, name, line }) => (
                <tr key={key}>
                  <th scope="row" className={group.name === t("all") ? "fw6" : "fw4"}>
                    {name}
                  </th>
                  <td className="r num">{line.open}</td>
                  <td className={line.late > 0 ? "r num c-red fw6" : "r num"}>{line.late}</td>
                  <td className="r num">{line.answered}</td>
                  <td className="r num nw">
                    {line.judged === 0
                      ? "–"
                      : t("share", {
                          share: formatShare(tenthsOf(BigInt(line.onTime), BigInt(line.judged)), language),
                          met: line.onTime,
                          of: line.judged,
                        })}
                  </td>
                  <td className="r num nw">{time(line.firstMedian)}</td>
                  <td className="r num nw">{time(line.firstP90)}</td>
                  <td className="r num nw">{time(line.answerMedian)}</td>
                  <td className="r num nw">{time(line.answerP90)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <p className="card-body t12 mut">{t("note")}</p>
    </Card>
  );
}
