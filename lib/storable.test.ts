import { expect, it } from "vitest";
import { storable } from "./storable";

it("takes out what PostgreSQL cannot store, in texts and in names, at every depth", () => {
  const odd = { "a\u0000b": ["x\u0000", { deep: "\ud800 lẻ" }], plain: "Đỗ", number: 1, nothing: null };
  expect(storable(odd)).toEqual({ ab: ["x", { deep: "\ufffd lẻ" }], plain: "Đỗ", number: 1, nothing: null });
});

it("leaves a prototype alone and cuts off what is nested without end", () => {
  const named = storable(JSON.parse('{"__proto__":{"isAdmin":true}}')) as { isAdmin?: boolean };
  expect(named.isAdmin).toBeUndefined();
  let nested: unknown = "end";
  for (let level = 0; level < 5_000; level++) nested = [nested];
  expect(JSON.stringify(storable(nested))).not.toContain("end");
});

it("keeps what is no plain object as it is", () => {
  const date = new Date();
  expect(storable({ date })).toEqual({ date });
});
