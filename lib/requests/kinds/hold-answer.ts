import { z } from "zod";
import type { AnswerEffects } from "./kind";
import { optionalText, positiveVnd, text, vnd } from "@/lib/fields";
import { doneBefore, onwardTransfer, yetToCome } from "./kind";

export const refusalGrounds = [
  "no_legal_basis",
  "wrong_addressee",
  "missing_details",
  "beyond_competence",
  "technical",
  "other",
] as const;
export const cashChannels = ["atm", "counter", "pos"] as const;

const cashOut = (now: Date) =>
  z.object({
    amount: positiveVnd,
    at: doneBefore(now),
    channel: z.enum(cashChannels, "required"),
    place: optionalText(200),
  });
export const refused = z.object({
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

export const holdOutcomes = [
  "HELD",
  "MOVED_ON",
  "CASHED_OUT",
  "NO_BALANCE",
  "NOT_FOUND",
  "ACCOUNT_CLOSED",
  "NAME_MISMATCH",
  "REFUSED",
] as const;

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
