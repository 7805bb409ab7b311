import {
  disputedOf,
  type Institution,
  type Member,
  type StoryAnswer,
  type StoryCase,
  type StoryItem,
  type StoryKind,
  type StoryRequest,
} from "./model";
import { hour, later, minute } from "./random";
import {
  clarificationReplies,
  clarifications,
  refusalReasons,
  returnReasons,
  withdrawReasons,
} from "./words";
import type { World } from "./world";

/** What becomes of a request. The course is planned to its end and then cut at the moment of seeding. */
export type Fate = "answered" | "refused" | "withdrawn" | "silent" | "discarded";
export type Course = {
  createdAt: Date;
  sentAt: Date;
  fate?: Fate;
  /** Share of the time limit that the answer takes; drawn from the institution's habits when not given. */
  factor?: number;
  answer: (item: StoryItem, at: Date, by: Member) => StoryAnswer;
};

export const basesOf: Record<StoryKind, string[]> = {
  ACCOUNT_SUSPEND: ["decree-52-2024:Điều 11 khoản 1 điểm b", "aml-2022:Điều 44"],
  EWALLET_SUSPEND: ["aml-2022:Điều 44", "circ-40-2024"],
  ACCOUNT_FREEZE: ["cpc-2015:Điều 129", "decree-52-2024:Điều 11"],
  ACCOUNT_UNFREEZE: ["cpc-2015:Điều 130"],
  SUBSCRIBER_INFO: ["telecom-2023:Điều 6 khoản 4", "cpc-2015:Điều 88, 147, 168"],
};

/** A request as it stands before anybody has touched it. */
export function newRequest(
  world: World,
  story: StoryCase,
  given: Pick<StoryRequest, "kind" | "urgency" | "addressee" | "drafter" | "grounds" | "items"> &
    Partial<StoryRequest>,
  createdAt: Date,
): StoryRequest {
  const request: StoryRequest = {
    id: world.random.uuid(createdAt),
    code: "",
    story,
    signer: null,
    assignee: null,
    answering: null,
    parent: null,
    legalBases: basesOf[given.kind],
    steps: [],
    clarification: null,
    refusalGround: null,
    documentNumber: null,
    contentHash: null,
    openedAt: null,
    term: null,
    acknowledgeTerm: null,
    ...given,
  };
  story.requests.push(request);
  return request;
}

/** Adds a step, never before the one before it, unless it lies in the future. Tells whether it happened. */
export function take(
  world: World,
  request: StoryRequest,
  type: string,
  at: Date,
  by: Member | null,
  to: StoryRequest["steps"][number]["to"],
  more: { shared?: boolean; reason?: string; changes?: Record<string, unknown> } = {},
): boolean {
  const last = request.steps.at(-1);
  const when = last && last.at >= at ? later(last.at, 1_000) : at;
  if (when > world.now) return false;
  request.steps.push({
    type,
    at: when,
    by,
    to,
    shared: more.shared ?? false,
    reason: more.reason,
    changes: more.changes,
  });
  return true;
}

/** Draft, submission and signature. Tells whether it was sent by now. */
export function issue(
  world: World,
  request: StoryRequest,
  createdAt: Date,
  sentAt: Date,
  fate: Fate = "answered",
): boolean {
  const { random } = world;
  const wait = sentAt.getTime() - createdAt.getTime();
  take(world, request, "request.drafted", createdAt, request.drafter, "DRAFT", {
    changes: {
      kind: request.kind,
      targets: request.items.length,
      disputedAmount: disputedOf(request).toString(),
    },
  });
  if (fate === "discarded")
    return (
      take(world, request, "request.discarded", later(createdAt, wait * 0.6), request.drafter, "DISCARDED"),
      false
    );
  if (
    !take(
      world,
      request,
      "request.submitted",
      later(createdAt, wait * 0.3),
      request.drafter,
      "PENDING_SIGNATURE",
    )
  )
    return false;
  const signer = request.story.unit.signerOf(request.kind);
  if (random.chance(0.06)) {
    const reason = random.pick(returnReasons);
    if (!take(world, request, "request.returned", later(createdAt, wait * 0.5), signer, "DRAFT", { reason }))
      return false;
    if (
      !take(
        world,
        request,
        "request.submitted",
        later(createdAt, wait * 0.7),
        request.drafter,
        "PENDING_SIGNATURE",
      )
    )
      return false;
  }
  return sign(world, request, sentAt);
}

export function sign(world: World, request: StoryRequest, sentAt: Date): boolean {
  const signer = request.story.unit.signerOf(request.kind);
  if (!take(world, request, "request.signed", sentAt, signer, "SENT", { shared: true })) return false;
  const { specialisedCyber } = request.story.unit;
  request.signer = signer;
  request.term = world.term("ANSWER", request.kind, request.urgency, specialisedCyber, sentAt);
  request.acknowledgeTerm = world.term(
    "ACKNOWLEDGE",
    request.kind,
    request.urgency,
    specialisedCyber,
    sentAt,
  );
  return true;
}

