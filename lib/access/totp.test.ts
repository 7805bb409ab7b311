import { expect, it } from "vitest";
import { currentCode, enrolmentUri, newTotpSecret, stepOf } from "./totp";

// RFC 6238, appendix B: the ASCII secret "12345678901234567890", SHA-1, last six digits.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

it.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
])("at second %i the code is %s", (seconds, code) => {
  expect(currentCode(secret, seconds * 1000)).toBe(code);
  expect(stepOf(secret, code, seconds)).toBe(Math.floor(seconds / 30));
});

it.each([
  [-2, false],
  [-1, true],
  [0, true],
  [1, true],
  [2, false],
])("a code of %i steps from now is taken: %s", (steps, isTaken) => {
  const now = 1_800_000_015;
  const code = currentCode(secret, (now + steps * 30) * 1000);
  expect(stepOf(secret, code, now) !== null).toBe(isTaken);
});

it("refuses another secret's code", () => {
  expect(stepOf(newTotpSecret(), currentCode(secret, 59_000), 59)).not.toBe(1);
});

it.each(["", "12345", "1234567", "no-such-code"])("takes %j for a wrong code", (typed) => {
  expect(stepOf(secret, typed, 59)).toBeNull();
});

it("makes a new secret of at least 160 bits for each person and names the portal to the app", () => {
  const [one, two] = [newTotpSecret(), newTotpSecret()];
  expect(one).not.toBe(two);
  expect(one.length).toBeGreaterThanOrEqual(32);
  expect(enrolmentUri("an@example.vn", one)).toMatch(/^otpauth:\/\/totp\/.*secret=/);
});
