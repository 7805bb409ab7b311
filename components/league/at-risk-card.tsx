import { useLocale, useTranslations } from "next-intl";
import { urgencyTones } from "@/components/requests/urgency-tones";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { TableHead } from "@/components/ui/table-head";
import { LimitEnd } from "@/components/ui/limit-end";
import { formatTime } from "@/lib/i18n/local-time";
import type { AtRisk, AtRiskSide } from "@/lib/league/at-risk";
import { formatChance } from "@/lib/money/share";
import { paths } from "@/lib/paths";
import { MethodLink } from "./method-link";

/** How many of today's will be late at the current pace, and which most likely. */
export function AtRiskCard({ risk, side }: { risk: AtRisk; side: AtRiskSide }) {
  const t = useTranslations("atRisk");
  const kinds = useTranslations("kinds");
  const urgencies = useTranslations("requests.urgency");
  const language = useLocale();
  const known = risk.due - risk.unknown;
  const isLikely = (chance: number | null) => chance !== null && chance >= 0.5;
  return (
    <Card title={t("title")} flush className="lg">
      <div className="card-body stack-1">
        {risk.due === 0 ? <p>{t("none")}</p> : null}
        {known > 0 ? (
          <p className={risk.expected >= 0.5 ? "fw6" : undefined}>
            {t("expected", { count: Math.round(risk.expected), due: known })}
          </p>
        ) : null}
        {risk.late > 0 ? <p className="c-red">{t("late", { count: risk.late })}</p> : null}
        {risk.unknown > 0 ? <p className="mut">{t("unknown", { count: risk.unknown })}</p> : null}
        <p className="t12 mut">{t("asOf", { time: formatTime(risk.asOf) })}</p>
      </div>
      {risk.rows.length > 0 ? (
        <div className="scroll-x" tabIndex={0}>
          <table className="table">
            <caption className="vh">{t("list")}</caption>
            <TableHead
              columns={[
                t("code"),
                t("kind"),
                t("urgency"),
                side === "desk" ? t("from") : t("to"),
                { figure: t("disputed") },
                { figure: t("due") },
                { figure: t("chance") },
              ]}
            />
            <tbody>
              {risk.rows.map(({ id, code, kindCode, urgency, disputed, other, dueAt, chance }) => (
                <tr key={id} className={isLikely(chance) ? "is-soon" : undefined}>
                  <th scope="row" className="fw5">
                    <Link className="link mono" href={paths.request(id)}>
                      {code}
                    </Link>
                  </th>
                  <td data-name={t("kind")}>{kinds(kindCode as "ACCOUNT_SUSPEND")}</td>
                  <td data-name={t("urgency")}>
                    {urgency === "normal" ? (
                      urgencies(urgency)
                    ) : (
                      <Badge tone={urgencyTones[urgency]}>{urgencies(urgency)}</Badge>
                    )}
                  </td>
                  <td data-name={t(side === "desk" ? "from" : "to")}>{other}</td>
                  <td className="r num nw" data-name={t("disputed")}>
                    {disputed === "0" ? <span className="dim">–</span> : <Money value={disputed} />}
                  </td>
                  <td className="r num nw" data-name={t("due")}>
                    <LimitEnd at={dueAt} />
                  </td>
                  <td className={isLikely(chance) ? "r num fw6" : "r num"} data-name={t("chance")}>
                    {chance === null ? (
                      <span className="dim nw">{t("noChance")}</span>
                    ) : (
                      formatChance(chance, language)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="card-body t13">
        {risk.due > risk.rows.length ? (
          <p className="mut">{t("first", { count: risk.rows.length })}</p>
        ) : null}
        <MethodLink of={["risk"]} />
      </div>
    </Card>
  );
}
