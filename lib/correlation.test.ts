import { expect, it } from "vitest";
import { correlated, correlationId, numberOf } from "./correlation";

it.each(["7f2c19qd", "lb-1.2:3_x", "a".repeat(64)])("keeps a plain number: %s", (given) =>
  expect(numberOf(given)).toBe(given),
);
it.each([null, undefined, "", "a b", "số", "x".repeat(65), '"}\n{"level":60', "<b>"])(
  "makes its own instead of %j",
  (given) => expect(numberOf(given)).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/),
);
it("is the same in everything that a piece of work waits for, and another's beside it", async () => {
  const later = () =>
    new Promise<string | undefined>((resolve) => setTimeout(() => resolve(correlationId()), 1));
  expect(await Promise.all([correlated("one", later), correlated("other", later), later()])).toEqual([
    "one",
    "other",
    undefined,
  ]);
});
