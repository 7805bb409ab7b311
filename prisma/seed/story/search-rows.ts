import type { Row } from "../owner";
import { openedAt, sealOf } from "./case-rows";
import { stepAt, type StoryCase, type StoryRequest } from "./model";

/** Searchable lines as lib/search writes them; `norm` is folded by PostgreSQL when the row is inserted. */
export function searchRows(story: StoryCase): Row[] {
  const about = {
    case_id: story.id,
    request_id: null,
    owner_org_id: story.unit.id,
    addressee_org_id: null,
    ...sealOf(story),
  };
  const victims = story.victims.flatMap(({ fullName, phone }) => [fullName, phone]);
  return [
    line("case", story.id, story.code, story.title, victims, openedAt(story), about),
    ...story.victims.flatMap(({ phone }) =>
      phone ? [line("case", story.id, phone, story.title, [], openedAt(story), about)] : [],
    ),
    ...story.targets.map((target) =>
      line("target", target.id, target.value, target.display, [target.holderName], target.at, about),
    ),
    ...story.requests.flatMap((request) => ofRequest(request, about)),
  ];
}

function ofRequest(request: StoryRequest, about: Row): Row[] {
  const at = stepAt(request, "request.drafted") ?? openedAt(request.story);
  const own = {
    ...about,
    request_id: request.id,
    addressee_org_id: request.signer ? request.addressee.id : null,
  };
  return [
    line("request", request.id, request.code, request.code, [], at, own),
    ...request.items.map(({ target }) =>
      line("request", request.id, target.value, target.display, [target.holderName], at, own),
    ),
  ];
}

function line(
  subject: string,
  subjectId: string,
  exact: string,
  label: string,
  words: (string | null)[],
  at: Date,
  about: Row,
): Row {
  return {
    ...about,
    subject,
    subject_id: subjectId,
    exact: exact.toLowerCase(),
    label,
    norm: [exact, label, ...words].filter(Boolean).join(" "),
    at,
  };
}
