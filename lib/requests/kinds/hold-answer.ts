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

const cashOut = z.object({
  amount: positiveVnd,
  at: doneBefore,
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
export function holdAnswer(withMinutes: boolean) {
  const minutes = withMinutes ? { minutesNumber: text(1, 60) } : { minutesNumber: optionalText(60) };
  return z.discriminatedUnion("outcome", [
    z.object({
      outcome: z.literal("HELD"),
      amount: positiveVnd,
      until: yetToCome.optional(),
      transfers: z.array(onwardTransfer).max(200).default([]),
      cashOuts: z.array(cashOut).max(50).default([]),
      ...minutes,
    }),
    z.object({
      outcome: z.literal("MOVED_ON"),
      transfers: z.array(onwardTransfer).min(1, "required").max(200),
      cashOuts: z.array(cashOut).max(50).default([]),
    }),
    z.object({
      outcome: z.literal("CASHED_OUT"),
      cashOuts: z.array(cashOut).min(1, "required").max(50),
      transfers: z.array(onwardTransfer).max(200).default([]),
    }),
    z.object({ outcome: z.literal("NO_BALANCE"), balance: vnd.optional(), note: optionalText(500) }),
    notFound,
    z.object({ outcome: z.literal("ACCOUNT_CLOSED"), closedAt: doneBefore, note: optionalText(500) }),
    z.object({ outcome: z.literal("NAME_MISMATCH"), note: text(3, 500) }),
    refused,
  ]);
}
export type HoldAnswer = z.output<ReturnType<typeof holdAnswer>>;

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
