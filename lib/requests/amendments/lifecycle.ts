import type { RequestPermission } from "@/lib/access/policy";

export type AmendmentStatus = "DRAFT" | "PENDING_SIGNATURE" | "ISSUED" | "DISCARDED";
export type AmendmentEvent = "submit" | "recall" | "discard" | "return" | "issue";
type Step = { to: AmendmentStatus; by: RequestPermission; emits: `request.${string}`; shared: boolean };

/**
 * What may happen to an amendment, who may do it, what the record calls it. The trigger amendment_guard knows the same arrows; a test
 * proves it. Only what was issued is told to the addressee.
 */
export const amendmentLifecycle: Record<AmendmentStatus, Partial<Record<AmendmentEvent, Step>>> = {
  DRAFT: {
    submit: {
      to: "PENDING_SIGNATURE",
      by: "request.amend",
      emits: "request.amendment_submitted",
      shared: false,
    },
    discard: { to: "DISCARDED", by: "request.amend", emits: "request.amendment_discarded", shared: false },
  },
  PENDING_SIGNATURE: {
    return: {
      to: "DRAFT",
      by: "request.issueAmendment",
      emits: "request.amendment_returned",
      shared: false,
    },
    recall: { to: "DRAFT", by: "request.amend", emits: "request.amendment_recalled", shared: false },
    issue: { to: "ISSUED", by: "request.issueAmendment", emits: "request.amended", shared: true },
  },
  ISSUED: {},
  DISCARDED: {},
};
