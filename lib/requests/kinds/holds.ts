import { z } from "zod";
import { holdAnswer, holdEffects, holdOutcomes, refused } from "./hold-answer";
import { optionalText } from "@/lib/fields";
import { defineKind, doneBefore } from "./kind";

/** The fast hold before a criminal case is initiated (Decree 52/2024 art. 11; AML law 2022 art. 44). Lapses unless confirmed. */
export const accountSuspend = defineKind({
  code: "ACCOUNT_SUSPEND",
  hold: "suspension",
  targets: ["bank_account"],
  addressees: ["bank"],
  asksAmount: true,
  documentType: "CV",
  notifiesProcuracy: false,
  needsParent: [],
  outcomes: holdOutcomes,
  answer: holdAnswer(false),
  effects: holdEffects,
});

export const ewalletSuspend = defineKind({
  code: "EWALLET_SUSPEND",
  hold: "suspension",
  targets: ["e_wallet"],
  addressees: ["payment_intermediary"],
  asksAmount: true,
  documentType: "CV",
  notifiesProcuracy: false,
  needsParent: [],
  outcomes: holdOutcomes,
  answer: holdAnswer(false),
  effects: holdEffects,
});

/** The procedural order after initiation; the procuracy is notified and minutes are made (Criminal Procedure Code art. 129). */
export const accountFreeze = defineKind({
  code: "ACCOUNT_FREEZE",
  hold: "freeze",
  targets: ["bank_account"],
  addressees: ["bank"],
  asksAmount: true,
  documentType: "LPT",
  notifiesProcuracy: true,
  needsParent: [],
  outcomes: holdOutcomes,
  answer: holdAnswer(true),
  effects: holdEffects,
});

/** Lifts a hold (Criminal Procedure Code art. 130): names the order it lifts. */
export const accountUnfreeze = defineKind({
  code: "ACCOUNT_UNFREEZE",
  hold: null,
  targets: ["bank_account", "e_wallet"],
  addressees: ["bank", "payment_intermediary"],
  asksAmount: false,
  documentType: "QĐ",
  notifiesProcuracy: true,
  needsParent: ["ACCOUNT_SUSPEND", "EWALLET_SUSPEND", "ACCOUNT_FREEZE"],
  outcomes: ["DONE", "REFUSED"],
  answer: (now) =>
    z.discriminatedUnion("outcome", [
      z.object({ outcome: z.literal("DONE"), doneAt: doneBefore(now), note: optionalText(500) }),
      refused,
    ]),
  effects: (answer) => ({ releases: answer.outcome === "DONE" }),
});
