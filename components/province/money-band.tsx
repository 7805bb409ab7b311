import { useFormatter, useTranslations } from "next-intl";
import { StackedBar } from "@/components/ui/stacked-bar";
import { formatVnd } from "@/lib/money/format-vnd";
import { billions } from "@/lib/money/format-billions";
import type { LeaderFigures } from "@/lib/figures/types";

const parts = [
  { name: "held", fill: "f-held", mark: "k-held" },
  { name: "cashedOut", fill: "f-cash", mark: "k-cash" },
  { name: "movedPending", fill: "f-wait", mark: "k-wait" },
  { name: "unexplained", fill: "f-unk", mark: "k-unk" },
] as const;

/** What was lost, asked for, and what became of it; each share says of what. Bar lengths are SVG attributes, to scale. */
export function MoneyBand({ figures }: { figures: LeaderFigures }) {
  const t = useTranslations("province.money");
  const share = useShare();
  const { money } = figures;
  const whole = BigInt(money.whole);
  const lengthOf = (amount: string) => (whole > 0n ? Number((BigInt(amount) * 10_000n) / whole) / 100 : 0);
  return (
    <section className="card ld-money" aria-label={t("title")}>
      <Amount label={t("reported")} value={money.reported} method={t("method.reported")}>
        {money.cases === null ? t("casesFew") : t("cases", { count: money.cases })} ·{" "}
        {t("before", { amount: billions(BigInt(figures.previousReported)) })}
      </Amount>
      <Amount label={t("requested")} value={money.requested} method={t("method.requested")}>
        {t("requests", { count: money.requests })}
      </Amount>
      <div className="mf-group">
        <StackedBar
          className="mf-bar"
          gap={0.2}
          parts={parts.map(({ name, fill }) => ({ fill, length: lengthOf(money[name]) }))}
        />
        <div className="mf-parts">
          {parts.map(({ name, mark }) => (
            <Amount key={name} label={t(name)} mark={mark} value={money[name]} method={t(`method.${name}`)}>
              <Share share={share(money[name], money.whole)} of={t("ofReported")} />
            </Amount>
          ))}
        </div>
      </div>
      <Amount label={t("returned")} value={money.returned} method={t("method.returned")}>
        <Share share={share(money.returned, money.held)} of={t("ofHeld")} />
      </Amount>
    </section>
  );
}

function Amount({
  label,
  mark,
  value,
  method,
  children,
}: {
  label: string;
  mark?: string;
  value: string;
  method: string;
  children: React.ReactNode;
}) {
  const t = useTranslations("province.money");
  return (
    <div className="mf">
      <p className="mf-l" title={method}>
        {mark ? <span className={`key ${mark}`} /> : null}
        {label}
      </p>
      <p className="mf-n">
        <span className="figure" title={formatVnd(BigInt(value))}>
          {billions(BigInt(value))}
          <span className="dong"> {t("unit")}</span>
        </span>
      </p>
      <p className="mf-d">{children}</p>
    </div>
  );
}

function Share({ share, of }: { share: string | null; of: string }) {
  return share === null ? (
    <span>–</span>
  ) : (
    <>
      <b>{share}</b> {of}
    </>
  );
}

/** `40,6 %`, or null when there is nothing to be a share of. */
function useShare(): (part: string, whole: string) => string | null {
  const format = useFormatter();
  return (part, whole) => {
    const all = BigInt(whole);
    if (all <= 0n) return null;
    const perMille = Number((BigInt(part) * 2000n + all) / (all * 2n));
    return format.number(perMille / 1000, {
      style: "percent",
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
  };
}
