import { may, must } from "./field";

/** Coded grounds on which a target or a whole request is declined. */
export const refusalGrounds = [
  "no_legal_basis",
  "wrong_addressee",
  "missing_details",
  "beyond_competence",
  "technical",
  "other",
] as const;

export const noteColumn = may("note", "longText", { max: 500 });
export const refusalColumns = [
  must("ground", "enum", { options: refusalGrounds }),
  must("explanation", "longText", { min: 10, max: 2000 }),
];
export const notFoundColumns = [noteColumn];
/** Another keeps it: who, if that is known, so that the unit passes the request on in one step. */
export const notOursColumns = [may("operatorId", "organisation"), may("operator", "text")];
export const doneColumns = [must("doneAt", "instant", { when: "past", proposed: "now" }), noteColumn];
