/** The sign follows a no-break space, so that an amount never ends one line and its sign begins the next. */
export const dongSign = "₫";
const noBreakSpace = "\u00a0";

/** `1.250.000.000` from whole đồng, the same in both languages: it is how the sum stands on the bank's own papers. */
export function groupVnd(amount: bigint | string): string {
  const digits = BigInt(amount).toString();
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
}

/** `1.250.000.000 ₫` from whole đồng, for places without markup (titles, notices, file names of exports). */
export function formatMoney(amount: bigint | string): string {
  return `${groupVnd(amount)}${noBreakSpace}${dongSign}`;
}
