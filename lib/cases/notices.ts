/** Limits that end when somebody was told: the unit says so with the number and day of what it sent. */
export const noticeLimits = [
  "NOTIFY_PROCURACY_RECEIPT",
  "TRANSFER_OUT_OF_COMPETENCE",
  "SUSPENSION_NOTICE",
  "RESULT_NOTICE",
  "EVIDENCE_TO_PROCURACY",
  "PROCURACY_DECIDES_EXTENSION",
] as const;
/** Of those, what begins with a paper whose number and day the officer says. */
export const paperLimits = ["EVIDENCE_TO_PROCURACY", "PROCURACY_DECIDES_EXTENSION"] as const;
export type NoticeLimit = (typeof noticeLimits)[number];

export const isNotice = (label: string): label is NoticeLimit =>
  (noticeLimits as readonly string[]).includes(label);
