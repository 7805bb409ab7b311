import { useLocale, useTranslations } from "next-intl";
import { Money, useVnd } from "@/components/ui/money";
import { formatShare, tenthsOf } from "@/lib/money/share";

/** How much of what the victim lost is asked for, VND as digits; the length is an SVG attribute. */
export function LostShare({ part, whole }: { part: string; whole: string }) {
  const { vnd } = useVnd();
  const t = useTranslations("signing");
  const [asked, lost] = [BigInt(part), BigInt(whole)];
  const tenths = tenthsOf(asked, lost);
  const share = formatShare(tenths, useLocale());
  return (
    <div className="sg-frac">
      <svg
        className="frac"
        viewBox="0 0 1000 6"
        preserveAspectRatio="none"
        role="img"
        aria-label={t("share", { share, lost: vnd(lost) })}
      >
        <rect className="f-line" width="1000" height="6" />
        <rect className={asked > lost ? "f-red" : "f-blue"} width={Math.min(1000, tenths)} height="6" />
      </svg>
      <p className="t13 mut">
        {t.rich("shareWords", {
          share: () => <b className="fw6 c-ink num">{share}</b>,
          lost: () => <Money value={lost} />,
        })}
      </p>
    </div>
  );
}
