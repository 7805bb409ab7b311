import type { CaseStatus } from "@/lib/generated/prisma/enums";

/** An arrow of a case: does the law ask a decision's number and date, does it ask a reason? */
export type CaseStep = { decision: boolean; reason: boolean };
const plain: CaseStep = { decision: false, reason: false };
const decided: CaseStep = { decision: true, reason: false };
const explained: CaseStep = { decision: true, reason: true };

/**
 * What may happen to a case (Criminal Procedure Code art. 146–149, 154, 229, 232; joint circular 01/2017).
 * A transferred case is closed here; the receiving unit opens its own.
 */
export const caseLifecycle: Record<CaseStatus, Partial<Record<CaseStatus, CaseStep>>> = {
  RECEIVED: { CLASSIFYING: plain, TRANSFERRED: explained },
  CLASSIFYING: { VERIFYING: decided, TRANSFERRED: explained, CLOSED: explained },
  VERIFYING: {
    EXTENDED: explained,
    INITIATED: decided,
    NOT_INITIATED: explained,
    SUSPENDED: explained,
    TRANSFERRED: explained,
  },
  EXTENDED: { INITIATED: decided, NOT_INITIATED: explained, SUSPENDED: explained, TRANSFERRED: explained },
  INITIATED: { INVESTIGATING: plain, TRANSFERRED: explained },
  INVESTIGATING: {
    PROSECUTION_PROPOSED: decided,
    SUSPENDED: explained,
    CLOSED: explained,
    TRANSFERRED: explained,
  },
  SUSPENDED: { RESUMED: explained },
  RESUMED: { VERIFYING: plain, INVESTIGATING: plain, CLOSED: explained },
  PROSECUTION_PROPOSED: { CLOSED: plain, INVESTIGATING: explained },
  NOT_INITIATED: { RESUMED: explained },
  TRANSFERRED: {},
  CLOSED: {},
};

/** After initiation: kinds whose stage is `after-initiation` may be sent. */
export const initiated: readonly CaseStatus[] = ["INITIATED", "INVESTIGATING", "PROSECUTION_PROPOSED"];
