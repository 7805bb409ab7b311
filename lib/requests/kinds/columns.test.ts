import { answerSchema } from "./field-schema";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { kindCodes, kindOf, kinds } from "@/lib/requests/kinds";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";
import type { Field } from "./field";

const now = new Date("2026-11-22T03:00:00Z");
type Shaped = { shape: Record<string, z.ZodType> & { outcome: { value: string } } };

/** What zod asks for by outcome: each name, and whether it may be left out. */
function judged(code: string): Record<string, Record<string, boolean>> {
  const { options } = answerSchema(kindOf(code), now) as unknown as { options: Shaped[] };
  return Object.fromEntries(
    options.map(({ shape: { outcome, ...fields } }) => [
      outcome.value,
      Object.fromEntries(
        Object.entries(fields).map(([key, schema]) => [key, !schema.safeParse(undefined).success]),
      ),
    ]),
  );
}

it("every code has its definition, under its own name", () => {
  expect(Object.keys(kinds).sort()).toEqual([...kindCodes].sort());
  for (const code of kindCodes) expect(kindOf(code).code).toBe(code);
});

describe.each(kindCodes)("%s", (code) => {
  const kind = kindOf(code);
  it("names in its columns what its schema asks for, required alike", () => {
    const described = Object.fromEntries(
      Object.entries(kind.columns).map(([outcome, fields]) => [
        outcome,
        Object.fromEntries(fields.map(({ key, required }) => [key, required])),
      ]),
    );
    expect(described).toEqual(judged(code));
    expect([...kind.outcomes].sort()).toEqual(Object.keys(described).sort());
  });

  it("keeps its fields apart: no name twice, none of a target called as its note", () => {
    const lists = [...Object.values(kind.columns), kind.details.request, kind.details.target];
    for (const fields of lists) expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    expect(kind.details.target.map(({ key }) => key)).not.toContain("note");
  });

  it.each([
    ["vi", vi],
    ["en", en],
  ])("has words for itself, its outcomes, fields and options in %s", (_, words) => {
    const all = words as unknown as {
      kinds: Record<string, string>;
      outcomes: Record<string, string>;
      answers: { fields: Record<string, string>; options: Record<string, Record<string, string>> };
    };
    const fields: Field[] = [
      ...Object.values(kind.columns).flat(),
      ...kind.details.request,
      ...kind.details.target,
    ];
    const missing = [
      all.kinds[code] ? [] : [code],
      kind.outcomes.filter((outcome) => !all.outcomes[outcome]),
      fields.filter(({ key }) => !all.answers.fields[key]).map(({ key }) => key),
      fields.flatMap(({ key, options }) =>
        (options ?? []).filter((option) => !all.answers.options[key]?.[option]).map((o) => `${key}.${o}`),
      ),
    ].flat();
    expect(missing).toEqual([]);
  });
});
