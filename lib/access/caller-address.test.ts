import { expect, it, vi } from "vitest";
import { addressIn, originOf } from "./caller-address";

vi.mock("@/lib/env", () => ({ env: () => ({ masterKey: Buffer.alloc(32, 7) }) }));

it.each([
  ["written by the web server in front", "203.0.113.7", "203.0.113.7"],
  ["appended to what the caller sent", "10.0.0.1, 198.51.100.9, 203.0.113.7", "203.0.113.7"],
  ["spaces around it", "198.51.100.9 ,  203.0.113.7 ", "203.0.113.7"],
  ["the newer notation", "2001:db8::7", "2001:db8::7"],
  ["no header at all", null, "unknown"],
  ["an empty one", "", "unknown"],
  ["nothing behind the last comma", "198.51.100.9,", "unknown"],
])("believes the last entry alone: %s", (_, forwarded, expected) => {
  expect(addressIn(forwarded)).toBe(expected);
});

it("keeps of an address a short keyed hash that tells two apart and shows neither", () => {
  const [one, two] = [originOf("203.0.113.7"), originOf("203.0.113.8")];
  expect(one).toMatch(/^[0-9a-f]{16}$/);
  expect(one).toBe(originOf("203.0.113.7"));
  expect(one).not.toBe(two);
});
