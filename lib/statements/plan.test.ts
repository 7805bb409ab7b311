import { expect, it } from "vitest";
import type { KindOption } from "@/lib/requests/drafting/types";
import { amountOf, planRequests, type Taken } from "./plan";
import type { Receiver } from "./types";

const kind = (
  code: string,
  targets: string[],
  addressees: string[],
  asksAmount = false,
  addresseeWords: string[] = [],
): KindOption =>
  ({
    code,
    addresseeWords,
    document: "",
    bases: [],
    verify: false,
    fits: true,
    targets,
    addressees,
    asksAmount,
    needsParent: [],
  }) as unknown as KindOption;
const kinds = [
  kind("ACCOUNT_SUSPEND", ["bank_account"], ["bank"], true),
  kind("EWALLET_SUSPEND", ["e_wallet"], ["payment_intermediary"], true),
  kind("ACCOUNT_INFO", ["bank_account"], ["bank"]),
  kind("SUBSCRIBER_INFO", ["phone_number"], ["telecom"]),
  kind("SIM_BLOCK", ["phone_number"], ["telecom"]),
  kind("CALL_BLOCK", ["phone_number"], ["telecom"]),
  kind("PLATFORM_USER_INFO", ["social_account"], ["platform"]),
  kind("CONTENT_TAKEDOWN", ["url", "social_account"], ["platform"]),
  kind("DOMAIN_OWNER", ["domain"], ["isp_registrar"], false, ["registrar", "vnnic"]),
  kind("DOMAIN_SUSPEND", ["domain"], ["isp_registrar"], false, ["registrar", "vnnic"]),
  kind("ACCESS_BLOCK", ["url", "domain"], ["telecom", "isp_registrar"], false, ["telecom", "isp"]),
  kind("IP_INFO", ["ip_address"], ["telecom", "isp_registrar"], false, ["telecom", "isp"]),
];
const receivers: Receiver[] = [
  { id: "v", code: "bank:vietinbank", name: "VietinBank", kind: "bank", segment: "bank" },
  { id: "m", code: "bank:mb", name: "MB", kind: "bank", segment: "bank" },
  {
    id: "w",
    code: "payment:momo",
    name: "MoMo",
    kind: "payment_intermediary",
    segment: "payment-intermediary",
  },
  { id: "t", code: "telecom:viettel", name: "Viettel", kind: "telecom", segment: "telecom" },
  { id: "n", code: "registrar:vnnic", name: "VNNIC", kind: "isp_registrar", segment: "vnnic" },
  { id: "f", code: "platform:facebook", name: "Facebook", kind: "platform", segment: "platform" },
];
const account = (row: string, receiverId: string | null, paid = 0n): Taken => ({
  row,
  kind: "bank_account",
  value: row,
  receiverId,
  paid,
});
const plan = (taken: Taken[], suggested: string[] = []) =>
  planRequests(taken, { kinds, receivers, suggested });
const named = (taken: Taken[], suggested?: string[]) =>
  plan(taken, suggested).requests.map(({ id, targets, proposed }) => [
    id,
    targets.map(({ row }) => row).join(),
    proposed,
  ]);

it("asks each bank once, the most money first", () =>
  expect(named([account("a", "m", 500n), account("b", "v", 480n), account("c", "v", 270n)])).toEqual([
    ["ACCOUNT_SUSPEND:v", "b,c", true],
    ["ACCOUNT_SUSPEND:m", "a", true],
  ]));
it("asks who holds an account that no payment is known to have reached", () =>
  expect(named([account("a", "m")])).toEqual([["ACCOUNT_INFO:m", "a", true]]));
it("holds a wallet at its issuer and asks the operator for a number", () =>
  expect(
    named([
      { row: "w", kind: "e_wallet", value: "0912345678", receiverId: "w", paid: 5n },
      { row: "p", kind: "phone_number", value: "0978412265", receiverId: "t", paid: 0n },
    ]),
  ).toEqual([
    ["EWALLET_SUSPEND:w", "w", true],
    ["SUBSCRIBER_INFO:t", "p", true],
  ]));
