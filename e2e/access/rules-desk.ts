import { randomUUID } from "node:crypto";
import { everybody } from "./cast";
import {
  type ActionRule,
  stale,
  reason,
  key,
  step,
  reasoned,
  onRequest,
  general,
  own,
  either,
} from "./action-rule";
import { actorsAtDesk, managersOf, prosecutorsOf, readersOfRequest, reviewers } from "./rules";

/** What is done at the desk that is asked, and by who looks over an order. */
export const deskRules: Record<string, ActionRule> = {
  acknowledgeRequestAction: onRequest(actorsAtDesk),
  takeRequestAction: onRequest(actorsAtDesk),
  assignRequestAction: onRequest(managersOf, (request, id, version) => ({
    ...step(request, id, version),
    membershipId: null,
  })),
  askClarificationAction: onRequest(actorsAtDesk, reasoned),
  refuseRequestAction: onRequest(actorsAtDesk, (request, id, version) => ({
    ...reasoned(request, id, version),
    ground: "technical",
  })),
  answerItemAction: onRequest(actorsAtDesk, (request, id, version) => ({
    key: key(),
    requestId: id,
    itemId: request.itemId,
    itemVersion: version === stale ? stale : request.itemVersion,
    answer: { outcome: "NOT_FOUND" },
  })),
  answerItemsAction: onRequest(actorsAtDesk, (request, id, version) => ({
    key: key(),
    requestId: id,
    answers: [
      {
        itemId: request.itemId,
        itemVersion: version === stale ? stale : request.itemVersion,
        answer: { outcome: "NOT_FOUND" },
      },
    ],
  })),
  suspectRequestAction: onRequest(actorsAtDesk, (request, id, version) => ({
    ...step(request, id, version),
    reason: "unusual_content",
  })),
  reviewRequestAction: onRequest(reviewers, (request, id, version) => ({
    ...reasoned(request, id, version),
    decision: "genuine",
  })),
  // These three know no version. Where nothing is forged or objected to, whoever may is told that it is not the time.
  restoreSenderAction: onRequest(reviewers, (_, requestId) => ({ key: key(), requestId, reason })),
  objectToRequestAction: onRequest(prosecutorsOf, (_, requestId) => ({ key: key(), requestId, reason })),
  replyToObjectionAction: onRequest(either, (_, requestId) => ({ key: key(), requestId, reason })),
  // A file that is none stops whoever may take one off.
  dropAnswerFileAction: onRequest(actorsAtDesk, (_, requestId) => ({
    key: key(),
    requestId,
    fileId: randomUUID(),
  })),
  markAnsweringAction: onRequest(actorsAtDesk, (_, requestId) => ({ requestId, answering: false })),
  markOpenedAction: onRequest(readersOfRequest, (_, requestId) => ({ requestId })),
  actOnManyAction: own("answers row by row; walked by e2e/thread/bulk.spec.ts"),
  // Searches in one's own queue alone: everybody may, and finds nothing but his own.
  findInQueueAction: general(everybody, ({ requests }) =>
    requests.slice(2).map(({ code }) => ({ text: code })),
  ),
  findAnsweredAction: general(everybody, ({ requests }) =>
    requests.slice(2).map(({ code }) => ({ text: code, from: "2026-01-01", to: "2100-01-01" })),
  ),
};
