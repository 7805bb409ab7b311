import { answerSchema } from "./field-schema";
import { describe, expect, it } from "vitest";
import { fieldsOf } from "@/lib/fields";
import type { Outcome } from "@/lib/generated/prisma/enums";
import { columnsOf, kindCodes, kindOf } from "@/lib/requests/kinds";
import {
  sampleAnswer,
  sampleDetails,
  sampleValue,
  type SampleContext,
} from "@/prisma/factories/kind-samples";
import { readDetails } from "./details";
import type { Field } from "./field";

const now = new Date("2026-11-22T03:00:00Z");
const id = "0199f3d2-5c7e-7aaa-8bbb-1234567890ab";
const context: SampleContext = { at: now, institutionId: id, organisationId: id, files: [id] };
const iso = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();

/** A code without the bound that it names. */
const bare = (code: string | undefined) => code?.replace(/:\d+$/, "");

/** Wrong values of a field, each with the code that says so. */
function wrongs(field: Field): [unknown, string][] {
  const missing: [unknown, string][] = field.required
    ? [[undefined, field.type === "count" ? "required" : field.type === "transfers" ? "invalid" : "required"]]
    : [];
  switch (field.type) {
    case "text":
    case "longText":
      return [
        ...(field.required
          ? ([
              ["", "required"],
              [undefined, "required"],
            ] as [unknown, string][])
          : []),
        ["x".repeat(5000), "text.atMost"],
        ...(field.required && (field.min ?? 0) > 1 ? ([["x", "text.atLeast"]] as [unknown, string][]) : []),
        ...(field.test ? ([["abc", field.test.code]] as [unknown, string][]) : []),
      ];
    case "amount":
      return [
        ["abc", "money.errors.unreadable"],
        ...(field.zero ? [] : ([["0", "money.positive"]] as [unknown, string][])),
      ];
    case "instant":
      return [
        ...missing,
        ["chiều nay", "date.invalid"],
        ...(field.when === "past" ? ([[iso(2), "date.future"]] as [unknown, string][]) : []),
        ...(field.when === "future" ? ([[iso(-2), "answer.until"]] as [unknown, string][]) : []),
      ];
    case "enum":
      return [["khac", "required"], ...missing];
    case "count":
      return [
        ["abc", "count.invalid"],
        ["-1", "count.invalid"],
        [String((field.max ?? 1e9) + 1), "count.invalid"],
        ...missing,
      ];
    case "personId":
      return [["12345", "answer.personId"]];
    case "phone":
      return [["12", "answer.phone"]];
    case "organisation":
    case "file":
      return [["khac", "required"]];
    case "files":
      return field.required ? [[[], "answer.files"]] : [];
    default:
      return [];
  }
}

const cases = kindCodes.flatMap((code) => kindOf(code).outcomes.map((outcome) => [code, outcome] as const));
describe.each(cases)("an answer to %s: %s", (code, outcome: Outcome) => {
  const read = (answer: object) => {
    const parsed = answerSchema(kindOf(code), now).safeParse(answer);
    return parsed.success ? {} : fieldsOf(parsed.error);
  };
  const good = sampleAnswer(code, outcome, context);

  it("is taken with every field filled in, and with the required ones alone", () => {
    expect(read(good)).toEqual({});
    const least = columnsOf(code, outcome).filter(({ required }) => required);
    expect(
      read({
        outcome,
        ...Object.fromEntries(least.map((field) => [field.key, sampleValue(field, context)])),
      }),
    ).toEqual({});
  });

  it.each(
    columnsOf(code, outcome).flatMap((field) =>
      wrongs(field).map(([value, word]) => [field.key, value, word] as const),
    ),
  )("is refused at %s for %j with %s", (key, value, word) =>
    expect(bare(read({ ...good, [key]: value })[key])).toBe(word),
  );
});

describe.each(
  kindCodes.filter((code) => kindOf(code).details.request.length + kindOf(code).details.target.length > 0),
)("what a request of %s asks", (code) => {
  const kind = kindOf(code);
  const good = sampleDetails(code, context);
  const read = (request: object, target: object) =>
    readDetails(
      kind,
      {
        details: request as Record<string, unknown>,
        targets: [{ targetId: id, details: target as Record<string, unknown> }],
      },
      now,
    ).problems;

  it("is taken", () => expect(read(good.request, good.target)).toEqual({}));

  const request = kind.details.request.flatMap((field) =>
    wrongs(field).map(([value, word]) => [field.key, value, word] as const),
  );
  const target = kind.details.target.flatMap((field) =>
    wrongs(field).map(([value, word]) => [field.key, value, word] as const),
  );
  if (request.length > 0)
    it.each(request)("is refused at %s for %j with %s", (key, value, word) =>
      expect(bare(read({ ...good.request, [key]: value }, good.target)[`details.${key}`])).toBe(word),
    );
  if (target.length > 0)
    it.each(target)("is refused at a target's %s for %j with %s", (key, value, word) =>
      expect(bare(read(good.request, { ...good.target, [key]: value })[`targets.0.details.${key}`])).toBe(
        word,
      ),
    );
});

it.each([
  ["TRANSACTION_TRACE", { windowFrom: iso(-1), windowTo: iso(-2) }, "details.windowTo"],
  ["CALL_RECORDS", { periodFrom: iso(-1), periodTo: iso(-1) }, "details.periodTo"],
])("a window of %s ends after it begins", (code, details, field) =>
  expect(readDetails(kindOf(code), { details, targets: [] }, now).problems).toEqual({
    [field]: "date.order",
  }),
);

it("leaves out what a kind does not ask", () =>
  expect(
    readDetails(
      kindOf("IP_INFO"),
      {
        details: { anything: 1 },
        targets: [{ targetId: id, details: { port: "51.234", seenAt: iso(-1), other: "x" } }],
      },
      now,
    ),
  ).toEqual({ request: null, targets: [{ port: 51_234, seenAt: iso(-1) }], problems: {} }));

it.each([
  ["foreigner", "e 12345678", "E12345678"],
  ["organisation", "0101234567001", "0101234567-001"],
  ["verified", "001 099 012 345", "001099012345"],
])("takes the number of the paper of one who is %s", (registrationState, personId, kept) =>
  expect(
    answerSchema(kindOf("SUBSCRIBER_INFO"), now).parse({
      ...sampleAnswer("SUBSCRIBER_INFO", "PROVIDED", context),
      registrationState,
      personId,
    }),
  ).toMatchObject({ personId: kept }),
);

it("answers a reconciliation with one word and drops everything else", () =>
  expect(
    answerSchema(kindOf("IDENTITY_RECONCILIATION"), now).parse({ outcome: "MATCH", holderName: "A" }),
  ).toEqual({
    outcome: "MATCH",
  }));
