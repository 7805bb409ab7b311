import { randomUUID } from "node:crypto";
import {
  type ActionRule,
  key,
  step,
  reasoned,
  onRequest,
  own,
  worker,
  commanding,
  either,
} from "./action-rule";
import { readersOfCase } from "./rules";
import { basesOf } from "@/prisma/seed/story/issue";

/** What police do to what they ask. */
export const policeRules: Record<string, ActionRule> = {
  saveDraftAction: {
    about: "request",
    may: worker,
    sees: (request) => readersOfCase(request.of),
    input: (request, id, version, { cast }) => ({
      key: key(),
      caseId: request.of.id,
      requestId: id,
      version,
      kindCode: request.addressee === "bank" ? "ACCOUNT_SUSPEND" : "SUBSCRIBER_INFO",
      addresseeOrgId:
        cast.units[
          request.addressee === "telecom" ? "telecom" : request.of.unit === "own" ? "bank" : "otherBank"
        ].id,
      urgency: "normal",
      grounds: "Căn cứ thử quyền, không có hiệu lực.",
      legalBases: basesOf[request.addressee === "bank" ? "ACCOUNT_SUSPEND" : "SUBSCRIBER_INFO"],
      targets: [
        { targetId: request.targetId, disputedAmount: request.addressee === "bank" ? "1000" : undefined },
      ],
    }),
  },
  submitRequestAction: onRequest(worker),
  discardRequestAction: onRequest(worker),
  draftAsSavedAction: onRequest(worker, (_, requestId) => ({ requestId })),
  recallRequestAction: onRequest(worker), // the world's worker drafts and hands in each
  clarifyRequestAction: onRequest(either, reasoned),
  acceptAnswerAction: onRequest(either),
  sendBackAnswerAction: onRequest(either, (request, id, version) => ({
    ...reasoned(request, id, version),
    itemIds: [randomUUID()],
  })),
  disputeRefusalAction: onRequest(either, reasoned),
  recordRecheckAction: onRequest(either, (request, id, version) => ({
    ...step(request, id, version),
    itemId: randomUUID(),
    isGone: true,
  })),
  rerouteItemsAction: onRequest(either, (request, id, version, { cast }) => ({
    ...step(request, id, version),
    itemIds: [randomUUID()],
    addresseeOrgId: cast.units.otherBank.id,
  })),
  withdrawRequestAction: onRequest(commanding, reasoned),
  proposeWithdrawalAction: onRequest(worker, reasoned),
  agreeToWithdrawAction: onRequest(commanding, (request, id, version) => ({
    ...step(request, id, version),
    proposalId: randomUUID(),
  })),
  // Knows no version: a proposal that is none is answered by then.
  declineToWithdrawAction: onRequest(commanding, (request, id, version) => ({
    ...reasoned(request, id, version),
    proposalId: randomUUID(),
  })),
  // Likewise.
  takeBackWithdrawalAction: onRequest(worker, (request, id, version) => ({
    ...step(request, id, version),
    proposalId: randomUUID(),
  })),
  extendDeadlineAction: onRequest(either, (request, id, version) => ({
    ...reasoned(request, id, version),
    until: new Date(Date.now() + 86_400_000).toISOString(),
  })),
  proposeWaiverAction: onRequest(worker, reasoned),
  agreeToWaiverAction: onRequest(commanding, (request, id, version) => ({
    ...step(request, id, version),
    waiverId: randomUUID(),
  })),
  declineWaiverAction: onRequest(commanding, (request, id, version) => ({
    ...reasoned(request, id, version),
    waiverId: randomUUID(),
  })),
  takeBackWaiverAction: onRequest(worker, (request, id, version) => ({
    ...step(request, id, version),
    waiverId: randomUUID(),
  })),
  returnRequestAction: onRequest(commanding, reasoned),
  // Signing tells for each request what became of it: see signing.spec.ts.
  signRequestsAction: own("answers request by request; walked by signing.spec.ts"),
};
