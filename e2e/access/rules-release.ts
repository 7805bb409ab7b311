import { randomUUID } from "node:crypto";
import { everybody, type Who } from "./cast";
import type { ActionRule } from "./action-rule";
import type { RouteRule } from "./rules-routes";
import type { World } from "./world";

/*
 * Held money, appeals, restitution. The world's hold has ended and its decision was called back: whoever may is told that it is not the
 * time, whoever only reads that he may not, and everybody else that there is nothing.
 */
const unit: Who[] = ["drafter", "colleague", "intake", "commander", "analyst", "upper"];
const commanding: Who[] = ["commander", "upper"];
const working: Who[] = ["drafter", ...commanding];
// The order that the appeals are against was drafted by the world's drafter and signed by its commander: neither looks into them.
const reviewing: Who[] = ["colleague", "upper"];
const bank: Who[] = ["liaison", "deskmate", "manager"];
const police: Who[] = [...unit, "strangerInvestigator", "strangerCommander"];
const bankDesks: Who[] = [...bank, "otherLiaison", "otherManager"];

const opens = (readers: Who[]): RouteRule => ({
  about: "nothing",
  readers: () => readers,
  visitor: readers[0] ?? null,
});
const row = (id: (world: World) => string, readers: Who[], visitor: Who): RouteRule => ({
  about: "row",
  id,
  readers: () => readers,
  visitor,
});

export const releasePages: Record<string, RouteRule> = {
  "/holds": opens(police),
  "/holds/unlinked": opens(police),
  "/appeals": opens([...police, ...bankDesks]),
  "/appeals/new": opens([...police.filter((who) => who !== "analyst"), ...bankDesks]),
  "/appeals/[id]": row(({ release }) => release.openAppeal, [...unit, ...bank], "commander"),
  "/appeals/[id]/letter": row(({ release }) => release.answeredAppeal, unit, "commander"),
  "/queue/holds": opens([...bankDesks, "telecomLiaison"]),
  "/queue/holds/returns": opens([...bankDesks, "telecomLiaison"]),
};

const reason = "Thử quyền qua HTTP, không có hiệu lực.";
const key = randomUUID;
const on = (may: Who[], input: (world: World) => unknown): ActionRule => ({
  about: "nothing",
  may: () => may,
  inputs: (world) => [input(world)],
});
const onAppeal = (may: Who[], id: (world: World) => string, more: object = {}) =>
  on(may, (world) => ({ key: key(), appealId: id(world), version: 1, ...more }));
const open = ({ release }: World) => release.openAppeal;
const answered = ({ release }: World) => release.answeredAppeal;
const onHold = (may: Who[], more: object) =>
  on(may, ({ release }) => ({ key: key(), holdId: release.hold, ...more }));
const onDecision = (may: Who[], more: object = {}) =>
  on(may, ({ release }) => ({ key: key(), decisionId: release.decision, version: 1, ...more }));

export const releaseRules: Record<string, ActionRule> = {
  receiveAppealAction: onHold([...unit.filter((who) => who !== "analyst"), ...bank], {
    channel: "counter",
    appellant: "Người Thử",
    contact: "0900 000 000",
    content: "Đề nghị thử quyền qua HTTP.",
  }),
  reviewAppealAction: onAppeal(reviewing, answered),
  upholdAppealAction: onAppeal(["upper"], open, { answer: reason, draftRelease: false }),
  rejectAppealAction: onAppeal(["upper"], open, { answer: reason, ground: "other" }),
  withdrawAppealAction: onAppeal(["intake", "upper"], answered, { reason, letterId: randomUUID() }),
  draftAppealReleaseAction: onAppeal(working, open),
  keepHoldAction: onHold(working, { facts: "0:0:0", ground: reason }),
  releaseUnlinkedAction: onHold(working, { facts: "0:0:0", grounds: reason }),
  // Searches what one works with anyway: everybody may, and finds nothing but his own.
  // The world's hold has ended: whoever may is told so, and nothing is drafted.
  planOrdersAction: on(working, ({ release }) => ({ kindCode: "HOLD_EXTENSION", holdIds: [release.hold] })),
  fileOrdersAction: on(working, ({ release }) => ({
    key: key(),
    kindCode: "HOLD_EXTENSION",
    holdIds: [release.hold],
    until: "2099-01-01T00:00:00.000Z",
    ground: reason,
  })),
  // Reads what one works with anyway, as the next: everybody may, and finds nothing but his own.
  searchHoldsAction: on(everybody, () => ({ text: "zzzzzzzz", filter: {} })),
  findHoldsAction: on(everybody, () => ({ text: "zzzzzzzz" })),
  submitRestitutionAction: onDecision(working),
  // Its author's alone.
  recallRestitutionAction: onDecision(["drafter"]),
  returnRestitutionAction: onDecision(commanding, { reason }),
  approveRestitutionAction: onDecision(commanding, { contentHash: "a".repeat(64) }),
  cancelRestitutionAction: onDecision(commanding, { reason }),
  recordReturnAction: on(bank, ({ release }) => ({
    key: key(),
    shareId: release.share,
    version: 1,
    amount: "1",
    returnedAt: new Date().toISOString(),
    reference: "THU",
  })),
};
/** What a decision to give back is called with; the case's own side may. */
export const restitutionDraft = (caseId: string) => ({
  key: key(),
  caseId,
  grounds: "Căn cứ thử quyền, không có hiệu lực.",
  payee: "custody",
  custody: "Tài khoản thử quyền",
  shares: [{ holdId: randomUUID(), victimId: randomUUID(), amount: "1" }],
  beneficiaries: [],
});
