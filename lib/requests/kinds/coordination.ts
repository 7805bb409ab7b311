import { targetKinds } from "@/lib/targets/target-kind";
import { may, must } from "./field";
import { defineKind } from "./kind";
import { noteColumn, notFoundColumns, notOursColumns, refusalColumns } from "./outcome-columns";

/** Keeps data from being deleted until a day (Criminal Procedure Code art. 107; Decree 333/2026 art. 16). */
export const dataPreservation = defineKind({
  code: "DATA_PRESERVATION",
  targets: targetKinds.filter((kind) => kind !== "person_id"),
  addressees: ["bank", "payment_intermediary", "telecom", "platform"],
  keeperOnly: false,
  details: {
    request: [
      must("dataScope", "longText", { min: 5, max: 1000 }),
      must("preserveUntil", "instant", { when: "future", dayAlone: true }),
    ],
    target: [],
  },
  columns: {
    PRESERVED: [
      must("until", "instant", { when: "future", dayAlone: true, proposed: { of: "preserveUntil" } }),
      noteColumn,
    ],
    NOT_FOUND: notFoundColumns,
    NOT_OURS: notOursColumns,
    REFUSED: refusalColumns,
  },
});

/**
 * Is the holder of this account, or of this number, that person? Each side is asked its own question and says yes, no or unknown,
 * nothing more, so that neither learns what the other keeps.
 */
export const identityReconciliation = defineKind({
  code: "IDENTITY_RECONCILIATION",
  targets: ["bank_account", "e_wallet", "phone_number"],
  addressees: ["bank", "payment_intermediary", "telecom"],
  details: {
    request: [],
    target: [must("comparedName", "text", { min: 2 }), may("comparedPersonId", "personId")],
  },
  columns: { MATCH: [], MISMATCH: [], UNREGISTERED: [] },
});

/** Work of another police unit: its answer is a text with files. */
export const assistance = defineKind({
  code: "ASSISTANCE",
  targets: targetKinds,
  addressees: ["police"],
  keeperOnly: false,
  details: { request: [must("task", "longText", { min: 10, max: 2000 })], target: [] },
  columns: {
    PROVIDED: [must("reply", "longText", { min: 2, max: 4000 }), may("replyFiles", "files")],
    REFUSED: refusalColumns,
  },
});