it("ticks what the fraud's type suggests, and money always", () =>
  expect(
    named(
      [
        account("a", "m", 1n),
        { row: "p", kind: "phone_number", value: "0978412265", receiverId: "t", paid: 0n },
      ],
      ["ACCOUNT_INFO"],
    ),
  ).toEqual([
    ["ACCOUNT_SUSPEND:m", "a", true],
    ["SUBSCRIBER_INFO:t", "p", false],
  ]));
it("waits for a bank that the text does not name", () =>
  expect(plan([account("a", null, 1n)])).toEqual({ requests: [], withoutReceiver: ["a"] }));
it("begins another request after 500 targets", () =>
  expect(
    plan(Array.from({ length: 501 }, (_, at) => account(`a${at}`, "m", 1n))).requests.map(
      ({ id, targets }) => [id, targets.length],
    ),
  ).toEqual([
    ["ACCOUNT_SUSPEND:m", 500],
    ["ACCOUNT_SUSPEND:m:2", 1],
  ]));
it("leaves what nobody can be asked about in the case", () =>
  expect(plan([{ row: "x", kind: "person_id", value: "1", receiverId: null, paid: 0n }])).toEqual({
    requests: [],
    withoutReceiver: [],
  }));
it("adds up to the đồng", () =>
  expect(plan([account("a", "m", 3n), account("b", "m", 4n)]).requests.map(amountOf)).toEqual([7n]));

const one = (kind: Taken["kind"], value: string, receiverId: string | null): Taken => ({
  row: "x",
  kind,
  value,
  receiverId,
  paid: 0n,
});
const takedown = ["ACCOUNT_SUSPEND", "CONTENT_TAKEDOWN", "PLATFORM_USER_INFO"];
it.each<[Taken["kind"], string, string | null, string[], [string, boolean][]]>([
  ["domain", "bca-vn.vn", "n", [], [["DOMAIN_SUSPEND:n", true]]],
  ["domain", "bca-vn.vn", "n", takedown, [["DOMAIN_SUSPEND:n", true]]],
  ["domain", "bca-vn.vn", "n", ["SUBSCRIBER_INFO"], [["DOMAIN_SUSPEND:n", false]]],
  [
    "domain",
    "bca-vn.vn",
    "n",
    ["DOMAIN_OWNER", "CONTENT_TAKEDOWN"],
    [
      ["DOMAIN_SUSPEND:n", true],
      ["DOMAIN_OWNER:n", true],
    ],
  ],
  ["domain", "bocongan.gov.vn", "n", takedown, []],
  ["domain", "facebook.com", "n", takedown, []],
  ["url", "https://facebook.com/share/1", "f", takedown, [["CONTENT_TAKEDOWN:f", true]]],
  ["url", "https://bca-vn.vn/a", "t", [], [["ACCESS_BLOCK:t", true]]],
  ["url", "https://bca-vn.vn/a", "n", takedown, []],
  [
    "social_account",
    "facebook:a.b1",
    "f",
    takedown,
    [
      ["PLATFORM_USER_INFO:f", true],
      ["CONTENT_TAKEDOWN:f", true],
    ],
  ],
  ["social_account", "facebook:a.b1", "f", [], [["PLATFORM_USER_INFO:f", true]]],
  ["phone_number", "+66812345678", "t", ["SUBSCRIBER_INFO"], [["CALL_BLOCK:t", true]]],
  [
    "phone_number",
    "0978412265",
    "t",
    ["SIM_BLOCK"],
    [
      ["SUBSCRIBER_INFO:t", false],
      ["SIM_BLOCK:t", true],
    ],
  ],
  ["ip_address", "1.2.3.4", "t", [], [["IP_INFO:t", true]]],
])("%s %s at %s, type suggests %j: %j", (kind, value, receiverId, suggested, expected) =>
  expect(
    plan([one(kind, value, receiverId)], suggested).requests.map(({ id, proposed }) => [id, proposed]),
  ).toEqual(expected),
);
it.each<[Taken["kind"], string[]]>([
  ["domain", ["x"]],
  ["phone_number", ["x"]],
  ["url", []],
  ["ip_address", []],
])("says that nobody is known to ask about a %s: %j", (kind, waiting) =>
  expect(plan([one(kind, "bca-vn.xyz", null)]).withoutReceiver).toEqual(waiting),
);
