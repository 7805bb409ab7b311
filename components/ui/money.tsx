import { useLocale } from "next-intl";
import type { Language } from "@/lib/i18n/languages";
import { formatVnd, vndParts } from "@/lib/money/format-vnd";
import { classNames } from "./class-names";

/** An amount in whole đồng, tabular, the currency sign set back. `figure` for the one large number of a block. */
export function Money({
  value,
  figure,
  strong = false,
  className,
}: {
  value: string | bigint;
  figure?: 20 | 24 | 32;
  strong?: boolean;
  className?: string;
}) {
  const { sign, digits, currency } = vndParts(BigInt(value), useLocale() as Language);
  const look = figure ? classNames("figure", figure !== 24 && `figure-${figure}`) : "money";
  return (
    <span className={classNames(look, strong && "fw6", className)}>
      {sign}
      {digits}
      <span className="dong">
        {"\u00a0"}
        {currency}
      </span>
    </span>
  );
}

/** Amounts of VND inside a sentence, and as they stand in a money field, as the language of the screen writes them. */
export function useVnd(): { vnd: (amount: bigint | string) => string; digits: (amount: bigint) => string } {
  const language = useLocale() as Language;
  return {
    vnd: (amount) => formatVnd(BigInt(amount), language),
    digits: (amount) => vndParts(amount, language).digits,
  };
}
