import { z } from "zod";
import { text } from "@/lib/fields";
import { holdFilter } from "./filter";

/** Through which door an appeal came; a bank hands in what was brought to its branch. */
export const appealChannels = ["counter", "hotline", "post", "online", "bank_branch"] as const;
export const unitChannels = ["counter", "hotline", "post", "online"] as const;
/** Why a hold stays although its holder asked: told to him in the answer. */
export const rejectionGrounds = [
  "trail_leads_here",
  "order_in_force",
  "not_the_holder",
  "no_new_facts",
  "other",
] as const;

const key = z.uuid("invalid");
const version = z.coerce.number().int().min(1).max(2_147_483_647);
const onAppeal = { key, appealId: z.uuid("invalid"), version };

export const receiveAppealInput = z.object({
  key,
  holdId: z.uuid("required"),
  channel: z.enum(appealChannels, "required"),
  appellant: text(2, 120),
  contact: text(3, 200),
  content: text(20, 4000),
});
export type ReceiveAppeal = z.output<typeof receiveAppealInput>;

export const reviewAppealInput = z.object(onAppeal);
export const upholdAppealInput = z.object({
  ...onAppeal,
  answer: text(30, 4000),
  /** Drafts the order that lets the money go, and hands it to the signer, in the same act. */
  draftRelease: z.boolean(),
});
export const rejectAppealInput = z.object({
  ...onAppeal,
  ground: z.enum(rejectionGrounds, "required"),
  answer: text(30, 4000),
});
export const withdrawAppealInput = z.object({
  ...onAppeal,
  reason: text(10, 2000),
  /** The file beside the appeal in which its appellant takes it back. */
  letterId: z.uuid("required"),
});
export const appealReleaseInput = z.object(onAppeal);

/** `facts` marks what the screen showed: what is decided about a hold is decided about these facts. */
const onHold = { key, holdId: z.uuid("invalid"), facts: text(1, 200) };
export const keepHoldInput = z.object({ ...onHold, ground: text(20, 2000) });
/** The grounds come with it, in the words of the paper: its drafter may change them before it is signed. */
export const releaseHoldInput = z.object({ ...onHold, grounds: text(20, 4000) });

/** What was typed to narrow the list of holds: an account or a name, so it comes by action and stands in no address. */
export const searchHoldsInput = z.object({
  text: text(2, 60),
  filter: holdFilter.omit({ after: true, before: true }),
});

/** What was typed to find a held account; not an address, because an account is a person's. */
export const findHoldsInput = z.object({ text: text(4, 60) });
