import { randomUUID } from "node:crypto";
import { everybody } from "./cast";
import {
  type ActionRule,
  reason,
  key,
  reasoned,
  onRequest,
  general,
  commanding,
  either,
  parties,
  amendmentStep,
  openers,
  desks,
} from "./action-rule";
import { actorsAtDesk } from "./rules";

/** Talk, amendments and what is handed over. */
export const talkRules: Record<string, ActionRule> = {
  // Talk, amendments, hand-over. A file that is none stops whoever may write before anything is said.
  sendMessageAction: onRequest(
    (request) => [...either(request), ...actorsAtDesk(request)],
    (_, requestId) => ({
      key: key(),
      requestId,
      internal: false,
      body: "Thử quyền.",
      mentions: [],
      fileIds: [randomUUID()],
    }),
  ),
  // A procuracy reads the order and hears no talk: for it there is none.
  markThreadReadAction: {
    about: "request",
    may: parties,
    sees: parties,
    input: (_, requestId) => ({ requestId, to: new Date(0).toISOString().replace("1970", "2020") }),
  },
  saveAmendmentAction: onRequest(either, (request, id, version) => ({
    ...reasoned(request, id, version),
    amounts: [],
    remove: [randomUUID()],
    add: [],
  })),
  submitAmendmentAction: onRequest(either, amendmentStep),
  recallAmendmentAction: onRequest(either, amendmentStep),
  discardAmendmentAction: onRequest(either, amendmentStep),
  returnAmendmentAction: onRequest(commanding, (request, id) => ({ ...amendmentStep(request, id), reason })),
  signAmendmentAction: onRequest(commanding, (request, id) => ({
    ...amendmentStep(request, id),
    contentHash: "a".repeat(64),
  })),
  handOverAction: general([...openers.filter((who) => who !== "intake"), ...desks], () => [
    { key: key(), requestIds: [randomUUID()], toMembershipId: null, note: "Thử quyền." },
  ]),
  // Only what was handed to oneself: everybody may ask, and finds nothing.
  handoverOfferAction: general(everybody, () => [{}]),
  readHandoverAction: general(everybody, () => [{ handoverId: randomUUID() }]),
};