/** Plays a request from its draft to wherever it has come by the moment of seeding. */
export function play(world: World, request: StoryRequest, course: Course): void {
  const { random } = world;
  const { addressee } = request;
  const fate = course.fate ?? drawFate(world, addressee, course.sentAt);
  if (!issue(world, request, course.createdAt, course.sentAt, fate) || !request.term) return;
  const span = request.term.spanMinutes * minute;
  const at = (share: number) => later(course.sentAt, span * share);
  const factor = course.factor ?? Math.max(0.06, random.skewed(addressee.pace, addressee.scatter));
  const opened = later(course.sentAt, Math.min(span * 0.05, 12 * minute) * random.between(0.2, 1));
  if (opened <= world.now) request.openedAt = opened;
  if (fate === "withdrawn") {
    take(world, request, "request.withdrawn", at(0.4), request.signer, "WITHDRAWN", {
      shared: true,
      reason: random.pick(withdrawReasons),
    });
    return;
  }
  if (fate === "silent") return;
  const desk = random.pick(addressee.desk);
  const known = later(course.sentAt, Math.min(span * factor * 0.4, 3 * hour) * random.between(0.3, 0.9));
  if (!take(world, request, "request.acknowledged", known, desk, "ACKNOWLEDGED", { shared: true })) return;
  request.assignee = desk;
  if (random.chance(0.5))
    take(world, request, "request.started", later(known, minute), desk, "IN_PROGRESS", { shared: true });
  if (fate === "refused") {
    const reason = random.pick(refusalReasons);
    if (take(world, request, "request.refused", at(factor), desk, "NOT_EXECUTED", { shared: true, reason }))
      request.refusalGround = random.pick(["wrong_addressee", "missing_details"]);
    return;
  }
  const pause = random.chance(0.05) ? askBack(world, request, desk, later(known, 2 * minute)) : 0;
  if (pause === null) return;
  finish(world, request, course, desk, later(at(factor), pause));
}

/** Returns how long the clock stood still (ms), or null when the reply has not come yet. */
export function askBack(
  world: World,
  request: StoryRequest,
  desk: Member,
  askedAt: Date,
  wait?: number,
): number | null {
  const { random } = world;
  const question = random.pick(clarifications);
  if (
    !take(world, request, "request.clarification_asked", askedAt, desk, "CLARIFICATION_NEEDED", {
      shared: true,
      reason: question,
    })
  )
    return null;
  request.clarification = { question, askedBy: desk, askedAt };
  const pause = wait ?? random.between(20, 300) * minute;
  const reply = random.pick(clarificationReplies);
  const repliedAt = later(askedAt, pause);
  if (
    !take(world, request, "request.clarified", repliedAt, request.drafter, "IN_PROGRESS", {
      shared: true,
      reason: reply,
    })
  )
    return null;
  request.clarification = { ...request.clarification, reply, repliedBy: request.drafter, repliedAt };
  return pause;
}

function finish(world: World, request: StoryRequest, course: Course, desk: Member, answeredAt: Date): void {
  const { random } = world;
  const begun = request.steps.at(-1)?.at ?? course.sentAt;
  const wait = Math.max(minute, answeredAt.getTime() - begun.getTime());
  for (const [index, item] of request.items.entries()) {
    const last = index === request.items.length - 1;
    const at = last
      ? later(begun, wait)
      : later(begun, wait * (0.5 + (0.5 * (index + 1)) / request.items.length));
    if (!answerItem(world, request, item, course.answer(item, at, desk))) return;
  }
  const patience = random.chance(0.03) ? 60 * 24 * hour : random.skewed(4 * hour, 1);
  take(world, request, "request.accepted", later(begun, wait + patience), request.drafter, "ACCEPTED", {
    shared: true,
  });
}

/** Writes one item's answer down and moves the request on. */
export function answerItem(
  world: World,
  request: StoryRequest,
  item: StoryItem,
  answer: StoryAnswer,
): boolean {
  const left = request.items.filter((other) => other.answer === null && other !== item).length;
  const position = request.items.indexOf(item) + 1;
  const happened = take(
    world,
    request,
    "request.answered",
    answer.at,
    answer.by,
    left === 0 ? "ANSWERED" : "PARTLY_ANSWERED",
    {
      shared: true,
      changes: { item: position, outcome: answer.outcome },
    },
  );
  if (happened) item.answer = { ...answer, at: request.steps.at(-1)?.at ?? answer.at };
  return happened;
}

function drawFate(world: World, addressee: Institution, sentAt: Date): Fate {
  const { random } = world;
  // Nobody stays silent for ever: what is older than three days has found its answer, however late.
  if (random.chance(addressee.silent) && later(sentAt, 72 * hour) > world.now) return "silent";
  return random.weighted({ answered: 92, refused: 3, withdrawn: 3, discarded: 2 });
}
