import { useTranslations } from "next-intl";
import { OutcomeIcon } from "@/components/requests/outcome-sign";
import { Money } from "@/components/ui/money";
import type { SheetRow } from "@/lib/requests/sheets/types";

/** What the file adds up to before it is sent: how often each outcome, and how much is held. Whoever filled it in knows these sums. */
export function SheetSums({ rows }: { rows: readonly SheetRow[] }) {
  const t = useTranslations("sheets.sums");
  const outcomes = useTranslations("outcomes");
  const ready = rows.filter(({ state }) => state === "ready");
  const blank = rows.filter(({ state }) => state === "blank").length;
  const told = [...new Set(ready.flatMap(({ outcome }) => outcome ?? []))];
  return (
    <ul className="sheet-sums" data-slot="sheet-sums" aria-label={t("label")}>
      {told.map((outcome) => {
        const own = ready.filter((row) => row.outcome === outcome);
        const amount = own.reduce((sum, { amount: held }) => sum + BigInt(held ?? "0"), 0n);
        return (
          <li key={outcome}>
            <OutcomeIcon outcome={outcome} />
            <span>{outcomes(outcome)}</span>
            <b className="fw6 num">{own.length}</b>
            {amount > 0n ? <Money value={amount} strong /> : null}
          </li>
        );
      })}
      {blank > 0 ? <li className="mut">{t("blank", { count: blank })}</li> : null}
    </ul>
  );
}
