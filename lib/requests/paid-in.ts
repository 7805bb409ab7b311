import type { PaidIn } from "@/lib/money/trail/paid-into";

/** The payments into an account as a request keeps them beside its targets (drafting/commands.ts); none where it keeps none. */
export function paidIn(details: unknown): PaidIn[] {
  const rows: unknown =
    typeof details === "object" && details !== null && "payments" in details ? details.payments : null;
  return Array.isArray(rows) ? rows.filter(isPaidIn) : [];
}

const isPaidIn = (row: unknown): row is PaidIn =>
  typeof row === "object" &&
  row !== null &&
  "at" in row &&
  "amount" in row &&
  typeof row.at === "string" &&
  typeof row.amount === "string" &&
  /^\d{1,18}$/.test(row.amount);
