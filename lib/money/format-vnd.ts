/** VND as its parts, for figures set apart from the sign: digits grouped by dots in both languages, as on official papers. */
export function vndParts(amount: bigint): {
  readonly sign: "" | "-";
  readonly digits: string;
  readonly currency: "₫";
} {
  const digits = (amount < 0n ? -amount : amount).toString().replace(/\B(?=(\d{3})+$)/g, ".");
  return { sign: amount < 0n ? "-" : "", digits, currency: "₫" };
}

/** `1.250.000.000 ₫` (VND), with a no-break space so that the sign never stands alone on the next line. */
export function formatVnd(amount: bigint): string {
  const { sign, digits, currency } = vndParts(amount);
  return `${sign}${digits}\u00a0${currency}`;
}
