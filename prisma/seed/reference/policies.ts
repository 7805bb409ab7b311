import { type Row, seedId } from "../owner";
import type { KindRecord, LawFile, LegalLimit } from "./law";
import { ownKinds } from "./own-kinds";
import { reformDay } from "./places";

/** The legal bases of an entry as a person cites them; what has none is the portal's own. */
type SourceOf = (bases: readonly string[]) => string;
export const defaultSource = "Mặc định của Cổng";

/** "At once" has no figure in law; desks are measured against an hour, which an administrator may change. */
const immediateMinutes = 60;
const immediateNote = `Thực hiện ngay khi nhận; theo dõi mặc định ${immediateMinutes} phút, cần xác nhận.`;

type Policy = {
  subject: string;
  kindCode?: string;
  urgency?: "normal" | "urgent" | "emergency";
  specialisedOnly?: boolean;
  unit: string;
  value: number;
  verify: boolean;
  note?: string;
  source: string;
};

function row(policy: Policy): Row {
  const name = [
    policy.subject,
    policy.kindCode,
    policy.urgency,
    policy.specialisedOnly ? "specialised" : "",
  ].join(":");
  return {
    id: seedId(`deadline-policy:${name}`),
    subject: policy.subject,
    kind_code: policy.kindCode ?? null,
    urgency: policy.urgency ?? null,
    specialised_only: policy.specialisedOnly ?? false,
    unit: policy.unit,
    value: policy.value,
    verify: policy.verify,
    note: policy.note ?? null,
    source: policy.source,
    valid_from: reformDay,
  };
}

/** Units: minutes | hours (clock) | working-hours | working-days | calendar-days | months. */
export function deadlinePolicies(law: LawFile, sourceOf: SourceOf): Row[] {
  return [
    ...[...law.requestKinds, ...ownKinds].flatMap((kind) => ofKind(kind, sourceOf)),
    ...acknowledgements,
    appeals,
    ...ofCases(law, sourceOf),
  ].map(row);
}

function ofKind(kind: KindRecord, sourceOf: SourceOf): Policy[] {
  const limit = kind.defaultDeadline;
  const base = {
    subject: "ANSWER",
    kindCode: kind.code,
    source: sourceOf(kind.legalBases),
  };
  const policies: Policy[] = [...answers(kind, base, limit)];
  const emergency = kind.emergencyDeadline ?? limit.emergency;
  if (emergency) {
    // Three hours are the cybersecurity force's own for subscribers; the other kinds have them for whoever may ask.
    const specialisedOnly = kind.code === "SUBSCRIBER_INFO";
    policies.push({
      ...base,
      urgency: "emergency",
      specialisedOnly,
      ...emergency,
      verify: limit.verify,
      note: limit.note,
    });
  }
  if (limit.maxHold)
    policies.push({ ...base, subject: "SUSPENSION_MAX", ...limit.maxHold, verify: true, note: limit.note });
  return policies;
}

function answers(
  kind: KindRecord,
  base: Pick<Policy, "subject" | "kindCode" | "source">,
  limit: LegalLimit,
): Policy[] {
  const note = limit.note;
  if (limit.unit === "immediate" || limit.value === null) {
    return [
      {
        ...base,
        unit: "minutes",
        value: immediateMinutes,
        verify: true,
        note: note ? `${note}. ${immediateNote}` : immediateNote,
      },
    ];
  }
  if (kind.code === "SUBSCRIBER_INFO") {
    return [
      { ...base, unit: "hours", value: limit.value, specialisedOnly: true, verify: limit.verify, note },
      { ...base, unit: "working-days", value: 3, verify: true, note },
    ];
  }
  const ordinary: Policy = { ...base, unit: limit.unit, value: limit.value, verify: limit.verify, note };
  if (kind.code !== "EWALLET_INFO") return [ordinary];
  return [ordinary, { ...base, unit: "hours", value: 24, specialisedOnly: true, verify: true, note }];
}

const acknowledgements: Policy[] = [
  { subject: "ACKNOWLEDGE", unit: "working-hours", value: 4, verify: true, source: defaultSource },
  {
    subject: "ACKNOWLEDGE",
    urgency: "urgent",
    unit: "minutes",
    value: 30,
    verify: true,
    source: defaultSource,
  },
  {
    subject: "ACKNOWLEDGE",
    urgency: "emergency",
    unit: "minutes",
    value: 15,
    verify: true,
    source: defaultSource,
  },
];

/** An account holder who asks that a hold be looked at again: the portal's own promise, which no law gives a figure for. */
const appeals: Policy = {
  subject: "APPEAL",
  unit: "minutes",
  value: 240,
  verify: true,
  note: "Trả lời đề nghị xem xét giải tỏa: mục tiêu 4 giờ, cần xác nhận.",
  source: defaultSource,
};

/** The case's own legal limits; the code of the limit stands where other policies name a request kind. */
function ofCases(law: LawFile, sourceOf: SourceOf): Policy[] {
  return law.caseDeadlines.map((limit) => ({
    subject: "CASE_LEGAL",
    kindCode: limit.code,
    unit: limit.unit,
    value: limit.value,
    verify: limit.verify,
    note: [limit.nameVi, limit.note].filter(Boolean).join(". "),
    source: sourceOf([limit.basis]),
  }));
}
