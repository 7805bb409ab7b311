import { describe, expect, it } from "vitest";
import { codesEndingIn, readRecordCode } from "./record-code";

describe("the code that an auditor types", () => {
  it.each([
    [" yc-25-2026-001893 ", "YC-25-2026-001893"],
    ["VV-A1-2026-000001", "VV-A1-2026-000001"],
    ["25-2026-001893", "25-2026-001893"],
    ["2026-1893", "2026-1893"],
    ["001893", "001893"],
    ["1893", "1893"],
    ["xyz", null],
    ["000000", null],
    ["YC-001893", null],
    ["YC-25-001893", null],
    ["0018930", null],
    ["", null],
  ])("%j is read as %j", (typed, code) => expect(readRecordCode(typed)).toBe(code));
});

describe("what it may stand for", () => {
  it.each([
    ["YC-25-2026-001893", { cases: [], requests: ["YC-25-2026-001893"] }],
    ["2026-1893", { cases: ["VV-25-2026-001893"], requests: ["YC-25-2026-001893"] }],
    [
      "1893",
      {
        cases: ["VV-25-2025-001893", "VV-25-2026-001893"],
        requests: ["YC-25-2025-001893", "YC-25-2026-001893"],
      },
    ],
  ])("%j", (code, codes) => expect(codesEndingIn(code, ["25"], 2026)).toEqual(codes));
});
