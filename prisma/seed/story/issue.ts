import type { KindCode } from "@/lib/requests/kinds";
import { dataFile } from "../reference/data-file";
import type { LawFile } from "../reference/law";
import { ownKinds } from "../reference/own-kinds";
import { disputedOf, type Member, type StoryCase, type StoryRequest } from "./model";
import { later } from "./random";
import { returnReasons } from "./words";
import type { World } from "./world";
import type { Fate } from "./course";

/** What each kind rests on: the register's own provisions; the story's letters name some of them. */
export const basesOf: Record<KindCode, string[]> = {
  ...(Object.fromEntries(
    [...dataFile<LawFile>("legal-bases").requestKinds, ...ownKinds].map(({ code, legalBases }) => [
      code,
      legalBases,
    ]),
  ) as Record<KindCode, string[]>),
  ACCOUNT_SUSPEND: ["decree-52-2024:Điều 11 khoản 1 điểm b", "aml-2022:Điều 44"],
  EWALLET_SUSPEND: ["aml-2022:Điều 44", "circ-40-2024"],
  ACCOUNT_FREEZE: ["cpc-2015:Điều 129", "decree-52-2024:Điều 11"],
  ACCOUNT_UNFREEZE: ["cpc-2015:Điều 130"],
  // The register names none for these: the unit states its own.
  WARNING_MESSAGE: ["Kế hoạch tuyên truyền phòng, chống lừa đảo trên không gian mạng của đơn vị"],
  ASSISTANCE: ["Quy chế phối hợp giữa các đơn vị trong Công an nhân dân"],
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
