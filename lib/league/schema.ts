import { z } from "zod";
import { text } from "@/lib/fields";
import { bearsNumbers } from "@/lib/numbers-in-text";
import { longestReply } from "./reply-text";

export const replyPeriods = ["week", "month", "quarter"] as const;

/** A reply to one's own line of a period, named by any day in it. No account, phone or name of a person belongs into it. */
export const replyInput = z.object({
  key: z.uuid("invalid"),
  period: z.enum(replyPeriods),
  on: z.iso.date("date.day"),
  body: text(1, longestReply).refine((value) => !bearsNumbers(value), "league.numbers"),
});
export type ReplyInput = z.output<typeof replyInput>;
