import type { Language } from "@/lib/i18n/languages";

/** What stands between thousands and before decimals: the one home of both for every amount, share and sum on a screen. */
export const marks: Record<Language, { readonly group: string; readonly point: string }> = {
  vi: { group: ".", point: "," },
  en: { group: ",", point: "." },
};

/** Digits in groups of three. */
export const grouped = (digits: string, language: Language): string =>
  digits.replace(/\B(?=(\d{3})+$)/g, marks[language].group);

/**
 * VND as its parts, for figures set apart from the sign. Without a language as on official papers, which are Vietnamese whatever the
 * reader's screens speak; a screen says its own (components/ui/money.tsx), as a reader of English takes `1.250` for one and a quarter.
 */
export function vndParts(
  amount: bigint,
  language: Language = "vi",
): {
  readonly sign: "" | "-";
  readonly digits: string;
  readonly currency: "₫";
} {
  const digits = grouped((amount < 0n ? -amount : amount).toString(), language);
  return { sign: amount < 0n ? "-" : "", digits, currency: "₫" };
}

/** `1.250.000.000 ₫`, in English `1,250,000,000 ₫` (VND), with a no-break space so that the sign never stands alone on the next line. */
export function formatVnd(amount: bigint, language: Language = "vi"): string {
  const { sign, digits, currency } = vndParts(amount, language);
  return `${sign}${digits}\u00a0${currency}`;
}
