import { expect, it } from "vitest";
import type { DraftOptions, DraftValuesSaved } from "@/lib/requests/drafting/types";
import { addresseeFor, draftAnew, errorsBehind, newDraft, proposedAnew, savedDraft } from "./draft-values";

const options = {
  caseId: "case",
  targets: [
    { id: "one", paidIn: "1500000000" },
    { id: "two", paidIn: "0" },
    { id: "three", paidIn: "2000000" },
  ],
} as DraftOptions;
const saved = {
  requestId: "request",
  version: 2,
  targets: [
    { targetId: "one", disputedAmount: "1500000000", overGround: "", note: "" },
    { targetId: "two", disputedAmount: "", overGround: "", note: "" },
  ],
  files: [],
} as unknown as DraftValuesSaved;

it("writes the amounts of a draft that is opened again as people write them", () =>
  expect(
    savedDraft(options, "key", saved).picks.map(({ chosen, disputedAmount }) => [chosen, disputedAmount]),
  ).toEqual([
    [true, "1.500.000.000"],
    [true, ""],
    [false, "2.000.000"],
  ]));

it.each([
  [["a", "gone"], ["a", "b"], ["a"]],
  [["gone"], ["a", "b"], ["a", "b"]],
  [["Kế hoạch số 12"], [], ["Kế hoạch số 12"]],
])("drafts anew on what was cited (%j) under the law of today (%j): %j", (legalBases, today, expected) => {
  const law = [{ code: "ACCOUNT_SUSPEND", bases: today.map((id) => ({ id })) }];
  const before = { ...saved, kindCode: "ACCOUNT_SUSPEND", legalBases } as DraftValuesSaved;
  const anew = draftAnew({ ...options, kinds: law } as unknown as DraftOptions, "key", before);
  // A new request, never a correction of the one that was withdrawn.
  expect([anew.requestId, anew.version, anew.legalBases]).toEqual(["", 1, expected]);
  expect(anew.picks.map(({ chosen }) => chosen)).toEqual([true, true, false]);
});

it.each([
  ["grounds", "grounds", true],
  ["grounds", "legalBases", false],
  ["picks.1.overGround", "picks.1", true],
  ["picks.1.chosen", "picks.message", true],
  ["addresseeOrgId", "picks.message", true],
  ["urgency", "picks.message", false],
])("a change of %s takes away the error at %s: %s", (field, error, is) =>
  expect(errorsBehind(field).includes(error)).toBe(is),
);

const account = (id: string, institutionId: string) => ({
  id,
  kind: "bank_account",
  institutionId,
  activeHold: null,
  asked: [] as { kindCode: string; addresseeOrgId: string }[],
});
const offered = {
  addressees: [],
  targets: [account("a", "tcb"), account("b", "tcb"), { ...account("c", "viettel"), kind: "phone_number" }],
  kinds: [
    { code: "ACCOUNT_SUSPEND", targets: ["bank_account"] },
    { code: "VICTIM_ACCOUNT_PROTECTION", targets: ["bank_account"] },
    { code: "WARNING_MESSAGE", targets: ["bank_account", "phone_number"] },
  ],
} as unknown as DraftOptions;
const lines = (chosen: readonly string[]) =>
  offered.targets.map(({ id }) => ({ targetId: id, chosen: chosen.includes(id) }) as never);

it.each([
  ["VICTIM_ACCOUNT_PROTECTION", "tcb", ["a", "b"], []],
  ["WARNING_MESSAGE", "viettel", ["a", "b"], ["c"]],
  ["ACCOUNT_SUSPEND", "tcb", ["a", "b"], ["a", "b"]],
  ["ACCOUNT_SUSPEND", "tcb", ["a"], ["a"]],
])(
  "for %s at %s what fits is ticked, and what the drafter decided stays",
  (kindCode, addresseeOrgId, ticked, then) =>
    expect(
      proposedAnew(
        offered,
        lines(ticked),
        { kindCode: "ACCOUNT_SUSPEND", addresseeOrgId: "tcb" },
        { kindCode, addresseeOrgId },
      ).flatMap(({ targetId, chosen }) => (chosen ? [targetId] : [])),
    ).toEqual(then),
);

it("ticks nothing that the same place was asked already", () => {
  const [a, b] = offered.targets;
  const asked = [{ kindCode: "ACCOUNT_SUSPEND", addresseeOrgId: "tcb" }];
  const options = { ...offered, targets: [{ ...a, asked }, b] } as unknown as DraftOptions;
  expect(
    proposedAnew(
      options,
      lines([]),
      { kindCode: "WARNING_MESSAGE", addresseeOrgId: "" },
      { kindCode: "ACCOUNT_SUSPEND", addresseeOrgId: "tcb" },
    ).flatMap(({ targetId, chosen }) => (chosen ? [targetId] : [])),
  ).toEqual(["b"]);
});

it("keeps the target that the request was begun from", () =>
  expect(
    proposedAnew(
      offered,
      lines(["a", "b"]),
      { kindCode: "ACCOUNT_SUSPEND", addresseeOrgId: "tcb" },
      { kindCode: "VICTIM_ACCOUNT_PROTECTION", addresseeOrgId: "tcb" },
      "a",
    ).flatMap(({ targetId, chosen }) => (chosen ? [targetId] : [])),
  ).toEqual(["a"]));

const places = {
  caseId: "case",
  kinds: [
    {
      code: "ACCOUNT_SUSPEND",
      fits: true,
      targets: ["bank_account"],
      addressees: ["bank"],
      addresseeWords: [],
      bases: [],
    },
    {
      code: "SUBSCRIBER_INFO",
      fits: true,
      targets: ["phone_number"],
      addressees: ["telecom"],
      addresseeWords: [],
      bases: [],
    },
  ],
  addressees: [
    { id: "tcb", kind: "bank", segment: null },
    { id: "vcb", kind: "bank", segment: null },
    { id: "viettel", kind: "telecom", segment: "telecom" },
    { id: "mobifone", kind: "telecom", segment: "telecom" },
  ],
  targets: [
    { ...account("a", "tcb"), paidIn: "5" },
    { ...account("b", "vcb"), paidIn: "5" },
    { ...account("c", ""), kind: "phone_number", institutionId: null, likelyOrgId: "viettel", paidIn: "0" },
  ],
} as unknown as DraftOptions;

it.each([
  ["a", "tcb", ["a"]],
  ["b", "vcb", ["b"]],
  ["c", "viettel", ["c"]],
])("a request begun from %s goes to %s and names that place's alone", (begun, addressee, chosen) => {
  const values = newDraft(places, "key", begun);
  expect([
    values.addresseeOrgId,
    values.picks.filter((pick) => pick.chosen).map(({ targetId }) => targetId),
  ]).toEqual([addressee, chosen]);
});

it.each([
  ["SUBSCRIBER_INFO", "tcb", undefined, "viettel"], // the only one whose prefix the case knows
  ["ACCOUNT_SUSPEND", "viettel", undefined, ""], // two banks: the drafter's to choose
  ["ACCOUNT_SUSPEND", "viettel", "b", "vcb"],
  ["SUBSCRIBER_INFO", "mobifone", undefined, "mobifone"], // who was chosen stays
])("%s after %s, begun from %s, is asked of %j", (kindCode, chosen, begun, then) =>
  expect(
    addresseeFor(
      places,
      places.kinds.find(({ code }) => code === kindCode),
      chosen,
      begun,
    ),
  ).toBe(then),
);
