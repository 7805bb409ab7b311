import { vndParts } from "@/lib/money/format-vnd";
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
  const { sign, digits, currency } = vndParts(BigInt(value));
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
