import { expect, it } from "vitest";
import { draftInput } from "@/lib/requests/schema";
import type { DraftOptions, TargetOption } from "@/lib/requests/drafting/types";
import { chosenPicks, newDraft } from "./draft-values";
import { firstToChoose, isMeant, mostTargets } from "./pick-choice";

const bank = { id: "bank", name: "VietinBank", kind: "bank" as const, segment: null };
const target = (index: number, over: Partial<TargetOption> = {}): TargetOption => ({
  id: `target-${index}`,
  kind: "bank_account",
  display: `1088 7420 ${String(index).padStart(4, "0")}`,
  holderName: "NGUYỄN VĂN ĐỨC",
  institutionId: "bank",
  paidIn: "1000000",
  activeHold: null,
  asked: [],
  ...over,
});
const optionsOf = (targets: TargetOption[]) =>
  ({
    caseId: "case",
    kinds: [{ code: "ACCOUNT_SUSPEND", fits: true, targets: ["bank_account"], bases: [] }],
    addressees: [bank],
    targets,
  }) as unknown as DraftOptions;
const many = (count: number) => Array.from({ length: count }, (_, index) => target(index));
const chosenOf = (targets: TargetOption[], beginWith?: string) =>
  chosenPicks(optionsOf(targets), newDraft(optionsOf(targets), "key", beginWith)).map(
    ({ targetId }) => targetId,
  );

it.each([
  ["a few", many(3), undefined, 3],
  ["as many as a request takes", many(mostTargets), undefined, mostTargets],
  ["more than it takes: none is chosen for the drafter", many(mostTargets + 1), undefined, 0],
  ["more than it takes, begun from one of them", many(mostTargets + 1), "target-7", 1],
  [
    "those that are held already do not count",
    [...many(mostTargets), target(9_999, { activeHold: "5" })],
    undefined,
    mostTargets,
  ],
] as const)("chooses of %s", (_, targets, begin, count) =>
  expect(chosenOf([...targets], begin)).toHaveLength(count),
);

it.each([
  ["", true],
  ["7420", true],
  ["10887420", true],
  ["1088.7420", true],
  ["van duc", true],
  ["Đức", true],
  ["vietin", true],
  ["9999", false],
])("means a target by %j: %s", (typed, expected) => expect(isMeant(target(1), typed, [bank])).toBe(expected));

it("chooses together what one request takes, without what is held", () => {
  const first = firstToChoose([target(0, { activeHold: "1" }), ...many(mostTargets + 5)]);
  expect(first.size).toBe(mostTargets);
});

it("knows the limit that the schema refuses beyond", () => {
  const { targets } = draftInput.shape;
  const one = { targetId: "019aa000-0000-7000-8000-000000000000" };
  const list = (count: number) => Array.from({ length: count }, () => one);
  expect(targets.safeParse(list(mostTargets)).success).toBe(true);
  expect(targets.safeParse(list(mostTargets + 1)).success).toBe(false);
});

it("begins with what nothing was asked about yet", () => {
  const asked = [
    { code: "YC-1", kindCode: "ACCOUNT_SUSPEND", addresseeOrgId: "bank", status: "SENT" as const },
  ];
  const picksOf = (targets: TargetOption[]) =>
    newDraft(optionsOf(targets), "key", undefined).picks.map(({ chosen }) => chosen);
  expect(picksOf([target(1, { asked }), target(2)])).toEqual([false, true]);
  expect(picksOf([target(1, { asked })])).toEqual([false]);
});
