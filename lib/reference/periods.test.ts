import { expect, it } from "vitest";
import { inForce, successionOf } from "./periods";

const open = { id: "a", validFrom: "2025-07-01", validTo: null };
it.each([
  [open, "2026-12-01", { ok: true, validTo: null, replaces: false }],
  [{ ...open, validTo: "2027-01-01" }, "2026-12-01", { ok: true, validTo: "2027-01-01", replaces: false }],
  [{ ...open, validTo: "2026-12-01" }, "2026-12-01", { ok: false, code: "admin.errors.laterPeriod" }],
  [{ ...open, validFrom: "2026-12-01" }, "2026-11-30", { ok: false, code: "admin.errors.outsidePeriod" }],
  [{ ...open, validFrom: "2026-12-01" }, "2026-12-01", { ok: true, validTo: null, replaces: true }],
  [{ ...open, validFrom: "2026-11-22" }, "2026-11-22", { ok: true, validTo: null, replaces: true }],
  [{ ...open, validFrom: "2026-11-21" }, "2026-11-21", { ok: false, code: "admin.errors.past" }],
  [open, "2026-11-21", { ok: false, code: "admin.errors.past" }],
] as const)("from %j to a new period on %s: %j", (old, from, expected) => {
  expect(successionOf(old, from, "2026-11-22")).toEqual(expected);
});
it("ends before its last day", () => {
  expect([
    inForce(open, "2025-07-01"),
    inForce({ ...open, validTo: "2026-01-01" }, "2026-01-01"),
    inForce(open, "2025-06-30"),
  ]).toEqual([true, false, false]);
});
