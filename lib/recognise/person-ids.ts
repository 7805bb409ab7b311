import { personId as definition } from "@/lib/targets/kinds/person-id";
import type { Candidate } from "./candidates";
import type { NumberSpan } from "./number-chains";
import type { Page } from "./page";
import type { Surroundings } from "./surroundings";
import type { FoundFlag } from "./types";

/** Twelve digits whose province, century and sex exist (Decree 137/2015/ND-CP, Circular 07/2016/TT-BCA). */
export const isCitizenNumber = (digits: string): boolean =>
  digits.length === 12 && definition.normalise(digits).ok;

/**
 * A citizen's number of 12 digits or an old identity card's of 9. Only a label makes it one: Sacombank and VietinBank have accounts
 * of 12 digits. A labelled number that cannot exist is still shown, for a slip of the pen names somebody all the same.
 */
export function personId(span: NumberSpan, around: Surroundings, page: Page): Candidate | undefined {
  const { digits } = span;
  if (span.hasPlus || (digits.length !== 12 && digits.length !== 9)) return undefined;
  const isColumn = around.column === "person";
  if (around.column !== "unknown" && !isColumn) return undefined;
  const label = around.before?.cue === "person" ? around.before : undefined;
  const isAfter = around.before === undefined && around.after?.cue === "person";
  if (!isColumn && label === undefined && !isAfter) return undefined;
  const flags: FoundFlag[] = [];
  if (span.isJoined) flags.push("joined");
  if (page.reading.isRepaired(span.start, span.end)) flags.push("repaired");
  if (!definition.normalise(digits).ok) flags.push("unchecked");
  const score = 4.4 - (label?.cost ?? 0) * 0.5 - span.joinCost;
  return { kind: "person_id", value: digits, bank: null, start: span.start, end: span.end, score, flags };
}
