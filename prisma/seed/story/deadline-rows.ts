import { dueAfterPause } from "@/lib/deadlines/due";
import type { DeadlineState } from "@/lib/generated/prisma/enums";
import type { Row } from "../owner";
import { sealOf } from "./case-rows";
import { stepAt, type StoryCase, type StoryRequest, type Term } from "./model";
import type { World } from "./world";

const copyOf = ({ policy }: Term) => ({
  id: policy.id,
  unit: policy.unit,
  value: policy.value,
  verify: policy.verify,
  note: policy.note,
  source: policy.source,
  legalBasis: policy.legalBasis,
});
type Pause = { from: Date; to: Date | null };

function pauseOf(request: StoryRequest): Pause | null {
  const { clarification } = request;
  return clarification ? { from: clarification.askedAt, to: clarification.repliedAt ?? null } : null;
}

/** When the answer is due by now, and since when the clock stands still. */
export function clockOfRequest(
  world: World,
  request: StoryRequest,
): { dueAt: Date; pausedAt: Date | null } | null {
  if (request.sentBack) return { dueAt: request.sentBack.term.dueAt, pausedAt: null };
  return firstClock(world, request);
}

/** The same of its first answer; one that is sent back has another clock for what is answered then. */
export function firstClock(
  world: World,
  request: StoryRequest,
): { dueAt: Date; pausedAt: Date | null } | null {
  if (!request.term) return null;
  const pause = pauseOf(request);
  if (!pause) return { dueAt: request.term.dueAt, pausedAt: null };
  if (!pause.to) return { dueAt: request.term.dueAt, pausedAt: pause.from };
  return {
    dueAt: dueAfterPause(
      request.term.dueAt,
      { from: pause.from, to: pause.to },
      request.term.policy.unit,
      world.calendar,
    ),
    pausedAt: null,
  };
}

/** The clocks of a request: acknowledgement, answer, and the longest time of a suspension. */
export function requestDeadlines(world: World, request: StoryRequest): Row[] {
  const clock = firstClock(world, request);
  const sent = stepAt(request, "request.signed");
  if (!clock || !sent || !request.term || !request.acknowledgeTerm) return [];
  const withdrawn = stepAt(request, "request.withdrawn");
  const { sentBack } = request;
  const answered =
    request.steps.find(
      ({ type, to }) => (type === "request.answered" && to === "ANSWERED") || type === "request.refused",
    )?.at ?? null;
  const begun =
    request.steps.find(({ type }) =>
      [
        "request.acknowledged",
        "request.started",
        "request.clarification_asked",
        "request.answered",
        "request.refused",
      ].includes(type),
    )?.at ?? null;
  const pause = pauseOf(request);
  return [
    row(request, "ACKNOWLEDGE", request.acknowledgeTerm, sent, {
      dueAt: request.acknowledgeTerm.dueAt,
      ...ending(request.acknowledgeTerm.dueAt, begun, withdrawn),
    }),
    row(request, "ANSWER", request.term, sent, {
      dueAt: clock.dueAt,
      pausedAt: clock.pausedAt,
      pauses: pause?.to ? [{ from: pause.from.toISOString(), to: pause.to.toISOString() }] : [],
      ...(clock.pausedAt && !withdrawn
        ? { state: "paused" as const, endedAt: null }
        : ending(clock.dueAt, answered, withdrawn)),
    }),
    ...(sentBack
      ? [
          row(request, "ANSWER", sentBack.term, sentBack.at, {
            dueAt: sentBack.term.dueAt,
            ...ending(sentBack.term.dueAt, sentBack.againAt, null),
          }),
        ]
      : []),
    ...suspension(world, request),
  ];
}

function ending(
  dueAt: Date,
  done: Date | null,
  cancelled: Date | null,
): { state: DeadlineState; endedAt: Date | null } {
  if (done) return { state: done <= dueAt ? "met" : "missed", endedAt: done };
  return cancelled ? { state: "cancelled", endedAt: cancelled } : { state: "running", endedAt: null };
}

function suspension(world: World, request: StoryRequest): Row[] {
  const holds = request.story.holds.filter((hold) => hold.request === request && hold.until !== null);
  const first = holds.map(({ from }) => from).sort((a, b) => a.getTime() - b.getTime())[0];
  if (!first) return [];
  const term = world.term(
    "SUSPENSION_MAX",
    request.kind,
    request.urgency,
    request.story.unit.specialisedCyber,
    first,
  );
  const released = holds.every(({ releasedAt }) => releasedAt)
    ? holds.map(({ releasedAt }) => releasedAt ?? first).sort((a, b) => b.getTime() - a.getTime())[0]
    : undefined;
  return [
    row(request, "SUSPENSION_MAX", term, first, {
      dueAt: term.dueAt,
      ...ending(term.dueAt, released ?? null, null),
    }),
  ];
}

type Clock = {
  dueAt: Date;
  state: DeadlineState;
  endedAt: Date | null;
  pausedAt?: Date | null;
  pauses?: unknown[];
};

function row(request: StoryRequest, subject: string, term: Term, startsAt: Date, clock: Clock): Row {
  const { story } = request;
  return {
    subject,
    label: term.policy.note ?? subject,
    case_id: story.id,
    request_id: request.id,
    owner_org_id: request.addressee.id,
    requester_org_id: story.unit.id,
    province_code: story.unit.provinceCode,
    kind_code: request.kind,
    ...sealOf(story),
    policy: copyOf(term),
    starts_at: startsAt,
    due_at: clock.dueAt,
    paused_at: clock.pausedAt ?? null,
    pauses: clock.pauses ?? [],
    state: clock.state,
    ended_at: clock.endedAt,
    span_minutes: term.spanMinutes,
  };
}

/** The legal limits that begin with the report (Criminal Procedure Code art. 147, joint circular 01/2017 art. 8). */
export function caseDeadlines(world: World, story: StoryCase): Row[] {
  const classified = story.statusSteps.find(({ to }) => to === "CLASSIFYING")?.at ?? null;
  const resolved =
    story.statusSteps.find(({ to }) => ["INITIATED", "NOT_INITIATED", "SUSPENDED", "EXTENDED"].includes(to))
      ?.at ?? null;
  return (
    [
      ["CLASSIFY_REPORT", classified],
      ["RESOLVE_REPORT", resolved],
    ] as const
  ).map(([label, done]) => {
    const term = world.term("CASE_LEGAL", label, "normal", false, story.reportedAt);
    return {
      subject: "CASE_LEGAL",
      label,
      case_id: story.id,
      request_id: null,
      owner_org_id: story.unit.id,
      requester_org_id: story.unit.id,
      province_code: story.unit.provinceCode,
      kind_code: label,
      ...sealOf(story),
      policy: copyOf(term),
      starts_at: story.reportedAt,
      due_at: term.dueAt,
      paused_at: null,
      pauses: [],
      ...(({ state, endedAt }) => ({ state, ended_at: endedAt }))(ending(term.dueAt, done, null)),
      span_minutes: term.spanMinutes,
    };
  });
}
