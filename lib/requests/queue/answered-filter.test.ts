import { describe, expect, it } from "vitest";
import { answeredFilter, answeredRange } from "./answered-filter";

const now = new Date("2026-11-22T03:00:00Z");
const rangeOf = (from?: string, to?: string) => answeredRange(answeredFilter.parse({ from, to }), now);

describe("the days of the answered list", () => {
  it.each([
    [undefined, undefined, "2026-10-24", "2026-11-22"],
    ["01/11/2026", undefined, "2026-11-01", "2026-11-22"],
    [undefined, "31/10/2026", "2026-10-02", "2026-10-31"],
    ["20/11/2026", "10/11/2026", "2026-11-10", "2026-11-20"],
    ["01/01/2020", "01/12/2030", "2025-11-22", "2026-11-22"],
    ["01/12/2030", undefined, "2026-11-22", "2026-11-22"],
    ["hôm qua", "32/13/2026", "2026-10-24", "2026-11-22"],
  ])("from %s to %s", (from, to, first, last) =>
    expect(rangeOf(from, to)).toEqual({ from: first, to: last }),
  );
});
