import type { Language } from "@/lib/i18n/languages";
import { grouped, marks } from "./format-vnd";

/**
 * VND in tỷ (billions) with three decimals, rounded half up: `48,620`, in English `48.620`. The decimal comma as on official papers,
 * where a reader of English would take it for thousands. The exact amount goes into the title beside it.
 */
export function billions(amount: bigint, language: Language): string {
  const millions = (amount + 500_000n) / 1_000_000n;
  const whole = grouped((millions / 1_000n).toString(), language);
  return `${whole}${marks[language].point}${(millions % 1_000n).toString().padStart(3, "0")}`;
}
