import { describe, expect, it } from "vitest";
import { beyondTrail } from "./trail";

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
