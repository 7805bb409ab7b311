import { expect, it } from "vitest";
import { accountKeys } from "./accounts";
import { broughtTo } from "./brought";
import { at, storyOf } from "./story-for-tests";
import { traceMoney } from "./trace";

const key = accountKeys(["1001", "2002"].map((value) => ({ institutionId: "bank", value })));
const of = (value: string) => key({ institutionId: "bank", value });
type Loose = Parameters<typeof storyOf>[0];
const brought = (loose: Loose, value: string) =>
  broughtTo(traceMoney(storyOf(loose)), { institutionId: "bank", value });
const payments = [{ to: of("1001"), amount: 50n, victim: "v1" }];
const on = { from: of("1001"), to: of("2002"), amount: 30n, at: at(10) };

it.each<[string, Loose, string, bigint]>([
  ["what victims paid", { payments }, "1001", 50n],
  ["what moved on", { payments, transfers: [on] }, "2002", 30n],
  [
    "once what the receiver tells as come in minutes later",
    {
      payments,
      transfers: [
        { ...on, side: "out" },
        { ...on, item: "j", reporter: "s", at: at(13), side: "in" },
      ],
    },
    "2002",
    30n,
  ],
  [
    "once the payment that the receiver tells as come in",
    {
      payments: [{ ...payments[0]!, from: "home" }],
      transfers: [{ from: "home", to: of("1001"), amount: 50n, at: at(0), side: "in" }],
    },
    "1001",
    50n,
  ],
  [
    "once what left and came round again",
    {
      payments,
      transfers: [on, { from: of("2002"), to: of("1001"), amount: 30n, at: at(20), item: "j", side: "in" }],
    },
    "1001",
    50n,
  ],
  [
    "what came from each victim",
    { payments: [...payments, { to: of("1001"), amount: 20n, victim: "v2", at: at(30) }], transfers: [on] },
    "1001",
    70n,
  ],
])("counts %s", (_case, loose, value, expected) => expect(brought(loose, value)).toBe(expected));
