import { expect, it } from "vitest";
import type { DraftOptions, DraftValuesSaved } from "@/lib/requests/drafting/types";
import { errorsBehind, savedDraft } from "./draft-values";

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
  ["grounds", "grounds", true],
  ["grounds", "legalBases", false],
  ["picks.1.overGround", "picks.1", true],
  ["picks.1.chosen", "picks.message", true],
  ["addresseeOrgId", "picks.message", true],
  ["urgency", "picks.message", false],
])("a change of %s takes away the error at %s: %s", (field, error, is) =>
  expect(errorsBehind(field).includes(error)).toBe(is),
);
