import { expect, it } from "vitest";
import { isPayable } from "./payable";

it.each([
  ["ACCOUNT_FREEZE", "INITIATED", true],
  ["ACCOUNT_SUSPEND", "INITIATED", false],
  ["EWALLET_SUSPEND", "INITIATED", true],
  ["EWALLET_SUSPEND", "INVESTIGATING", true],
  ["EWALLET_SUSPEND", "VERIFYING", false],
] as const)("out of what %s holds in a case %s: %s", (kind, status, expected) =>
  expect(isPayable(kind, status)).toBe(expected),
);
