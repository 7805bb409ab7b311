"use client";

import { useVnd } from "@/components/ui/money";
import { Check } from "@/components/icons/check";
import { TriangleAlert } from "@/components/icons/triangle-alert";
import { useTranslations } from "next-intl";

const million = 1_000_000n;

/** Whether the parts add up to what was asked about, said while it is typed. Amounts VND. */
export function SumCheck({ parts, rest, total }: { parts: bigint[]; rest: bigint; total: bigint }) {
  const { vnd, digits } = useVnd();
  const t = useTranslations("answers");
  if (rest === 0n) {
    const round = [...parts, total].every((part) => part % million === 0n);
    const write = (part: bigint) => digits(round ? part / million : part);
    return (
      <p className="row g1 c-green fw5 t13" role="status">
        <Check className="i i-14" aria-hidden />
        {t(round ? "sum.fitsMillions" : "sum.fits", {
          parts: parts.map(write).join(" + "),
          total: write(total),
        })}
      </p>
    );
  }
  return (
    <p className="row g1 c-amber fw5 t13" role="status">
      <TriangleAlert className="i i-14" aria-hidden />
      {rest > 0n ? t("sum.missing", { amount: vnd(rest) }) : t("sum.more", { amount: vnd(-rest) })}
    </p>
  );
}
