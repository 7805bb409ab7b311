import { holdAnswer } from "./answers";
import { play } from "./course";
import { newRequest } from "./issue";
import type { Institution, Member, StoryCase, StoryItem, StoryRequest, StoryTarget, Transfer } from "./model";
import { later, minute } from "./random";
import type { World } from "./world";

/** Money that reached accounts of one institution. */
export type Arrival = { account: string; name: string | null; amount: bigint; at: Date };
export type Wave = {
  to: Institution;
  arrivals: Arrival[];
  createdAt: Date;
  parent: StoryRequest | null;
  layer: number;
  drafter: Member;
  grounds: string;
};

/** The case's row for an account or a number: one, however often it turns up. */
export function targetOf(world: World, story: StoryCase, given: Omit<StoryTarget, "id">): StoryTarget {
  const known = story.targets.find(
    (target) =>
      target.kind === given.kind && target.value === given.value && target.institution === given.institution,
  );
  if (known) return known;
  const target = { id: world.random.uuid(given.at), ...given };
  story.targets.push(target);
  return target;
}

/** 1088 7420 5561: groups of four, as forms and screens write an account. */
export const grouped = (account: string) => account.replace(/(.{4})(?=.)/g, "$1 ");
/** 0961 207 748: as screens write a mobile number. */
export const groupedPhone = (phone: string) => `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`;

export function accountItems(
  world: World,
  story: StoryCase,
  to: Institution,
  arrivals: Arrival[],
): StoryItem[] {
  const kind = to.kind === "bank" ? "bank_account" : "e_wallet";
  const items = new Map<StoryTarget, StoryItem>();
  for (const { account, name, amount, at } of arrivals) {
    const target = targetOf(world, story, {
      kind,
      value: account,
      display: kind === "bank_account" ? grouped(account) : groupedPhone(account),
      institution: to,
      holderName: name,
      at,
    });
    const same = items.get(target);
    if (same) same.disputed = (same.disputed ?? 0n) + amount;
    else items.set(target, { id: world.random.uuid(at), target, disputed: amount, answer: null });
  }
  return [...items.values()];
}

/** Draws the suspension of a wave, plays it, and follows the money that moved on, layer by layer. */
export function follow(world: World, story: StoryCase, wave: Wave, budget: () => boolean): void {
  const { random } = world;
  const waves = [wave];
  for (let next = waves.shift(); next !== undefined; next = waves.shift()) {
    if (next.createdAt > world.now || !budget()) continue;
    const { to, parent, layer, drafter, grounds } = next;
    const items = accountItems(world, story, to, next.arrivals);
    const urgency = random.weighted({ urgent: 7, emergency: 2, normal: 2 });
    const request = newRequest(
      world,
      story,
      {
        kind: to.kind === "bank" ? "ACCOUNT_SUSPEND" : "EWALLET_SUSPEND",
        urgency,
        addressee: to,
        drafter,
        parent,
        grounds,
        items,
      },
      next.createdAt,
    );
    const sentAt = later(next.createdAt, random.skewed(24, 0.5) * minute);
    play(world, request, {
      createdAt: next.createdAt,
      sentAt,
      answer: (item, at, by) => holdAnswer(world, item, at, by, layer),
    });
    waves.push(...onward(world, request, layer, drafter));
  }
}

/** The next layer's waves: what an answer says has moved on, grouped by the institution that received it. */
function onward(world: World, request: StoryRequest, layer: number, drafter: Member): Wave[] {
  const byInstitution = new Map<Institution, { transfers: Transfer[]; knownAt: Date }>();
  for (const { answer } of request.items) {
    if (!answer) continue;
    for (const transfer of answer.transfers) {
      const group = byInstitution.get(transfer.to) ?? { transfers: [], knownAt: answer.at };
      group.transfers.push(transfer);
      if (answer.at > group.knownAt) group.knownAt = answer.at;
      byInstitution.set(transfer.to, group);
    }
  }
  return [...byInstitution].map(([to, { transfers, knownAt }]) => ({
    to,
    arrivals: transfers.map(({ toAccount, toName, amount, at }) => ({
      account: toAccount,
      name: toName,
      amount,
      at,
    })),
    createdAt: later(knownAt, world.random.skewed(12, 0.6) * minute),
    parent: request,
    layer: layer + 1,
    drafter,
    grounds: `Nhận tiền chuyển tiếp từ tài khoản nêu tại yêu cầu trước trong cùng vụ việc, lớp ${layer + 1} của dòng tiền`,
  }));
}
