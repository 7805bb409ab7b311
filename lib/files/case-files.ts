import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * The files that lie in the case itself: those that may be attached to one of its requests or to a decision. What lies on a request, in its talk or
 * beside an appeal goes nowhere else, and neither does the statement: a receiver reads what is about him. The table's checks say the same.
 */
export const caseFileOnly = (caseId: string) =>
  ({
    caseId,
    requestId: null,
    threadRequestId: null,
    appealId: null,
    isStatement: false,
  }) satisfies Prisma.AttachmentWhereInput;
