import { may, must } from "./field";
import { holdColumns, holdEffects } from "./hold-answer";
import { defineKind } from "./kind";
import { doneColumns, refusalColumns } from "./outcome-columns";

/** The fast hold before a criminal case is initiated (Decree 52/2024 art. 11; AML law 2022 art. 44). Lapses unless confirmed. */
export const accountSuspend = defineKind({
  code: "ACCOUNT_SUSPEND",
  hold: "suspension",
  targets: ["bank_account"],
  addressees: ["bank"],
  tellsOfMoney: true,
  asksAmount: true,
  columns: holdColumns(false),
  effects: holdEffects,
});

export const ewalletSuspend = defineKind({
  code: "EWALLET_SUSPEND",
  hold: "suspension",
  targets: ["e_wallet"],
  addressees: ["payment_intermediary"],
  tellsOfMoney: true,
  asksAmount: true,
  columns: holdColumns(false),
  effects: holdEffects,
});

/** The procedural order after initiation; the procuracy is notified and minutes are made (Criminal Procedure Code art. 129). */
export const accountFreeze = defineKind({
  code: "ACCOUNT_FREEZE",
  hold: "freeze",
  targets: ["bank_account"],
  addressees: ["bank"],
  tellsOfMoney: true,
  asksAmount: true,
  documentType: "LPT",
  notifiesProcuracy: true,
  columns: holdColumns(true),
  effects: holdEffects,
});

/** Lifts a hold (Criminal Procedure Code art. 130): names the order it lifts. */
export const accountUnfreeze = defineKind({
  code: "ACCOUNT_UNFREEZE",
  targets: ["bank_account", "e_wallet"],
  addressees: ["bank", "payment_intermediary"],
  documentType: "QĐ",
  notifiesProcuracy: true,
  needsParent: ["ACCOUNT_SUSPEND", "EWALLET_SUSPEND", "ACCOUNT_FREEZE"],
  // Without it all of the hold goes; with it the rest stays held (lib/requests/holds/let-go.ts).
  details: { request: [], target: [may("partAmount", "amount")] },
  columns: { DONE: doneColumns, REFUSED: refusalColumns },
  effects: ({ outcome }) => ({ releases: outcome === "DONE" }),
});

/**
 * Asks the holder to keep on holding until a later day (AML law 2022 art. 44, to be confirmed): names the order it goes on with,
 * and each account must be held by it today.
 */
export const holdExtension = defineKind<{ outcome: "DONE"; until: string } | { outcome: "REFUSED" }>({
  code: "HOLD_EXTENSION",
  targets: ["bank_account", "e_wallet"],
  addressees: ["bank", "payment_intermediary"],
  needsParent: ["ACCOUNT_SUSPEND", "EWALLET_SUSPEND", "ACCOUNT_FREEZE"],
  needsHold: true,
  details: {
    request: [
      must("extendUntil", "instant", { when: "future" }),
      must("extensionGround", "longText", { min: 10, max: 1000 }),
    ],
    target: [],
  },
  columns: {
    DONE: [
      must("until", "instant", { when: "future", proposed: { of: "extendUntil" } }),
      may("note", "longText", { max: 500 }),
    ],
    REFUSED: refusalColumns,
  },
  effects: (answer) => (answer.outcome === "DONE" ? { extendsTo: new Date(answer.until) } : {}),
});
