/**
 * VND in tỷ (billions) with three decimals, rounded half up: `48,620`. The decimal comma as on official papers, dots group.
 * The exact amount goes into the title beside it.
 */
export function billions(amount: bigint): string {
  const millions = (amount + 500_000n) / 1_000_000n;
  const whole = (millions / 1_000n).toString().replace(/\B(?=(\d{3})+$)/g, ".");
  return `${whole},${(millions % 1_000n).toString().padStart(3, "0")}`;
}
