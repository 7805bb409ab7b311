import { describe, expect, it } from "vitest";
import { inputsOfAdministration } from "@/prisma/factories/inputs-of-administration";
import { fieldsOf } from "@/lib/fields";
import { newOrganisationInput, unpicked } from "@/lib/organisations/schema";
import { invitePersonInput } from "@/lib/people/schema";
import { kindPeriodInput, limitPeriodInput, newDocumentInput } from "./schema";

const period = inputsOfAdministration.openKindPeriodAction;
const flawsOf = (over: object) => {
  const { error } = kindPeriodInput.safeParse({ ...period, ...over });
  return error ? fieldsOf(error) : {};
};

describe("what was left empty or out of range", () => {
  const limit = inputsOfAdministration.openLimitPeriodAction;
  it.each([
    [limitPeriodInput, limit, { value: "" }, { value: "required" }],
    [limitPeriodInput, limit, { value: "-3" }, { value: "admin.errors.limitPositive" }],
    [limitPeriodInput, limit, { value: "ba" }, { value: "admin.errors.number" }],
    [limitPeriodInput, limit, { validFrom: "" }, { validFrom: "required" }],
    [limitPeriodInput, limit, { validFrom: "31/02/2026" }, { validFrom: "date.day" }],
    [
      newDocumentInput,
      inputsOfAdministration.createDocumentAction,
      { documentId: " " },
      { documentId: "required" },
    ],
    [
      newOrganisationInput,
      inputsOfAdministration.createOrganisationAction,
      { code: "" },
      { code: "required" },
    ],
    [
      newOrganisationInput,
      inputsOfAdministration.createOrganisationAction,
      { parentId: unpicked },
      { parentId: "admin.errors.pickOrganisation" },
    ],
    [invitePersonInput, inputsOfAdministration.invitePersonAction, { email: "" }, { email: "required" }],
    [
      invitePersonInput,
      inputsOfAdministration.invitePersonAction,
      { organisationId: "" },
      { organisationId: "required" },
    ],
  ] as const)("is told as what it is (%#)", (schema, good, over, flaws) => {
    expect(schema.safeParse(good).success).toBe(true);
    expect(fieldsOf(schema.safeParse({ ...good, ...over }).error!)).toEqual(flaws);
  });
});

describe("how long a hold of a kind may last", () => {
  it.each([
    ["three working days", "3", "working-days", {}],
    ["nothing, for a kind that holds nothing", "", "", {}],
    ["a figure alone", "3", "", { maxHoldUnit: "required" }],
    ["a unit alone", "", "hours", { maxHoldValue: "required" }],
    ["no number", "ba", "hours", { maxHoldValue: "admin.errors.number" }],
    ["half a day", "1.5", "calendar-days", { maxHoldValue: "admin.errors.number" }],
    ["no time at all", "0", "hours", { maxHoldValue: "admin.errors.limitPositive" }],
    ["less than that", "-3", "hours", { maxHoldValue: "admin.errors.limitPositive" }],
    ["longer than any form takes", "6000001", "minutes", { maxHoldValue: "admin.errors.limitTooLong" }],
    ["a unit that is none", "3", "years", { maxHoldUnit: "required" }],
  ])("%s: %s %s", (_, maxHoldValue, maxHoldUnit, flaws) => {
    expect(flawsOf({ maxHoldValue, maxHoldUnit })).toEqual(flaws);
  });

  it("may be absent from the form as well", () => {
    const { maxHoldValue: _value, maxHoldUnit: _unit, ...rest } = period as Record<string, unknown>;
    expect(kindPeriodInput.parse(rest)).not.toHaveProperty("maxHoldValue", expect.anything());
  });
});
