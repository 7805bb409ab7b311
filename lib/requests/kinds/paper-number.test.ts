import { expect, it } from "vitest";
import { paperNumber } from "./paper-number";

it.each([
  ["001 099 012 345", "001099012345"],
  ["012345678", "012345678"],
  ["e12345678", "E12345678"],
  ["PA 1234567", "PA1234567"],
  ["0101234567", "0101234567"],
  ["0101234567-001", "0101234567-001"],
  ["0101234567001", "0101234567-001"],
])("%s is kept as %s", (typed, kept) => expect(paperNumber(typed)).toBe(kept));

it.each(["", "12345", "E12345", "ABC1234567", "01012345678", "E1234567X"])(
  "%j is no paper's number",
  (typed) => expect(paperNumber(typed)).toBeNull(),
);
