import { type Field, may, must } from "./field";
import { defineKind } from "./kind";
import type { OnwardTransfer } from "./money-rows";
import { notFoundColumns, notOursColumns, noteColumn, refusalColumns } from "./outcome-columns";

const notHere = { NOT_FOUND: notFoundColumns, NOT_OURS: notOursColumns, REFUSED: refusalColumns };
const identityChecks = ["counter", "ekyc", "none"] as const;
const biometricStates = ["registered", "not_registered", "mismatched"] as const;
const statement = may("statement", "files");

/** What went in and out of an account within a window (Decree 117/2018 art. 9, 10): each line an edge of the trail. */
export const transactionTrace = defineKind<
  { outcome: "PROVIDED"; transfers: OnwardTransfer[] } | { outcome: "NOT_FOUND" | "NOT_OURS" | "REFUSED" }
>({
  code: "TRANSACTION_TRACE",
  targets: ["bank_account", "e_wallet"],
  addressees: ["bank", "payment_intermediary"],
  tellsOfMoney: true,
  details: {
    request: [
      must("windowFrom", "instant", { when: "past" }),
      must("windowTo", "instant", { after: "windowFrom" }),
    ],
    target: [],
  },
  columns: {
    PROVIDED: [
      must("balance", "amount", { zero: true }),
      must("balanceAt", "instant", { when: "past", proposed: "now" }),
      may("transfers", "transfers", { bothWays: true }),
      statement,
      noteColumn,
    ],
    ...notHere,
  },
  effects: (answer) =>
    answer.outcome === "PROVIDED" ? { transfers: answer.transfers, isHistory: true } : {},
});

/** What a bank or an issuer tells of a customer: only `own`, the field about his address or his other accounts, differs. */
const customerColumns = (own: Field): readonly Field[] => [
  must("holderName", "text", { min: 2 }),
  may("personId", "personId"),
  may("phone", "phone"),
  may("email", "text"),
  own,
  must("openedAt", "instant", { when: "past", dayAlone: true }),
  must("identityCheck", "enum", { options: identityChecks }),
  must("biometricState", "enum", { options: biometricStates }),
  statement,
  noteColumn,
];

/** Who holds an account, how he was identified, and its statement (Decree 117/2018 art. 9, 10). */
export const accountInfo = defineKind({
  code: "ACCOUNT_INFO",
  targets: ["bank_account"],
  addressees: ["bank"],
  columns: {
    PROVIDED: customerColumns(may("address", "text", { max: 300 })),
    ...notHere,
  },
});

/** The same of a wallet, with the accounts that are tied to it (Circular 40/2024). */
export const ewalletInfo = defineKind({
  code: "EWALLET_INFO",
  targets: ["e_wallet"],
  addressees: ["payment_intermediary"],
  columns: {
    PROVIDED: customerColumns(may("linkedAccounts", "text", { max: 300 })),
    ...notHere,
  },
});

/** What a camera saw where money was taken out. Recordings are overwritten: place and time are asked for each. */
export const evidenceFootage = defineKind({
  code: "EVIDENCE_FOOTAGE",
  targets: ["bank_account", "e_wallet"],
  addressees: ["bank"],
  // Money of one bank is taken out at the machine of another.
  keeperOnly: false,
  details: {
    request: [],
    target: [
      must("placeKind", "enum", { options: ["atm", "counter", "pos"] }),
      must("place", "text", { min: 3, max: 200 }),
      must("seenFrom", "instant", { when: "past" }),
      must("seenTo", "instant", { when: "past", after: "seenFrom" }),
    ],
  },
  columns: {
    PROVIDED: [must("footage", "files"), noteColumn],
    ...notHere,
  },
});

/** Guards what a victim still has: a measure of the bank for its own customer, which the unit asks for. */
export const victimAccountProtection = defineKind({
  code: "VICTIM_ACCOUNT_PROTECTION",
  targets: ["bank_account", "e_wallet"],
  addressees: ["bank", "payment_intermediary"],
  columns: {
    PROTECTED: [must("until", "instant", { when: "future" }), noteColumn],
    ...notHere,
  },
});
