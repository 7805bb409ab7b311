import { describe, expect, it } from "vitest";
import { workCalendar } from "@/lib/deadlines/calendar";
import { type Limit, limitClash } from "./limit-clash";

const at = new Date("2026-11-23T01:00:00Z"); // a Monday, eight o'clock
const calendar = workCalendar([]);
const kinds = ["ACCOUNT_FREEZE", "SUBSCRIBER_INFO"];
const base: Limit = {
  id: "base",
  subject: "ANSWER",
  kindCode: null,
  urgency: null,
  legalBasis: null,
  specialisedOnly: false,
  unit: "hours",
  value: 24,
  emergencyOf: null,
  validFrom: new Date(0),
  validTo: null,
  verify: true,
  source: "a",
};
const clash = (limit: Partial<Limit>, others: Partial<Limit>[]) =>
  limitClash(
    { ...base, id: "new", validFrom: at, ...limit },
    others.map((other, index) => ({ ...base, id: `other-${index}`, ...other })),
    kinds,
    at,
    calendar,
  )?.code ?? null;

describe("a limit beside the others", () => {
  const each = kinds.map((kindCode) => ({ kindCode }));
  it.each<[string, Partial<Limit>, Partial<Limit>[], string | null]>([
    ["for everything, where each kind has its own", {}, each, "limitShadowed"],
    ["for everything, where one kind has none", {}, [{ kindCode: "ACCOUNT_FREEZE" }], null],
    ["for one unit, where each kind has its own", { requesterOrgId: "unit" }, each, "limitShadowed"],
    ["of one kind for one unit", { kindCode: "SUBSCRIBER_INFO", requesterOrgId: "unit" }, each, null],
    ["of one kind and level", { kindCode: "SUBSCRIBER_INFO", requesterLevel: "commune" }, each, null],
    [
      "for urgent ones, where each kind has its own for urgent ones",
      { urgency: "urgent" },
      kinds.map((kindCode) => ({ kindCode, urgency: "urgent" })),
      "limitShadowed",
    ],
    [
      "shorter than its acknowledgement",
      { unit: "minutes", value: 20 },
      [{ subject: "ACKNOWLEDGE", unit: "minutes", value: 30 }],
      "limitBelowAcknowledge",
    ],
    [
      "shorter than some acknowledgements only",
      { unit: "minutes", value: 60 },
      [
        { subject: "ACKNOWLEDGE", unit: "hours", value: 4 },
        { subject: "ACKNOWLEDGE", urgency: "urgent", unit: "minutes", value: 30 },
      ],
      null,
    ],
    [
      "an acknowledgement longer than any answer",
      { subject: "ACKNOWLEDGE", value: 48 },
      [{}],
      "limitAboveAnswer",
    ],
    ["longer than its source was confirmed to give", { value: 48 }, [{ verify: false }], "limitBeyondSource"],
    ["longer by another source", { value: 48, source: "b" }, [{ verify: false }], null],
    ["longer than a figure that nobody confirmed", { value: 48 }, [{}], null],
    [
      "longer than the same source gives in an emergency",
      { value: 48 },
      [{ verify: false, urgency: "emergency", value: 3 }],
      null,
    ],
  ])("%s", (_case, limit, others, expected) => expect(clash(limit, others)).toBe(expected));
});
