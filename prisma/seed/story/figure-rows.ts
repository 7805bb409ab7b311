import { type Measure, localDay } from "@/lib/figures/count";
import type { Row } from "../owner";
import { openedAt } from "./case-rows";
import { firstClock } from "./deadline-rows";
import { cashedOf, disputedOf, lossOf, movedOf, stepAt, type StoryCase, type StoryRequest } from "./model";
import type { World } from "./world";

const nobody = "00000000-0000-0000-0000-000000000000";
type Cell = Row & { count: number; amount: bigint };

/** The counters that the story has left behind, per day: the same as if each act had counted itself. Restricted cases are never counted. */
export function figureRows(world: World, cases: StoryCase[]): Row[] {
  const cells = new Map<string, Cell>();
  const add = (
    story: StoryCase,
    at: Date,
    measure: Measure,
    count: number,
    amount: bigint,
    request?: StoryRequest,
  ) => {
    if (count === 0 && amount === 0n) return;
    const day = localDay(at).toISOString().slice(0, 10);
    const row = {
      day,
      province_code: story.unit.provinceCode,
      requester_org_id: story.unit.id,
      addressee_org_id: request?.addressee.id ?? nobody,
      kind_code: request?.kind ?? "",
      measure,
      case_id: story.id,
    };
    const key = Object.values(row).join("|");
    const cell = cells.get(key) ?? { ...row, count: 0, amount: 0n };
    cell.count += count;
    cell.amount += amount;
    cells.set(key, cell);
  };
  for (const story of cases.filter(({ restricted }) => !restricted)) {
    add(story, openedAt(story), "case.reported", 1, lossOf(story));
    for (const request of story.requests) countRequest(world, request, add);
    for (const hold of story.holds) {
      if (hold.returnedAt) add(story, hold.returnedAt, "money.returned", 1, hold.returned, hold.request);
      if (!hold.releasedAt || hold.releaseReason === "confirmed") continue;
      const measure = hold.releaseReason === "returned" ? "money.returned" : "money.released";
      add(story, hold.releasedAt, measure, 1, hold.amount, hold.liftedBy ?? hold.request);
    }
  }
  return [...cells.values()];
}

function countRequest(
  world: World,
  request: StoryRequest,
  add: (
    story: StoryCase,
    at: Date,
    measure: Measure,
    count: number,
    amount: bigint,
    request?: StoryRequest,
  ) => void,
): void {
  const { story } = request;
  const sent = stepAt(request, "request.signed");
  const clock = firstClock(world, request);
  if (!sent || !clock) return;
  add(story, sent, "request.sent", 1, disputedOf(request), request);
  for (const { answer } of request.items) {
    if (!answer) continue;
    const one = (amount: bigint) => (amount > 0n ? 1 : 0);
    // A freeze of the story takes over what a suspension already holds: nothing new is held.
    if (request.kind !== "ACCOUNT_FREEZE" || !request.parent)
      add(story, answer.at, "answer.held", one(answer.held), answer.held, request);
    add(story, answer.at, "answer.moved_on", one(movedOf(answer)), movedOf(answer), request);
    add(story, answer.at, "answer.cashed_out", one(cashedOf(answer)), cashedOf(answer), request);
  }
}
