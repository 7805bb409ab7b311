/** What a period of a request kind says, beside its code, its days and whether it waits to be confirmed; a new period says all of it anew. */
export const kindColumns = [
  "nameVi",
  "nameEn",
  "documentVi",
  "addressees",
  "stage",
  "procuracy",
  "signerTitles",
  "legalBases",
  "note",
  "source",
] as const;
/** What a time limit is for: one is in force at a time for each combination. */
export const limitCombination = [
  "subject",
  "kindCode",
  "urgency",
  "legalBasis",
  "specialisedOnly",
  "requesterOrgId",
  "requesterLevel",
] as const;
/** How long it is, and who says so. */
export const limitTerm = ["unit", "value", "mostExtension", "note", "source"] as const;

/** The named columns of a row or of an input, and nothing else of it. */
export function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
