import { createHash } from "node:crypto";
import { canonical } from "@/lib/audit/once";
import type { RestitutionDecisionModel, RestitutionShareModel } from "@/lib/generated/prisma/models";

type Content = Pick<
  RestitutionDecisionModel,
  "id" | "caseId" | "grounds" | "payee" | "custody" | "attachmentId" | "total" | "drafterId"
>;
type Part = Pick<
  RestitutionShareModel,
  | "position"
  | "holdId"
  | "victimId"
  | "traced"
  | "proposed"
  | "amount"
  | "ground"
  | "daysHeld"
  | "payeeName"
  | "payeeAccount"
  | "payeeInstitutionId"
>;

/** SHA-256 over what a decision decides, in hex: read by whoever approves it, compared when he does. One đồng more, another hash. */
export function decisionHash(decision: Content, shares: readonly Part[]): string {
  const { id, caseId, grounds, payee, custody, attachmentId, total, drafterId } = decision;
  const parts = [...shares]
    .sort((a, b) => a.position - b.position)
    .map(
      ({
        position,
        holdId,
        victimId,
        traced,
        proposed,
        amount,
        ground,
        daysHeld,
        payeeName,
        payeeAccount,
        payeeInstitutionId,
      }) => ({
        position,
        holdId,
        victimId,
        traced,
        proposed,
        amount,
        ground,
        daysHeld,
        payeeName,
        payeeAccount,
        payeeInstitutionId,
      }),
    );
  const content = { id, caseId, grounds, payee, custody, attachmentId, total, drafterId, shares: parts };
  return createHash("sha256").update(canonical(content)).digest("hex");
}
