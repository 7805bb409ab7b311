import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { TableHead } from "@/components/ui/table-head";
import { paths } from "@/lib/paths";
import type { RestitutionView } from "@/lib/restitution/types";
import { WhyLeftOut } from "@/components/release/left-out-list";
import { DisputeMarks } from "./dispute-note";
import { FreezeNeeded } from "./freeze-needed";

/** What the money of a case stands at: held, decided, returned, still missing. */
export async function RestitutionSums({ sums }: { sums: RestitutionView["sums"] }) {
  const t = await getTranslations("restitution.sums");
  return (
    <dl className="lq-figures">
      {(["held", "decided", "returned", "missed"] as const).map((name) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>
            <Money value={sums[name]} figure={20} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the money is, how much of it was traced, and for how many days it has been held. */
export async function HoldSources({
  holds,
  freezes,
}: {
  holds: RestitutionView["holds"];
  freezes: RestitutionView["freezes"];
}) {
  const t = await getTranslations("restitution.holds");
  return (
    <Card flush title={t("title")}>
      <FreezeNeeded freezes={freezes} />
      {holds.length === 0 ? (
        <p className="card-body t13 mut">{t("empty")}</p>
      ) : (
        <div className="scroll-x" tabIndex={0}>
          <table className="table rs-rows">
            <caption className="vh">{t("title")}</caption>
            <TableHead
              columns={[
                t("account"),
                { figure: t("amount") },
                { figure: t("linked") },
                { figure: t("decided") },
                { figure: t("available") },
                { figure: t("days") },
              ]}
            />
            <tbody>
              {holds.map((hold) => (
                <tr key={hold.id}>
                  <th scope="row">
                    <Link href={paths.request(hold.requestId)}>
                      {hold.holder} <Identifier value={hold.account} />
                    </Link>
                    {hold.isPayable ? (
                      hold.accountName ? (
                        <span className="sub">{hold.accountName}</span>
                      ) : null
                    ) : (
                      <span className="sub">
                        <Badge tone="amber">{t("notFreeze")}</Badge>{" "}
                        {freezes.leftOut
                          .filter(({ id }) => id === hold.id)
                          .map((left) => (
                            <WhyLeftOut key={left.id} hold={left} />
                          ))}
                      </span>
                    )}
                    <DisputeMarks disputes={hold.disputes} />
                  </th>
                  <td className="r" data-label={t("amount")}>
                    <Money value={hold.amount} strong />
                  </td>
                  <td className="r" data-label={t("linked")}>
                    <Money value={hold.linked} />
                  </td>
                  <td className="r" data-label={t("decided")}>
                    <Money value={hold.decided} />
                  </td>
                  <td className="r" data-label={t("available")}>
                    <Money value={hold.available} />
                  </td>
                  <td className="r" data-label={t("days")}>
                    {t("dayCount", { count: hold.days })}
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

/** Who has lost what, and what nobody has decided to give back yet. */
export async function VictimLosses({ victims }: { victims: RestitutionView["victims"] }) {
  const t = await getTranslations("restitution.victims");
  return (
    <Card flush title={t("title")}>
      {victims.length === 0 ? (
        <p className="card-body t13 mut">{t("empty")}</p>
      ) : (
        <div className="scroll-x" tabIndex={0}>
          <table className="table rs-rows">
            <caption className="vh">{t("title")}</caption>
            <TableHead columns={[t("name"), { figure: t("loss") }, { figure: t("missed") }]} />
            <tbody>
              {victims.map((victim) => (
                <tr key={victim.id}>
                  <th scope="row">{victim.name}</th>
                  <td className="r" data-label={t("loss")}>
                    <Money value={victim.loss} />
                  </td>
                  <td className="r" data-label={t("missed")}>
                    <Money value={victim.missed} strong />
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
