import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keyedHash, newToken, open, seal } from "./crypto";

let masterKey = randomBytes(32);
vi.mock("@/lib/env", () => ({ env: () => ({ masterKey }) }));
const place = "credential.totp_secret:0192a000-0000-7000-8000-000000000001";
const first = masterKey;
beforeEach(() => void (masterKey = first));
afterEach(() => void (masterKey = first));

it.each(["", "JBSWY3DPEHPK3PXP", "mật khẩu của Đặng Thị Ngọc", "x".repeat(10_000)])(
  "opens what it sealed (%#)",
  (plain) => {
    expect(open(seal(plain, place), place)).toBe(plain);
  },
);

it("seals the same secret differently each time and shows nothing of it", () => {
  const [one, two] = [seal("JBSWY3DPEHPK3PXP", place), seal("JBSWY3DPEHPK3PXP", place)];
  expect(one).not.toBe(two);
  expect(one).not.toContain(Buffer.from("JBSWY3DPEHPK3PXP").toString("base64url"));
});

it("does not open in another row", () => {
  expect(() => open(seal("secret", place), place.replace(/1$/, "2"))).toThrow();
});

it("does not open when any part was changed, cut or left out", () => {
  const sealed = seal("JBSWY3DPEHPK3PXP", place);
  const parts = sealed.split(".");
  const broken = parts.flatMap((part, index) => {
    const turned = (part[0] === "A" ? "B" : "A") + part.slice(1);
    return [turned, part.slice(0, -4), ""].map((changed) =>
      parts.map((kept, at) => (at === index ? changed : kept)).join("."),
    );
  });
  for (const value of [...broken, "", "v1", parts.slice(0, 4).join(".")])
    expect(() => open(value, place)).toThrow();
});

it("does not open under another master key, and says so by the key's name in the value", () => {
  const sealed = seal("secret", place);
  masterKey = randomBytes(32);
  expect(() => open(sealed, place)).toThrow("another key");
});

it("hashes alike for one purpose, otherwise for another purpose, value or master key", () => {
  const hash = keyedHash("session", "token");
  expect(keyedHash("session", "token")).toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  masterKey = randomBytes(32);
  const underAnother = keyedHash("session", "token");
  masterKey = first;
  expect(
    new Set([hash, keyedHash("device", "token"), keyedHash("session", "tokem"), underAnother]).size,
  ).toBe(4);
});

it("makes tokens of 256 bits, never twice", () => {
  const tokens = Array.from({ length: 1_000 }, newToken);
  expect(new Set(tokens).size).toBe(1_000);
  expect(tokens.every((token) => Buffer.from(token, "base64url").length === 32)).toBe(true);
});
