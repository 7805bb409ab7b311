import { describe, expect, it } from "vitest";
import { readAuditFilter } from "./schema";

describe("the filter of the record", () => {
  it.each([
    [{ code: "xyz" }, { code: "audit.errors.code" }],
    [{ from: "99/99" }, { from: "date.day" }],
    [{ to: "31/02/2026" }, { to: "date.day" }],
    [{ from: "02/03/2026", to: "01/03/2026" }, { to: "audit.errors.order" }],
    [
      { from: "hôm qua", code: "?" },
      { from: "date.day", code: "audit.errors.code" },
    ],
  ])("says at the field what is wrong in %j, and keeps what was typed", (raw, errors) => {
    const question = readAuditFilter(raw);
    expect(question).toMatchObject({ errors, filter: null, typed: raw });
  });
  it("reads what is right, and takes an empty field for none", () => {
    const { filter, errors, typed } = readAuditFilter({
      group: "",
      code: " yc-25-2026-001893",
      from: "1/3/2026",
      to: "",
    });
    expect(errors).toEqual({});
    expect(filter).toMatchObject({ code: "YC-25-2026-001893", from: "2026-03-01" });
    expect(filter?.to).toBeUndefined();
    expect(typed).toEqual({ code: "YC-25-2026-001893", from: "01/03/2026", to: "" });
  });
  it("is one day as well", () => {
    expect(readAuditFilter({ from: "01/03/2026", to: "01/03/2026" }).filter).not.toBeNull();
  });
});
