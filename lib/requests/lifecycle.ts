import type { RequestStatus } from "@/lib/generated/prisma/enums";

export const requestEvents = [
  "submit",
  "discard",
  "return",
  "recall",
  "sign",
  "acknowledge",
  "start",
  "ask",
  "clarify",
  "answer",
  "refuse",
  "dispute",
  "accept",
  "sendBack",
  "withdraw",
  "review",
  "expire",
] as const;
export type RequestEvent = (typeof requestEvents)[number];

/** What happens to the answer's clock. Stopping judges it, met or missed; nobody is judged when it is cancelled. */
export type ClockTurn = "start" | "pause" | "resume" | "stop" | "restart" | "cancel";

/** What an arrow does: where to (several when the items decide), the answer's clock, what it asks for, what the record calls it. */
export type Step = {
  to: readonly [RequestStatus, ...RequestStatus[]];
  clock?: ClockTurn;
  needs?: "reason" | "second-factor";
  emits: `request.${string}`;
  /** Does the addressee read this line of the history too? */
  shared: boolean;
};

const submit: Step = { to: ["PENDING_SIGNATURE"], emits: "request.submitted", shared: false };
const discard: Step = { to: ["DISCARDED"], emits: "request.discarded", shared: false };
const giveBack: Step = { to: ["DRAFT"], needs: "reason", emits: "request.returned", shared: false };
/** Who wrote it takes it back to mend it, without a word of the signer's. */
const recall: Step = { to: ["DRAFT"], emits: "request.recalled", shared: false };
const sign: Step = {
  to: ["SENT"],
  clock: "start",
  needs: "second-factor",
  emits: "request.signed",
  shared: true,
};
const acknowledge: Step = { to: ["ACKNOWLEDGED"], emits: "request.acknowledged", shared: true };
const start: Step = { to: ["IN_PROGRESS"], emits: "request.started", shared: true };
const ask: Step = {
  to: ["CLARIFICATION_NEEDED"],
  clock: "pause",
  needs: "reason",
  emits: "request.clarification_asked",
  shared: true,
};
const clarify: Step = {
  to: ["IN_PROGRESS", "PARTLY_ANSWERED"],
  clock: "resume",
  needs: "reason",
  emits: "request.clarified",
  shared: true,
};
const answer: Step = {
  to: ["PARTLY_ANSWERED", "ANSWERED"],
  clock: "stop",
  emits: "request.answered",
  shared: true,
};
const refuse: Step = {
  to: ["NOT_EXECUTED"],
  clock: "stop",
  needs: "reason",
  emits: "request.refused",
  shared: true,
};
const dispute: Step = {
  to: ["IN_PROGRESS"],
  clock: "restart",
  needs: "reason",
  emits: "request.refusal_disputed",
  shared: true,
};
const accept: Step = { to: ["ACCEPTED"], emits: "request.accepted", shared: true };
const sendBack: Step = {
  to: ["IN_PROGRESS"],
  clock: "restart",
  needs: "reason",
  emits: "request.sent_back",
  shared: true,
};
const withdraw: Step = {
  to: ["WITHDRAWN"],
  clock: "cancel",
  needs: "reason",
  emits: "request.withdrawn",
  shared: true,
};
/** A doubted order is found forged, whatever was answered on it meanwhile. One found genuine stays where it is. */
const review: Step = {
  to: ["WITHDRAWN"],
  clock: "cancel",
  needs: "second-factor",
  emits: "request.found_forged",
  shared: true,
};
const expire: Step = { to: ["EXPIRED"], emits: "request.expired", shared: true };

/**
 * What may happen to a request, and what happens to its clock when it does. *Who* lives in the policy.
 * Answering or asking also acknowledges: a desk that answers at once is not made to press a second button.
 * The rows of table lifecycle_step are these arrows; a test proves it.
 */
export const lifecycle: Record<RequestStatus, Partial<Record<RequestEvent, Step>>> = {
  DRAFT: { submit, discard },
  PENDING_SIGNATURE: { return: giveBack, recall, sign },
  SENT: { acknowledge, start, ask, answer, refuse, withdraw, review },
  ACKNOWLEDGED: { start, ask, answer, refuse, withdraw, review },
  IN_PROGRESS: { ask, answer, refuse, withdraw, review },
  CLARIFICATION_NEEDED: { clarify, withdraw, review },
  PARTLY_ANSWERED: { ask, answer, withdraw, review },
  ANSWERED: { accept, sendBack, review, expire },
  ACCEPTED: { review, expire },
  NOT_EXECUTED: { dispute, review },
  WITHDRAWN: {},
  EXPIRED: {},
  DISCARDED: {},
};

/** What this arrow does to the answer's clock on its way to `to`: an answer that leaves items open does not stop it. */
export const turnOf = (step: Step, to: RequestStatus): ClockTurn | undefined =>
  step.clock === "stop" && to === "PARTLY_ANSWERED" ? undefined : step.clock;

/** Statuses in which the addressee's clock matters: what a queue shows. The partial indexes name the same. */
export const openStatuses = [
  "SENT",
  "ACKNOWLEDGED",
  "IN_PROGRESS",
  "CLARIFICATION_NEEDED",
  "PARTLY_ANSWERED",
] as const satisfies readonly RequestStatus[];

/** Every arrow as [from, to], for the database's table and the drawing in docs. */
export function arrows(): [RequestStatus, RequestStatus][] {
  const pairs = Object.entries(lifecycle).flatMap(([from, steps]) =>
    Object.values(steps).flatMap((step) => step.to.map((to) => `${from}>${to}`)),
  );
  return [...new Set(pairs)]
    .filter((pair) => pair.split(">")[0] !== pair.split(">")[1])
    .map((pair) => pair.split(">") as [RequestStatus, RequestStatus]);
}
