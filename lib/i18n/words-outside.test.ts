import { expect, it } from "vitest";
import { wordsOutside } from "./words-outside";

it("speaks the language that is asked for, of one namespace or of all, and makes each translator once", () => {
  const [vi, en] = [wordsOutside("admin.jobs", "vi"), wordsOutside("admin.jobs", "en")];
  expect(vi("seconds", { count: 2_000 })).toBe("2.000 giây");
  expect(wordsOutside(null, "vi")("admin.jobs.seconds", { count: 1 })).toBe("1 giây");
  expect(en("seconds", { count: 2 })).not.toContain("giây");
  expect([vi.has("seconds"), vi.has("nothing")]).toEqual([true, false]);
  expect(wordsOutside("admin.jobs", "vi")).toBe(vi);
});
