import { useLocale, useTranslations } from "next-intl";
import { StackedBar } from "@/components/ui/stacked-bar";
import { formatVnd } from "@/lib/money/format-vnd";
import { billions } from "@/lib/money/format-billions";
import { formatShare } from "@/lib/money/share";
import type { Language } from "@/lib/i18n/languages";
import { perMille } from "@/lib/figures/definitions";
import type { LeaderFigures } from "@/lib/figures/types";
import { Withheld } from "./withheld";

const parts = [
  { name: "held", fill: "f-held", mark: "k-held" },
  { name: "cashedOut", fill: "f-cash", mark: "k-cash" },
  { name: "movedPending", fill: "f-wait", mark: "k-wait" },
  { name: "unexplained", fill: "f-unk", mark: "k-unk" },
] as const;

/** What was lost, asked for, and what became of it; each share says of what. Bar lengths are SVG attributes, to scale. */
export function MoneyBand({ figures }: { figures: LeaderFigures }) {
  const t = useTranslations("province.money");
  const few = useTranslations("province")("few");
  const language = useLocale() as Language;
  const { money, hasPrevious, previousReported } = figures;
  const whole = BigInt(money.whole ?? 0);
  const lengthOf = (amount: string | null) =>
    amount !== null && whole > 0n ? Number((BigInt(amount) * 10_000n) / whole) / 100 : 0;
  return (
    <section className="card ld-money" aria-label={t("title")}>
      <Amount label={t("reported")} value={money.reported} method={t("method.reported")}>
        {money.cases === null ? null : <>{t("cases", { count: money.cases })} · </>}
        {!hasPrevious
          ? t("beforeNone")
          : previousReported === null
            ? t("beforeFew", { few })
            : t("before", { amount: billions(BigInt(previousReported), language) })}
      </Amount>
      <Amount label={t("requested")} value={money.requested} method={t("method.requested")}>
        {money.requests === null ? null : t("requests", { count: money.requests })}
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
              <Share part={money[name]} whole={money.whole} of={t("ofReported")} />
            </Amount>
          ))}
        </div>
      </div>
      <Amount label={t("returned")} value={money.returned} method={t("method.returned")}>
        <Share part={money.returned} whole={money.held} of={t("ofHeld")} />
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
  value: string | null;
  method: string;
  children: React.ReactNode;
}) {
  const t = useTranslations("province.money");
  const language = useLocale() as Language;
  return (
    <div className="mf">
      <p className="mf-l" title={method}>
        {mark ? <span className={`key ${mark}`} /> : null}
        {label}
      </p>
      <p className="mf-n">
        {value === null ? (
          <span className="figure">
            <Withheld />
          </span>
        ) : (
          <span className="figure" title={formatVnd(BigInt(value), language)}>
            {billions(BigInt(value), language)}
            <span className="dong"> {t("unit")}</span>
          </span>
        )}
      </p>
      <p className="mf-d">{children}</p>
    </div>
  );
}

/** `40,6% của báo mất`; a dash when there is nothing to be a share of. */
function Share({ part, whole, of }: { part: string | null; whole: string | null; of: string }) {
  const language = useLocale();
  if (part === null || whole === null) return <Withheld />;
  const share = perMille({ part: BigInt(part), whole: BigInt(whole) });
  if (share === null) return <span>–</span>;
  return (
    <>
      <b>{formatShare(share, language)}</b> {of}
    </>
  );
}
