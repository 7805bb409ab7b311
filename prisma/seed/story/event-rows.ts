import type { Row } from "../owner";
import { caseRow, openedAt, sealOf } from "./case-rows";
import type { Member, StoryCase, StoryRequest, StoryStep } from "./model";

export type Timed = { at: Date; row: Row };

/**
 * The record of everything in the story, in the order it happened. The database sets place, time and hash of each event,
 * so the story's own time stands in `changes.at`.
 */
export function eventRows(cases: StoryCase[], others: readonly Timed[] = []): Row[] {
  const events = [
    ...others,
    ...cases.flatMap((story) => [...ofCase(story), ...story.requests.flatMap(ofRequest)]),
  ];
  return events.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ row }) => row);
}

function ofCase(story: StoryCase): Timed[] {
  const by = story.lead;
  const about = {
    case_id: story.id,
    request_id: null,
    requester_org_id: story.unit.id,
    addressee_org_id: null,
    subject_type: "case",
    subject_id: story.id,
  };
  const statuses = ["RECEIVED", ...story.statusSteps.map(({ to }) => to)];
  const loss = caseRow(story).reported_loss;
  return [
    event(story, by, openedAt(story), "case.opened", false, about, undefined, {
      code: story.code,
      victims: story.victims.length,
      payments: story.payments.length,
      targets: story.targets.length,
      reportedLoss: String(loss),
    }),
    ...story.statusSteps.map(({ to, at }, index) =>
      event(story, by, at, "case.moved", false, about, undefined, { status: [statuses[index], to] }),
    ),
  ];
}

const aboutOf = ({ id, story, addressee }: StoryRequest): Row => ({
  case_id: story.id,
  request_id: id,
  requester_org_id: story.unit.id,
  addressee_org_id: addressee.id,
  subject_type: "request",
  subject_id: id,
});

/** An act about a request that is no step of it. */
export function eventOf(
  request: StoryRequest,
  { by, at, type, shared, reason, changes }: Omit<StoryStep, "to" | "changes"> & { changes: Row },
): Timed {
  return event(request.story, by, at, type, shared, aboutOf(request), reason, changes);
}

function ofRequest(request: StoryRequest): Timed[] {
  const { story } = request;
  const about = aboutOf(request);
  return request.steps.map((step, index) => {
    const from = request.steps[index - 1]?.to;
    const signed =
      step.type === "request.signed"
        ? { documentNumber: request.documentNumber, contentHash: request.contentHash }
        : {};
    const changes = {
      ...(from ? { status: [from, step.to] } : {}),
      code: request.code,
      ...signed,
      ...step.changes,
    };
    return event(story, step.by, step.at, step.type, step.shared, about, step.reason, changes);
  });
}

function event(
  story: StoryCase,
  by: Member | null,
  at: Date,
  type: string,
  shared: boolean,
  about: Row,
  reason: string | undefined,
  changes: Row,
): Timed {
  return {
    at,
    row: {
      stream: by?.orgId ?? story.unit.id,
      type,
      actor_id: by?.userId ?? null,
      actor_name: by?.name ?? null,
      membership_id: by?.membershipId ?? null,
      org_id: by?.orgId ?? story.unit.id,
      province_code: story.unit.provinceCode,
      ...about,
      ...sealOf(story),
      shared,
      reason: reason ?? null,
      changes: { ...changes, at: at.toISOString() },
    },
  };
}
