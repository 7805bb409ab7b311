import { may, must } from "./field";
import type { AnswerEffects, Columns } from "./kind";
import type { CashOut, OnwardTransfer } from "./money-rows";
import { notFoundColumns, refusalColumns } from "./outcome-columns";

type Moved = { transfers: OnwardTransfer[]; cashOuts: CashOut[] };
/** What these columns read as, as far as the case's money is concerned. Amounts VND as digits, instants ISO. */
export type HoldAnswer =
  | ({ outcome: "HELD"; amount: string; until?: string } & Moved)
  | ({ outcome: "MOVED_ON" | "CASHED_OUT" } & Moved)
  | { outcome: "NO_BALANCE" | "NOT_FOUND" | "ACCOUNT_CLOSED" | "NAME_MISMATCH" | "REFUSED" };

/** Holding an account or a wallet: what was still there, and where the rest went. The minutes are the freeze's own (CPC art. 129). */
export const holdColumns = (withMinutes: boolean): Columns => ({
  HELD: [
    must("amount", "amount"),
    may("until", "instant", { when: "future" }),
    may("transfers", "transfers"),
    may("cashOuts", "cashOuts"),
    (withMinutes ? must : may)("minutesNumber", "text", { max: 60 }),
  ],
  MOVED_ON: [must("transfers", "transfers"), may("cashOuts", "cashOuts")],
  CASHED_OUT: [must("cashOuts", "cashOuts"), may("transfers", "transfers")],
  NO_BALANCE: [may("balance", "amount", { zero: true }), may("note", "longText", { max: 500 })],
  NOT_FOUND: notFoundColumns,
  ACCOUNT_CLOSED: [must("closedAt", "instant", { when: "past" }), may("note", "longText", { max: 500 })],
  NAME_MISMATCH: [must("note", "longText", { min: 3, max: 500 })],
  REFUSED: refusalColumns,
});

/** Amounts of a hold answer in VND. */
export function holdEffects(answer: HoldAnswer): AnswerEffects {
  if (answer.outcome !== "HELD" && answer.outcome !== "MOVED_ON" && answer.outcome !== "CASHED_OUT")
    return {};
  return {
    transfers: answer.transfers,
    cashedOut: answer.cashOuts.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    ...(answer.outcome === "HELD"
      ? { held: { amount: BigInt(answer.amount), until: answer.until ? new Date(answer.until) : null } }
      : {}),
  };
}
