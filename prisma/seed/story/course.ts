import { issue, take } from "./issue";
import type { Institution, Member, StoryAnswer, StoryItem, StoryRequest } from "./model";
import { hour, later, minute } from "./random";
import { clarificationReplies, clarifications, refusalReasons, withdrawReasons } from "./words";
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
