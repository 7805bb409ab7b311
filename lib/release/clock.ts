import { endClocks, startClocks } from "@/lib/clocks/store";
import { type Term, termsOf } from "@/lib/clocks/term";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { AppealModel, RequestModel } from "@/lib/generated/prisma/models";

export type AppealTerm = Term;

/**
 * When an appeal against a hold is to be answered: the unit's own promise, a policy row that an administrator keeps (four hours until
 * somebody confirms another figure). @throws Problem "unavailable" when no policy applies.
 */
export async function appealTerm(
  tx: Tx,
  order: Pick<RequestModel, "kindCode" | "urgency" | "requesterOrgId">,
  now: Date,
): Promise<AppealTerm> {
  const [term] = await termsOf(tx, [
    {
      subject: "APPEAL",
      kind: order.kindCode,
      urgency: order.urgency,
      specialisedCyber: false,
      requesterOrgId: order.requesterOrgId,
      ownerOrgId: order.requesterOrgId,
      start: now,
      at: now,
    },
  ]);
  if (!term) throw new Problem("unavailable", { fields: { holdId: "deadline.noPolicy" } });
  return term;
}

/** Starts the clock of an appeal that was just taken in. The unit's own: the desk that handed it in only reads when it is due. */
export async function startAppealClock(
  tx: Tx,
  appeal: Pick<AppealModel, "id" | "caseId" | "requestId" | "requesterOrgId" | "provinceCode">,
  order: Pick<RequestModel, "restricted" | "sealedTo">,
  term: AppealTerm,
  now: Date,
): Promise<void> {
  await startClocks(tx, [
    {
      ...term,
      subject: "APPEAL",
      subjectType: "appeal",
      subjectId: appeal.id,
      startsAt: now,
      caseId: appeal.caseId,
      requestId: appeal.requestId,
      appealId: appeal.id,
      ownerOrgId: appeal.requesterOrgId,
      requesterOrgId: appeal.requesterOrgId,
      provinceCode: appeal.provinceCode,
      kindCode: null,
      restricted: order.restricted,
      sealedTo: order.sealedTo,
    },
  ]);
}

/** Ends it: met in time, missed otherwise; nobody is judged for one that was withdrawn. */
export async function endAppealClock(
  tx: Tx,
  appealId: string,
  now: Date,
  how: "done" | "cancelled",
): Promise<void> {
  await endClocks(tx, { appealId }, now, how);
}
