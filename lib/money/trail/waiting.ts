import type { LedgerView } from "@/lib/money/types";

/** VND of a ledger, or of one of its layers, about which somebody was asked and has not answered. */
export const waitingIn = ({
  movedOnPending,
  unasked,
  outside,
}: Pick<LedgerView, "movedOnPending" | "unasked" | "outside">): bigint =>
  BigInt(movedOnPending) - BigInt(unasked) - BigInt(outside);
