import { expect, it } from "vitest";
import { keeps } from "./keepers";

const vnpt = { carrier: "isp", registrar: "registrar" } as const;
it.each([
  ["ip_address", "carrier", true],
  ["ip_address", "registrar", false],
  ["domain", "carrier", false],
  ["domain", "registrar", true],
  ["url", "carrier", true],
  ["bank_account", "carrier", false],
] as const)("of a company that is carrier and registrar, %s is kept by the %s: %s", (kind, as, is) =>
  expect(keeps(kind, { kind: "isp_registrar", segment: vnpt[as] })).toBe(is),
);
it("an address is a telecom's too, and no bank's", () =>
  expect([keeps("ip_address", { kind: "telecom" }), keeps("ip_address", { kind: "bank" })]).toEqual([
    true,
    false,
  ]));
