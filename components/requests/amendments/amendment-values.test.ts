import { expect, it } from "vitest";
import { amendmentInput } from "@/lib/requests/amendments/schema";
import type { AmendmentForm } from "@/lib/requests/amendments/types";
import { amendmentValues, toAmendment } from "./amendment-values";

const id = (last: number) => `0199f3d2-5c7e-7aaa-8bbb-12345678900${last}`;
const form: AmendmentForm = {
  requestId: id(0),
  code: "YC-25-2026-000001",
  kindCode: "ACCOUNT_SUSPEND",
  version: 4,
  grounds: "Bị hại tố giác, có sao kê kèm theo.",
  disclosure: null,
  dueAt: "2026-11-22T10:00:42.123Z",
  asksAmount: true,
  items: [1, 2].map((last) => ({
    id: id(last),
    kind: "bank_account",
    display: `0${last}`,
    holderName: null,
    disputedAmount: "50000000",
    overGround: null,
  })),
  answered: 0,
  addable: [{ id: id(3), kind: "bank_account", display: "03", holderName: null }],
  draft: null,
};

it("sends an untouched form as no change of text, time or targets", () => {
  const { input } = toAmendment({ ...amendmentValues(form), reason: "Lý do đủ dài." }, form, id(9));
  expect(amendmentInput.parse(input)).toMatchObject({
    grounds: form.grounds,
    amounts: [{ disputedAmount: "50000000" }, { disputedAmount: "50000000" }],
    remove: [],
    add: [],
  });
  expect(amendmentInput.parse(input).dueAt).toBeUndefined();
});

it("names targets that go and come, and finds the field of a refusal", () => {
  const values = amendmentValues(form);
  values.items[0]!.gone = true;
  values.extra[0] = { ...values.extra[0]!, taken: true, amount: "1 tỷ" };
  const { input, at } = toAmendment({ ...values, reason: "Lý do đủ dài." }, form, id(9));
  expect(amendmentInput.parse(input)).toMatchObject({
    amounts: [{ itemId: id(2) }],
    remove: [id(1)],
    add: [{ targetId: id(3), disputedAmount: "1000000000" }],
  });
  expect(at("amounts.0.disputedAmount")).toBe("items.1.amount");
  expect(at("add.0.targetId")).toBe("extra.0.amount");
  expect([at("dueAt"), at("remove"), at("reason")]).toEqual(["due", "items", "reason"]);
});

it("goes on with a draft", () => {
  const changes = {
    amounts: [{ itemId: id(2), display: "02", before: "50000000", after: "70000000", overGround: "x" }],
    removed: [{ itemId: id(1), display: "01", amount: null }],
  };
  const draft = { changes, reason: "Đã viết", id: id(8), version: 2 } as unknown as AmendmentForm["draft"];
  const values = amendmentValues({ ...form, draft });
  expect(values.items).toEqual([
    { itemId: id(1), amount: "50.000.000", overGround: "", gone: true },
    { itemId: id(2), amount: "70.000.000", overGround: "x", gone: false },
  ]);
});
