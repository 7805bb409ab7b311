import { describe, expect, it } from "vitest";
import { inputsOfAdministration } from "@/prisma/factories/inputs-of-administration";
import { fieldsOf } from "@/lib/fields";
import { kindPeriodInput } from "./schema";

const period = inputsOfAdministration.openKindPeriodAction;
const flawsOf = (over: object) => {
  const { error } = kindPeriodInput.safeParse({ ...period, ...over });
  return error ? fieldsOf(error) : {};
};

describe("how long a hold of a kind may last", () => {
  it.each([
    ["three working days", "3", "working-days", {}],
    ["nothing, for a kind that holds nothing", "", "", {}],
    ["a figure alone", "3", "", { maxHoldUnit: "required" }],
    ["a unit alone", "", "hours", { maxHoldValue: "required" }],
    ["no number", "ba", "hours", { maxHoldValue: "admin.errors.number" }],
    ["half a day", "1.5", "calendar-days", { maxHoldValue: "admin.errors.number" }],
    ["no time at all", "0", "hours", { maxHoldValue: "admin.errors.limitTooShort" }],
    ["less than that", "-3", "hours", { maxHoldValue: "admin.errors.limitTooShort" }],
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
