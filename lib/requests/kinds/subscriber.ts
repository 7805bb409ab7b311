import { z } from "zod";
import { refused } from "./hold-answer";
import { optionalText, text } from "@/lib/fields";
import { defineKind, doneBefore } from "./kind";

export const registrationStates = [
  "verified",
  "unverified",
  "organisation",
  "foreigner",
  "cancelled",
] as const;

/** Several devices with commas or blanks between them; a written IMEI may carry dashes, and a SVN makes it 16 digits. */
const namesDevices = (typed: string | undefined): boolean =>
  (typed ?? "")
    .replace(/[-/.]/g, "")
    .split(/[,;\s]+/)
    .every((device) => device === "" || /^\d{14,16}$/.test(device));

/** Who holds a number (Telecommunications Law 2023 art. 6). Numbers are ported: "not ours" is an honest answer. */
export const subscriberInfo = defineKind({
  code: "SUBSCRIBER_INFO",
  hold: null,
  targets: ["phone_number", "sim", "imei"],
  addressees: ["telecom"],
  asksAmount: false,
  documentType: "CV",
  notifiesProcuracy: false,
  needsParent: [],
  outcomes: ["PROVIDED", "NOT_FOUND", "NOT_OURS", "REFUSED"],
  answer: (now) =>
    z.discriminatedUnion("outcome", [
      z.object({
        outcome: z.literal("PROVIDED"),
        subscriberName: text(2, 120),
        personId: z
          .string()
          .regex(/^(\d{9}|\d{12})$/, "personId")
          .optional(),
        address: optionalText(300),
        activatedAt: doneBefore(now),
        registrationState: z.enum(registrationStates, "required"),
        devices: optionalText(300).refine(namesDevices, "answer.imei"),
        note: optionalText(1000),
      }),
      z.object({ outcome: z.literal("NOT_FOUND"), note: optionalText(500) }),
      z.object({ outcome: z.literal("NOT_OURS"), operator: optionalText(120) }),
      refused,
    ]),
  effects: () => ({}),
});
