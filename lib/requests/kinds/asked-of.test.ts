import { expect, it } from "vitest";
import { kindsAskedOf, offeredKinds } from "@/lib/requests/kinds";

it.each([
  [
    "bank",
    ["ACCOUNT_SUSPEND", "ACCOUNT_FREEZE", "TRANSACTION_TRACE"],
    ["SUBSCRIBER_INFO", "EWALLET_INFO", "ASSISTANCE"],
  ],
  ["payment_intermediary", ["EWALLET_SUSPEND", "TRANSACTION_TRACE"], ["ACCOUNT_FREEZE", "SIM_BLOCK"]],
  ["telecom", ["SUBSCRIBER_INFO", "CALL_RECORDS", "IP_INFO"], ["ACCOUNT_FREEZE", "DOMAIN_OWNER"]],
  ["isp_registrar", ["DOMAIN_OWNER", "IP_INFO"], ["SUBSCRIBER_INFO", "CONTENT_TAKEDOWN"]],
  ["platform", ["CONTENT_TAKEDOWN", "DATA_PRESERVATION"], ["ACCESS_BLOCK", "ACCOUNT_INFO"]],
  ["police", ["ASSISTANCE"], ["ACCOUNT_SUSPEND", "SUBSCRIBER_INFO"]],
] as const)("%s can be asked %j, and not %j", (asked, is, isNot) => {
  const kinds = kindsAskedOf(asked);
  expect(kinds).toEqual(expect.arrayContaining([...is]));
  for (const kind of isNot) expect(kinds).not.toContain(kind);
});

it("leaves no kind without somebody to ask", () => {
  const all = (
    ["bank", "payment_intermediary", "telecom", "isp_registrar", "platform", "police"] as const
  ).flatMap(kindsAskedOf);
  expect(new Set(all)).toEqual(new Set(offeredKinds));
});
