/** Tenths of a percent, rounded; 0 when there is nothing to be a share of. Amounts VND or counts. */
export function tenthsOf(part: bigint, whole: bigint): number {
  return whole <= 0n ? 0 : Number((part * 2000n + whole) / (whole * 2n));
}

/** A chance between 0 and 1 in whole percents, as the language writes them: `98%`. More would claim what no forecast knows. */
export function formatChance(chance: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(chance);
}

/** Tenths of a percent in words: `38,3%` in Vietnamese, `38.3%` in English. */
export function formatShare(tenths: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(tenths / 1000);
}
