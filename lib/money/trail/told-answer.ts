type Told = { amount?: unknown; at?: unknown };
const digits = (amount: unknown) => typeof amount === "string" && /^\d+$/.test(amount);

/** Outcomes with which an institution says that nothing of the money is left in an account. */
export const emptyOutcomes: readonly string[] = ["NO_BALANCE", "ACCOUNT_CLOSED"];

/** The withdrawals that an answer tells of, in VND; an answer of another kind has none. */
export function cashOutsIn(answer: unknown): { amount: bigint; at: Date }[] {
  const told = fieldIn(answer, "cashOuts");
  if (!Array.isArray(told)) return [];
  return (told as Told[]).flatMap(({ amount, at }) =>
    digits(amount) && typeof at === "string" ? [{ amount: BigInt(amount as string), at: new Date(at) }] : [],
  );
}

/** What an answer says to be left in the account, in VND; null where it says nothing. */
export function balanceIn(answer: unknown): bigint | null {
  const told = fieldIn(answer, "balance");
  return digits(told) ? BigInt(told as string) : null;
}

const fieldIn = (answer: unknown, name: string): unknown =>
  typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>)[name] : undefined;
