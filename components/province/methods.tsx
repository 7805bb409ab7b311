import { useTranslations } from "next-intl";
import { trendNames } from "@/lib/figures/definitions";

const amounts = [
  "reported",
  "requested",
  "held",
  "cashedOut",
  "movedPending",
  "unexplained",
  "returned",
] as const;

/** How the figures are made: behind a click on the screen, so that a finger reaches it too; written out on paper. */
export function Methods() {
  const t = useTranslations("province");
  return (
    <>
      <details className="ld-how no-print">
        <summary className="link">{t("how")}</summary>
        <div className="card ld-how-list">
          <Definitions />
        </div>
      </details>
      <section className="print-only">
        <h2 className="h2">{t("how")}</h2>
        <Definitions />
      </section>
    </>
  );
}

/** words: province.money.method.* province.trend.method.* */
function Definitions() {
  const money = useTranslations("province.money");
  const trend = useTranslations("province.trend");
  const over = useTranslations("province.overdue");
  const rows = [
    ...amounts.map((name) => [money(name), money(`method.${name}`)]),
    ...trendNames.map((name) => [trend(`names.${name}`), trend(`method.${name}`)]),
    [`${over("median")}; ${over("p90")}`, over("timesMethod")],
  ];
  return (
    <dl className="ld-methods">
      {rows.map(([name, method]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{method}</dd>
        </div>
      ))}
    </dl>
  );
}
