import { describe, expect, it } from "vitest";
import { leagueAddress } from "./address";
import { leagueFilter } from "./filter";
import { leaguePeriod } from "./period";

const now = new Date("2026-11-22T18:30:00Z"); // the 23rd in Viet Nam, a Monday
const of = (query: Record<string, string>, seesSmall = true) =>
  leaguePeriod(leagueFilter.parse(query), now, seesSmall);

describe("the period of a comparison", () => {
  it.each([
    [{}, "2026-11-01", "2026-11-23", "2026-10-01", "2026-10-23"],
    [{ period: "week" }, "2026-11-23", "2026-11-23", "2026-11-16", "2026-11-16"],
    [{ period: "week", on: "2026-11-20" }, "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15"],
    [{ period: "quarter" }, "2026-10-01", "2026-11-23", "2026-07-01", "2026-08-23"],
    [{ period: "quarter", on: "2026-03-31" }, "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"],
    [{ period: "month", on: "2024-02-10" }, "2024-02-01", "2024-02-29", "2024-01-01", "2024-01-31"],
    [
      { period: "custom", from: "01/11/2026", to: "10/11/2026" },
      "2026-11-01",
      "2026-11-10",
      "2026-10-22",
      "2026-10-31",
    ],
  ])("%j is %s to %s, beside %s to %s", (query, from, to, since, until) => {
    expect(of(query)).toMatchObject({ from, to, previous: { from: since, to: until }, isRefused: false });
  });

  it("compares a running month with as many days of the one before, and never with days of its own", () => {
    const late = leaguePeriod(leagueFilter.parse({}), new Date("2027-03-31T03:00:00Z"), true);
    expect(late.previous).toEqual({ from: "2027-02-01", to: "2027-02-28" });
  });

  it("shows this month where days are mistyped, to come, turned round, or too few for this reader", () => {
    for (const query of [
      { from: "31/02/2026", to: "10/11/2026" },
      { from: "10/12/2026", to: "20/12/2026" },
      { from: "10/11/2026", to: "01/11/2026" },
    ])
      expect(of({ period: "custom", ...query })).toMatchObject({ name: "month", isRefused: true });
    const few = { period: "custom", from: "01/11/2026", to: "03/11/2026" };
    expect(of(few).isRefused).toBe(false);
    expect(of(few, false).isRefused).toBe(true);
    expect(of({ period: "month", on: "2027-05-01" })).toMatchObject({ from: "2026-11-01", isRefused: false });
  });

  it("leaves what is usual out of its address, and names no day of a period that a switch leaves", () => {
    const filter = leagueFilter.parse({ period: "quarter", on: "2026-03-31", sort: "median" });
    expect(leagueAddress("/league", filter)).toBe("/league?period=quarter&sort=median&on=2026-03-31");
    expect(leagueAddress("/league", filter, { period: "month", on: null, sort: "onTime" })).toBe("/league");
  });
});
