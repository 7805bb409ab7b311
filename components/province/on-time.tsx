import { useFormatter } from "next-intl";
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
  const format = useFormatter();
  if (answered === 0) return <span className="dim">–</span>;
  if (isWithheld) return <Withheld />;
  return (
    <>
      {format.number(inTime / answered, {
        style: "percent",
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      })}{" "}
      <span className="dim wide-i">
        {inTime}/{answered}
      </span>
    </>
  );
}
