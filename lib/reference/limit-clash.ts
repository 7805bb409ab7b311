import type { WorkCalendar } from "@/lib/deadlines/calendar";
import { choosePolicy, type DeadlinePolicy, type PolicyQuestion } from "@/lib/deadlines/policy";
import { dueOrNull } from "./limits";

/** A limit that is to be kept, or is kept: `source` is who says so. */
export type Limit = DeadlinePolicy & { source: string };
/** What is wrong beside the others: the field and the code of `admin.errors.<code>`. */
export type LimitClash = {
  field: "kindCode" | "value";
  code: "limitShadowed" | "limitBelowAcknowledge" | "limitAboveAnswer" | "limitBeyondSource";
};

const urgencies = ["normal", "urgent", "emergency"];
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * How a limit would stand beside the others in force on its first day (`at`, UTC); null when it may. `kinds` are all that a request may be of.
 * - never chosen, because narrower or equal ones cover all it would be for;
 * - an answer due before its acknowledgement in every case it is for, or an acknowledgement due after its answer;
 * - longer than what the same source was confirmed to give for the same.
 */
export function limitClash(
  limit: Limit,
  others: readonly Limit[],
  kinds: readonly string[],
  at: Date,
  calendar: WorkCalendar,
): LimitClash | null {
  const due = dueOrNull({ unit: limit.unit, value: limit.value! }, at, calendar);
  const all = [limit, ...others];
  const won = questionsOf(limit, others, kinds, at).filter(
    (question) => choosePolicy(all, question) === limit,
  );
  if (won.length === 0) return { field: "kindCode", code: "limitShadowed" };
  const cited = others.find(
    (other) =>
      !other.verify &&
      other.source === limit.source &&
      (["subject", "kindCode", "urgency", "specialisedOnly"] as const).every(
        (name) => other[name] === limit[name],
      ),
  );
  const endOf = (other: Limit | undefined) =>
    other?.value == null ? null : dueOrNull({ unit: other.unit, value: other.value }, at, calendar);
  const legal = endOf(cited);
  if (due && legal && due > legal) return { field: "value", code: "limitBeyondSource" };
  const pair = { ANSWER: "ACKNOWLEDGE", ACKNOWLEDGE: "ANSWER" }[limit.subject];
  if (!pair || !due) return null;
  const isAnswer = limit.subject === "ANSWER";
  const clashes = won.every((question) => {
    const other = endOf(choosePolicy(all, { ...question, subject: pair }));
    return other !== null && (isAnswer ? due < other : due > other);
  });
  if (!clashes) return null;
  return { field: "value", code: isAnswer ? "limitBelowAcknowledge" : "limitAboveAnswer" };
}

/** Every different thing that may be asked and that this limit is for. */
function questionsOf(
  limit: Limit,
  others: readonly Limit[],
  kinds: readonly string[],
  at: Date,
): PolicyQuestion[] {
  const asked = (name: "legalBasis" | "requesterOrgId" | "requesterLevel") => [
    ...new Set([limit, ...others].flatMap((one) => one[name] ?? [])),
  ];
  const kindsAsked = limit.kindCode ? [limit.kindCode] : kinds;
  const bases = limit.legalBasis
    ? [[limit.legalBasis]]
    : [[], ...asked("legalBasis").map((basis) => [basis])];
  const units = limit.requesterOrgId ? [limit.requesterOrgId] : [nobody, ...asked("requesterOrgId")];
  const levels = limit.requesterLevel ? [limit.requesterLevel] : [null, ...asked("requesterLevel")];
  const forces = limit.specialisedOnly ? [true] : [false, true];
  const questions: PolicyQuestion[] = [];
  for (const kind of kindsAsked)
    for (const urgency of limit.urgency ? [limit.urgency] : urgencies)
      for (const legalBases of bases)
        for (const requesterOrgId of units)
          for (const requesterLevel of levels)
            for (const specialisedCyber of forces)
              questions.push({
                subject: limit.subject,
                kind,
                urgency,
                legalBases,
                requesterOrgId,
                requesterLevel,
                specialisedCyber,
                at,
              });
  return questions;
}
