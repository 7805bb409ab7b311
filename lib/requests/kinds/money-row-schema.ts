import { z } from "zod";
import { instant, optionalText, positiveVnd, text } from "@/lib/fields";
import { readAccount } from "@/lib/targets/kinds/bank-account";
import { cashChannels, transferDirections } from "./money-rows";

const clockErrorMs = 10 * 60_000;
/** When something was done: a clock that runs a little ahead is forgiven, a moment in the future is not. */
export const doneBefore = (now: Date) =>
  instant.refine((at) => Date.parse(at) < now.getTime() + clockErrorMs, "date.future");
/** A moment that is still to come. */
export const yetToCome = (now: Date) =>
  instant.refine((at) => Date.parse(at) > now.getTime(), "answer.until");

/** One onward transfer that an answer tells of. `toInstitutionId` is an organisation of the register. */
export const onwardTransfer = (now: Date) =>
  z.object({
    at: doneBefore(now),
    amount: positiveVnd,
    toInstitutionId: z.uuid("required"),
    toAccount: text(1, 40).refine(
      (typed) => typeof readAccount(typed, "account") === "string",
      "answer.account",
    ),
    toName: optionalText(120),
    reference: optionalText(60),
  });

/** One line of a traced account, in either direction: `to…` is the account on the other side. */
export const tracedTransfer = (now: Date) =>
  onwardTransfer(now).extend({ direction: z.enum(transferDirections, "required") });

/** Money taken out: VND, when, how and where. */
export const cashOut = (now: Date) =>
  z.object({
    amount: positiveVnd,
    at: doneBefore(now),
    channel: z.enum(cashChannels, "required"),
    place: optionalText(200),
  });
