import { expect, it } from "vitest";
import type { KindOption } from "@/lib/requests/drafting/types";
import { amountOf, planRequests, type Taken, urgencyOf } from "./plan";
import type { Receiver } from "./types";

const kind = (code: string, targets: string[], addressees: string[], asksAmount = false): KindOption =>
  ({
    code,
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
];
const receivers: Receiver[] = [
  { id: "v", code: "bank:vietinbank", name: "VietinBank", kind: "bank" },
  { id: "m", code: "bank:mb", name: "MB", kind: "bank" },
  { id: "w", code: "payment:momo", name: "MoMo", kind: "payment_intermediary" },
  { id: "t", code: "telecom:viettel", name: "Viettel", kind: "telecom" },
];
const account = (row: string, receiverId: string | null, paid = 0n): Taken => ({
  row,
  kind: "bank_account",
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
      { row: "w", kind: "e_wallet", receiverId: "w", paid: 5n },
      { row: "p", kind: "phone_number", receiverId: "t", paid: 0n },
    ]),
  ).toEqual([
    ["EWALLET_SUSPEND:w", "w", true],
    ["SUBSCRIBER_INFO:t", "p", true],
  ]));
it("ticks what the fraud's type suggests, and money always", () =>
  expect(
    named(
      [account("a", "m", 1n), { row: "p", kind: "phone_number", receiverId: "t", paid: 0n }],
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
  expect(plan([{ row: "x", kind: "person_id", receiverId: null, paid: 0n }])).toEqual({
    requests: [],
    withoutReceiver: [],
  }));
it("adds up to the đồng", () =>
  expect(plan([account("a", "m", 3n), account("b", "m", 4n)]).requests.map(amountOf)).toEqual([7n]));

it.each([
  [true, "2026-11-22T01:00:00Z", "emergency"],
  [true, "2026-11-20T01:00:00Z", "urgent"],
  [true, null, "urgent"],
  [false, "2026-11-22T01:00:00Z", "normal"],
])("money %s, last paid %s is %s", (money, at, urgency) =>
  expect(urgencyOf(money, at, new Date("2026-11-22T03:00:00Z"))).toBe(urgency),
);
