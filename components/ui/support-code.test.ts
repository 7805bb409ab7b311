import { expect, it } from "vitest";
import { supportCode } from "./support-code";

it("is the first block of the number in two groups", () => {
  expect(supportCode("b9523176-34db-4af4-9844-cea63b33af57")).toBe("B952-3176");
});
