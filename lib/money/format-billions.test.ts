import { expect, it } from "vitest";
import { billions } from "./format-billions";

it.each([
  [48_620_000_000n, "48,620", "48.620"],
  [0n, "0,000", "0.000"],
  [499_999n, "0,000", "0.000"],
  [500_000n, "0,001", "0.001"],
  [1_234_567_890_123n, "1.234,568", "1,234.568"],
])("%s VND is %s tỷ, %s bn", (amount, vietnamese, english) => {
  expect(billions(amount, "vi")).toBe(vietnamese);
  expect(billions(amount, "en")).toBe(english);
});
