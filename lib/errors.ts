/** Expected refusals. A code travels to the screen, which knows its words (`problems.<code>`). */
export const problemCodes = [
  "invalid",
  "not-found",
  "not-allowed",
  "not-now",
  "changed-meanwhile",
  "ask-first", // allowed and seldom meant: asked once more with the facts
  "key-reused",
  "second-factor",
  "not-authentic", // an order that is not what was signed
  "suspected", // an order that somebody doubts
  "files-held", // a file that waits for the scanner, or that it refused
  "sender-held", // whoever signed or drafted such an order
  "disputed", // held money about which an objection or an appeal waits for its answer
  "signed-out",
  "too-many",
  "unreachable", // said by the browser: no answer came, so nobody knows whether it was carried out
  "unavailable",
  "unexpected",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Who was first, so that the second person is told by whom and when. `isYou`: it was himself, in another window. */
export type ChangedBy = {
  name: string;
  at: string;
  what: string;
  isYou?: boolean;
  /** What he changed, as the record keeps it; of the registers alone. */
  changes?: Record<string, unknown>;
};
/** What is asked before a write: the code of its words, and the facts of the matter, named as the record names them. */
export type Ask = { code: string; subject: string; facts: Record<string, unknown> };

/** An expected refusal: foreign and missing records are both "not-found". `fields` maps a field's path to a message code. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: { fields?: Record<string, string>; by?: ChangedBy; asks?: readonly Ask[] } = {},
  ) {
    super(code);
    this.name = "Problem";
  }
}

/** Runs a part of a whole; what it refuses at a field is told at that part's field: `amount` of `answers.3` is `answers.3.amount`. */
export async function within<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || !error.details.fields) throw error;
    const fields = Object.entries(error.details.fields).map(([name, code]) => [`${place}.${name}`, code]);
    throw new Problem(error.code, { ...error.details, fields: Object.fromEntries(fields) });
  }
}
