import { expect, it } from "vitest";
import { kindOf } from "@/lib/requests/kinds";
import { mayBeAsked, mayKeep } from "./addressee";

it.each([
  ["ACCOUNT_SUSPEND", ["bank"], "bank", "bank", true],
  ["ACCOUNT_SUSPEND", ["bank"], "bank", "treasury", false],
  ["ACCOUNT_FREEZE", ["bank", "treasury"], "bank", "treasury", true],
  ["ACCOUNT_UNFREEZE", ["bank", "treasury"], "payment_intermediary", "payment-intermediary", true],
  ["DOMAIN_OWNER", ["registrar", "vnnic"], "isp_registrar", "registrar", true],
  ["DOMAIN_OWNER", ["registrar", "vnnic"], "isp_registrar", "isp", false],
  ["IP_INFO", ["telecom", "isp"], "isp_registrar", "isp", true],
  ["IP_INFO", ["telecom", "isp"], "isp_registrar", "registrar", false],
  ["PLATFORM_USER_INFO", ["platform", "e-commerce", "crypto-exchange"], "platform", "crypto-exchange", true],
  ["CONTENT_TAKEDOWN", ["platform", "app-store", "hosting"], "platform", "crypto-exchange", false],
  ["SUBSCRIBER_INFO", ["telecom"], "bank", "bank", false],
  ["SUBSCRIBER_INFO", ["telecom"], "telecom", null, true],
] as const)("%s with %j may be asked of %s (%s): %s", (code, words, kind, segment, is) =>
  expect(mayBeAsked(kindOf(code), words, { kind, segment })).toBe(is),
);

it.each([
  ["SUBSCRIBER_INFO", "a", "telecom", "a", true],
  ["SUBSCRIBER_INFO", "a", "telecom", "b", false],
  ["SUBSCRIBER_INFO", "a", "telecom", null, true],
  ["TRANSACTION_TRACE", "a", "napas", "b", true],
  ["ACCESS_BLOCK", "a", "telecom", "b", true],
] as const)("%s at %s (%s) may be about what %s keeps: %s", (code, id, segment, keeper, is) =>
  expect(mayKeep(kindOf(code), { id, segment }, keeper)).toBe(is),
);
