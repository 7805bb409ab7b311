import { describe, expect, it } from "vitest";
import { beyondTrail, broughtTo } from "./trail";

const [bank, other] = ["bank", "other"];
const inflows = [
  { toAccount: "123456", toInstitutionId: bank, amount: 30n },
  { toAccount: "123456", toInstitutionId: bank, amount: 20n },
  { toAccount: "123456", toInstitutionId: other, amount: 7n },
];

it.each([
  ["the same number at its own bank", bank, 50n],
  ["the same number at another bank", other, 7n],
  ["a number whose bank is not known yet", null, 57n],
])("the trail brought to %s what was paid there", (_what, institutionId, expected) =>
  expect(broughtTo({ value: "123456", institutionId }, inflows)).toBe(expected),
);

describe("what is disputed", () => {
  const field = { "targets.0.disputedAmount": "money.beyondTrail" };
  it.each([
    ["all that came", "50", undefined, {}],
    ["one đồng more", "51", undefined, field],
    ["one đồng more, with a ground", "51", "Tài khoản nhận tiền của nhiều bị hại", {}],
    ["nothing", undefined, undefined, {}],
  ])("%s", (_what, disputedAmount, overGround, expected) =>
    expect(beyondTrail([{ targetId: "a", disputedAmount, overGround }], new Map([["a", 50n]]))).toEqual(
      expected,
    ),
  );
  it("needs a ground where no money is known to have come", () =>
    expect(beyondTrail([{ targetId: "a", disputedAmount: "1" }], new Map())).toEqual(field));
});
