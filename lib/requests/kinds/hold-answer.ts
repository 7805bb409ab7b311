import { z } from "zod";
import { optionalText, positiveVnd, text, vnd } from "@/lib/fields";
import { may, must } from "./field";
import type { AnswerEffects, Columns } from "./kind";
import { cashOut, doneBefore, onwardTransfer, yetToCome } from "./money-rows";
import { notFoundColumns, refusalColumns, refusalGrounds } from "./outcome-columns";

const refused = z.object({
  outcome: z.literal("REFUSED"),
  ground: z.enum(refusalGrounds, "required"),
  explanation: text(10, 2000),
});
const notFound = z.object({ outcome: z.literal("NOT_FOUND"), note: optionalText(500) });

/** Holding an account or a wallet: what was still there, and where the rest went. The minutes are the freeze's own (CPC art. 129). */
export const holdAnswer = (withMinutes: boolean) => (now: Date) => {
  const transfers = z.array(onwardTransfer(now)).max(200);
  const cashOuts = z.array(cashOut(now)).max(50);
  const minutes = withMinutes ? { minutesNumber: text(1, 60) } : { minutesNumber: optionalText(60) };
  return z.discriminatedUnion("outcome", [
    z.object({
      outcome: z.literal("HELD"),
      amount: positiveVnd,
      until: yetToCome(now).optional(),
      transfers: transfers.default([]),
      cashOuts: cashOuts.default([]),
      ...minutes,
    }),
    z.object({
      outcome: z.literal("MOVED_ON"),
      transfers: transfers.min(1, "required"),
      cashOuts: cashOuts.default([]),
    }),
    z.object({
      outcome: z.literal("CASHED_OUT"),
      cashOuts: cashOuts.min(1, "required"),
      transfers: transfers.default([]),
    }),
    z.object({ outcome: z.literal("NO_BALANCE"), balance: vnd.optional(), note: optionalText(500) }),
    notFound,
    z.object({ outcome: z.literal("ACCOUNT_CLOSED"), closedAt: doneBefore(now), note: optionalText(500) }),
    z.object({ outcome: z.literal("NAME_MISMATCH"), note: text(3, 500) }),
    refused,
  ]);
};
export type HoldAnswer = z.output<ReturnType<ReturnType<typeof holdAnswer>>>;

/** The same answers as columns; a test proves that they and the schema name the same. */
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
