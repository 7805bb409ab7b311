import { freezeAnswer, unfreezeAnswer } from "./answers";
import { play } from "./course";
import { newRequest, take } from "./issue";
import { statusOf, type StoryCase, type StoryHold, type StoryItem, type StoryRequest } from "./model";
import { day, hour, later, minute } from "./random";
import type { World } from "./world";

/**
 * Makes the holds of a case's suspensions, then what becomes of them: taken over by a freeze once the case is initiated,
 * or lapsed at their longest time; freezes are lifted or the money goes back to the victim.
 */
export function settleHolds(
  world: World,
  story: StoryCase,
  initiatedAt: Date | null,
  keepOpen: ReadonlySet<StoryRequest> = new Set(),
): void {
  for (const request of story.requests.filter(({ kind }) => kind.endsWith("_SUSPEND"))) {
    const holds = holdsOf(world, story, request);
    const until = holds[0]?.until;
    if (!until || keepOpen.has(request)) continue;
    const freezeAt = later(holds[0]?.from ?? until, world.random.between(5, 40) * hour);
    const frozen =
      request.kind === "ACCOUNT_SUSPEND" &&
      initiatedAt &&
      freezeAt > initiatedAt &&
      later(freezeAt, 5 * hour) < until;
    const freeze =
      frozen && world.random.chance(0.85) ? freezeOf(world, story, request, holds, freezeAt) : null;
    if (!freeze || holds.some(({ confirmedBy }) => confirmedBy === null)) lapse(world, request, holds, until);
    if (freeze) after(world, story, freeze);
  }
}

/** One hold per held account. The longest time of the order counts from its first hold. */
export function holdsOf(world: World, story: StoryCase, request: StoryRequest): StoryHold[] {
  const held = request.items.flatMap((item) =>
    item.answer && item.answer.held > 0n ? [{ item, answer: item.answer }] : [],
  );
  const first = held.map(({ answer }) => answer.at).sort((a, b) => a.getTime() - b.getTime())[0];
  if (!first) return [];
  const until = request.kind.endsWith("_SUSPEND")
    ? world.term("SUSPENSION_MAX", request.kind, request.urgency, story.unit.specialisedCyber, first).dueAt
    : null;
  const holds = held.map(({ item, answer }): StoryHold => ({
    id: world.random.uuid(answer.at),
    request,
    item,
    amount: answer.held,
    from: answer.at,
    until,
    confirmedBy: null,
    liftedBy: null,
    releasedAt: null,
    releaseReason: null,
    returned: 0n,
  }));
  story.holds.push(...holds);
  return holds;
}

function freezeOf(
  world: World,
  story: StoryCase,
  suspension: StoryRequest,
  holds: StoryHold[],
  createdAt: Date,
): StoryRequest | null {
  if (createdAt > world.now) return null;
  const items = holds.map(({ item, amount }): StoryItem => ({
    id: world.random.uuid(createdAt),
    target: item.target,
    disputed: amount,
    answer: null,
  }));
  const grounds = `Vụ án đã khởi tố; xác nhận việc giữ tiền theo yêu cầu trước, số tiền ${items.length} tài khoản có nguồn gốc từ bị hại`;
  const freeze = newRequest(
    world,
    story,
    {
      kind: "ACCOUNT_FREEZE",
      urgency: "urgent",
      addressee: suspension.addressee,
      drafter: suspension.drafter,
      parent: suspension,
      grounds,
      items,
    },
    createdAt,
  );
  play(world, freeze, {
    createdAt,
    sentAt: later(createdAt, world.random.between(20, 150) * minute),
    fate: "answered",
    factor: Math.min(2.2, world.random.skewed(suspension.addressee.pace, 0.4)),
    answer: (item, at, by) => freezeAnswer(item, at, by, world.random.whole(10, 900)),
  });
  for (const [index, item] of items.entries()) {
    const hold = holds[index];
    if (!item.answer || !hold) continue;
    Object.assign(hold, { confirmedBy: freeze, releasedAt: item.answer.at, releaseReason: "confirmed" });
  }
  return freeze;
}

/** Nobody confirmed in time: the holder lets go, and the request has lapsed. */
function lapse(world: World, request: StoryRequest, holds: StoryHold[], until: Date): void {
  const lapsedAt = later(until, minute);
  const status = statusOf(request);
  if (lapsedAt > world.now || (status !== "ANSWERED" && status !== "ACCEPTED")) return;
  // Acceptance after the end of the hold did not happen: the request had lapsed by then.
  while ((request.steps.at(-1)?.at ?? until) > until && request.steps.at(-1)?.type === "request.accepted")
    request.steps.pop();
  if (!take(world, request, "request.expired", lapsedAt, null, "EXPIRED", { shared: true })) return;
  const at = request.steps.at(-1)?.at ?? lapsedAt;
  for (const hold of holds)
    if (hold.releasedAt === null) Object.assign(hold, { releasedAt: at, releaseReason: "lapsed" });
}

/** A freeze may be lifted, or its money given back, after some weeks. */
function after(world: World, story: StoryCase, freeze: StoryRequest): void {
  const { random, now } = world;
  const holds = holdsOf(world, story, freeze);
  for (const hold of holds) {
    const decidedAt = later(hold.from, random.between(9, 45) * day);
    if (decidedAt > now) continue;
    if (random.chance(0.22))
      Object.assign(hold, { returned: hold.amount, releasedAt: decidedAt, releaseReason: "returned" });
  }
  const kept = holds.filter(({ releasedAt }) => releasedAt === null);
  const liftedAt = later(freeze.steps.at(-1)?.at ?? now, random.between(6, 40) * day);
  if (kept.length === 0 || liftedAt > now || !random.chance(0.16)) return;
  const items = kept.map(({ item }): StoryItem => ({
    id: random.uuid(liftedAt),
    target: item.target,
    disputed: null,
    answer: null,
  }));
  const grounds = "Qua xác minh, chủ tài khoản không liên quan đến hành vi phạm tội; hủy bỏ việc phong tỏa";
  const lift = newRequest(
    world,
    story,
    {
      kind: "ACCOUNT_UNFREEZE",
      urgency: "normal",
      addressee: freeze.addressee,
      drafter: freeze.drafter,
      parent: freeze,
      grounds,
      items,
    },
    liftedAt,
  );
  play(world, lift, {
    createdAt: liftedAt,
    sentAt: later(liftedAt, random.between(1, 5) * hour),
    fate: "answered",
    answer: (_, at, by) => unfreezeAnswer(at, by),
  });
  for (const [index, item] of items.entries()) {
    const hold = kept[index];
    if (item.answer && hold)
      Object.assign(hold, { releasedAt: item.answer.at, releaseReason: "unfrozen", liftedBy: lift });
  }
}
