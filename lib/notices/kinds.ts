/** Groups of kinds, as a person chooses how to be told of them. */
export const noticeGroups = ["requests", "signing", "talk", "deadlines", "duty", "portal"] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

/** Every kind of notification there is, with its group. Words: `mail.kind.<kind>`, on screens and in mails alike. */
export const noticeKinds = {
  "request.received": "requests",
  "request.answered": "requests",
  "request.accepted_or_returned": "requests",
  "request.question": "requests",
  "request.clarified": "requests",
  "request.withdrawn": "requests",
  "request.amended": "requests",
  "request.suspected": "requests",
  "request.lapsed": "requests",
  "request.notified": "requests",
  "signing.waiting": "signing",
  "signing.returned": "signing",
  "proposal.waiting": "signing",
  "proposal.declined": "signing",
  "case.assigned": "requests",
  "request.message": "talk",
  "request.mention": "talk",
  "request.reminded": "deadlines",
  "deadline.reminder": "deadlines",
  "deadline.breached": "deadlines",
  "deadline.escalated": "deadlines",
  "deadline.extended": "deadlines",
  "deadline.waived": "deadlines",
  "hold.ends": "deadlines",
  "promise.due": "deadlines",
  "duty.called": "duty",
  "duty.passed_on": "duty",
  "duty.handover": "duty",
  "duty.swap": "duty",
  "league.replied": "portal",
  "delivery.dead": "portal",
  "job.failed": "portal",
} as const satisfies Record<string, NoticeGroup>;
export type NoticeKind = keyof typeof noticeKinds;
export const noticeKindCodes = Object.keys(noticeKinds) as NoticeKind[];
