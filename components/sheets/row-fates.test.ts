import { describe, expect, it } from "vitest";
import type { SheetRow } from "@/lib/requests/sheets/types";
import { type Fate, refusedFates, withFates } from "./row-fates";

const row = (itemId: string, over: Partial<SheetRow> = {}): SheetRow => ({
  sheet: "Tạm dừng giao dịch",
  row: 3,
  state: "ready",
  reason: null,
  kindCode: "ACCOUNT_SUSPEND",
  answeredAt: null,
  itemId,
  itemVersion: 1,
  requestId: "r",
  code: "YC-25-2026-000001",
  position: 1,
  target: "1088 7420 5561",
  outcome: "HELD",
  amount: "5",
  answer: {},
  errors: [],
  ...over,
});
const rows = [row("a"), row("b", { row: 4 })];
const refusal = (code: string, fields: Record<string, string> = {}) => ({
  part: { key: "k", name: "YC", rows },
  code,
  fields,
});
const labelOf = (key: string) => (key === "until" ? "Đến" : key);

describe("what becomes of rows that were sent", () => {
  it("refuses the request's rows once when the request takes no answers", () => {
    const fates = refusedFates([refusal("not-now")]);
    expect([...fates]).toEqual([
      ["a", { is: "refused", code: "not-now" }],
      ["b", { is: "refused", code: "not-now" }],
    ]);
    expect(withFates(rows, fates, labelOf).map(({ state }) => state)).toEqual(["gone", "gone"]);
  });

  it("finds fault with the row that is meant, at its column, and leaves the others to be sent", () => {
    const fates = refusedFates([refusal("invalid", { "answers.1.answer.until": "answer.untilTooLate" })]);
    const [first, second] = withFates(rows, fates, labelOf);
    expect(first?.state).toBe("ready");
    expect(second).toMatchObject({
      state: "wrong",
      errors: [{ row: 4, column: "Đến", code: "answer.untilTooLate" }],
    });
  });

  it.each(["unreachable", "too-many", "unexpected"])(
    "leaves everything to the next press after %s",
    (code) => {
      expect(refusedFates([refusal(code)]).size).toBe(0);
    },
  );

  it("says when a row went out, and believes a later reading", () => {
    const sent: Fate = { is: "sent", at: "2026-11-22T03:00:00.000Z" };
    const known = [rows[0]!, row("b", { state: "gone", reason: "closed" })];
    expect(
      withFates(
        known,
        new Map([
          ["a", sent],
          ["b", sent],
        ]),
        labelOf,
      ),
    ).toMatchObject([
      { state: "same", answeredAt: sent.at },
      { state: "gone", reason: "closed" },
    ]);
  });
});
