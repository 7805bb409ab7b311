import { useLocale } from "next-intl";
import { formatShare, tenthsOf } from "@/lib/money/share";
import { Withheld } from "./withheld";

/** A share of answers in time with its denominator. */
export function OnTime({
  inTime,
  answered,
  isWithheld,
}: {
  inTime: number;
  answered: number;
  isWithheld: boolean;
}) {
  const language = useLocale();
  if (answered === 0) return <span className="dim">–</span>;
  if (isWithheld) return <Withheld />;
  return (
    <>
      {formatShare(tenthsOf(BigInt(inTime), BigInt(answered)), language)}{" "}
      <span className="dim wide-i">
        {inTime}/{answered}
      </span>
    </>
  );
}
