import { statusOf, type StoryCase, type StoryRequest, stepAt } from "./model";
import { later } from "./random";
import { sentBackReasons } from "./words";
import type { World } from "./world";

/** One in so many accepted answers was not right at its first word. */
const oneIn = 7;

/**
 * Some answers were sent back before they were accepted: each ran a second clock, and was given again. Chosen by their ids, so that the rest
 * of the story stays as it was drawn, and among those that hold and trace no money: what others did next hangs on that.
 */
export function sendSomeBack(world: World, cases: readonly StoryCase[]): void {
  cases
    .flatMap(({ requests }) => requests)
    .filter((request) => Number.parseInt(request.id.slice(-4), 16) % oneIn === 0 && isPlain(request))
    .forEach((request, index) => sendBack(world, request, sentBackReasons[index % sentBackReasons.length]!));
}

function isPlain(request: StoryRequest): boolean {
  const { story, items, clarification, doubt, amendment } = request;
  const [answered, accepted] = request.steps.slice(-2);
  return (
    statusOf(request) === "ACCEPTED" &&
    accepted?.type === "request.accepted" &&
    answered?.type === "request.answered" &&
    !clarification &&
    !doubt &&
    !amendment &&
    !story.holds.some((hold) => hold.request === request || hold.liftedBy === request) &&
    items.every(
      ({ answer }) => answer?.held === 0n && answer.transfers.length === 0 && answer.cashOuts.length === 0,
    )
  );
}

function sendBack(world: World, request: StoryRequest, reason: string): void {
  const [answered, accepted] = request.steps.slice(-2);
  const last = request.items.at(-1);
  if (!answered || !accepted || !last?.answer || !stepAt(request, "request.signed")) return;
  const waited = accepted.at.getTime() - answered.at.getTime();
  const [at, againAt] = [later(answered.at, waited * 0.25), later(answered.at, waited * 0.7)];
  const { specialisedCyber } = request.story.unit;
  request.sentBack = {
    at,
    againAt,
    term: world.term("ANSWER", request.kind, request.urgency, specialisedCyber, at),
  };
  last.answer = { ...last.answer, at: againAt };
  request.steps.splice(
    -1,
    0,
    {
      type: "request.sent_back",
      at,
      by: accepted.by,
      to: "IN_PROGRESS",
      shared: true,
      reason,
      changes: { items: 1 },
    },
    { ...answered, at: againAt },
  );
}
