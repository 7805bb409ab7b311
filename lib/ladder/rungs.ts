/** The steps of a clock in the order in which they are climbed. */
export const rungs = [
  "first_reminder",
  "second_reminder",
  "breach",
  "manager",
  "head",
  "overseer",
  "committee",
] as const;
export type Rung = (typeof rungs)[number];

/** Whom a step reaches: whoever answers, who leads the desk, who heads the organisation, who oversees it, the province, who asked. */
export const recipients = ["owner", "manager", "head", "overseer", "committee", "requester"] as const;
export type Recipient = (typeof recipients)[number];

/** Before the end; the other steps come at it or after it. */
export const isReminder = (rung: Rung): boolean => rung === "first_reminder" || rung === "second_reminder";
/** Climbs above the desk. */
export const isEscalation = (rung: Rung): boolean => !isReminder(rung) && rung !== "breach";
/** Leaves the organisation that owes the answer. */
export const isOutside = (rung: Rung): boolean => rung === "overseer" || rung === "committee";

/** Why a step told nobody: a later one came with it, it was before the clock's end moved, there is nobody, the case is sealed. */
export type Skipped = "overtaken" | "earlier" | "nobody" | "sealed";
