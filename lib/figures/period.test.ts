import { describe, expect, it } from "vitest";
import { dayOf } from "@/lib/day";
import { addDays, startOf } from "@/lib/local-days";
import { edgeWeeks, lengthOf, periodFilter, periodOf, weekNumber } from "./period";

/** Friday 20/11/2026, 09:30 in Viet Nam. */
const now = new Date("2026-11-20T02:30:00Z");
const of = (query: object, seesSmall = true) => periodOf(periodFilter.parse(query), now, seesSmall);

describe("period of figures", () => {
  it("begins the week on Monday and compares with the same days of the week before and of last year", () => {
    expect(of({})).toMatchObject({
      name: "week",
      from: "2026-11-16",
      to: "2026-11-20",
      previous: { from: "2026-11-09", to: "2026-11-13" },
      lastYear: { from: "2025-11-16", to: "2025-11-20" },
    });
  });
  it("gives eight weeks, the last one up to today", () => {
    const { weeks } = of({});
    expect(weeks).toHaveLength(8);
    expect(weeks[0]).toEqual({ from: "2026-09-28", to: "2026-10-04" });
    expect(weeks[7]).toEqual({ from: "2026-11-16", to: "2026-11-20" });
  });
  it.each([
    [{ period: "today" }, "2026-11-20", "2026-11-20", "2026-11-19"],
    [{ period: "month" }, "2026-11-01", "2026-11-20", "2026-10-01"],
    [{ period: "custom", from: "2026-11-01", to: "2026-11-10" }, "2026-11-01", "2026-11-10", "2026-10-22"],
    [{ period: "custom", from: "2026-11-18", to: "2026-12-30" }, "2026-11-18", "2026-11-20", "2026-11-15"],
    [{ period: "custom", from: "2026-11-10", to: "2026-11-01" }, "2026-11-16", "2026-11-20", "2026-11-09"],
    [{ period: "custom", from: "01/11/2026", to: "10-11-2026" }, "2026-11-01", "2026-11-10", "2026-10-22"],
    [{ period: "nonsense", from: "31/02" }, "2026-11-16", "2026-11-20", "2026-11-09"],
  ])("%j is %s to %s, before it from %s", (query, from, to, previous) => {
    expect(of(query)).toMatchObject({ from, to, previous: { from: previous } });
  });
  it.each([
    ["2026-11-20", "2026-11-20"],
    ["2026-11-01", "2026-11-06"],
    ["2026-11-18", "2026-12-30"],
  ])(
    "shows the week in place of %s to %s to who sees no small figures, and keeps what was asked",
    (from, to) => {
      expect(of({ period: "custom", from, to }, false)).toEqual({
        ...of({}, false),
        refused: { from, to, flaws: { to: "tooShort" } },
      });
      expect(of({ period: "custom", from, to })).toMatchObject({ name: "custom", from, refused: null });
    },
  );
  it.each([
    ["2026-11-01", "2026-11-07", "2026-10-26", "2026-11-08", "2026-10-12", "2026-10-25"],
    ["2026-11-02", "2026-11-08", "2026-11-02", "2026-11-08", "2026-10-26", "2026-11-01"],
    ["2026-10-01", "2026-10-15", "2026-09-28", "2026-10-18", "2026-09-07", "2026-09-27"],
    ["2026-11-10", "2026-11-20", "2026-11-09", "2026-11-20", "2026-10-26", "2026-11-08"],
  ])(
    "takes the whole weeks of %s to %s for who sees no small figures",
    (from, to, first, last, before, until) => {
      expect(of({ period: "custom", from, to }, false)).toMatchObject({
        name: "custom",
        from: first,
        to: last,
        previous: { from: before, to: until },
        refused: null,
      });
    },
  );
  it.each([
    ["2026-11-10", "01/11/2026", { to: "order" }, "2026-11-01"],
    ["abc", "31/02/2026", { from: "unread", to: "unread" }, "31/02/2026"],
    ["", "01/11/2026", { from: "missing" }, "2026-11-01"],
    ["2026-12-01", "2026-12-10", { from: "future" }, "2026-12-10"],
  ])("shows the week in place of %s to %s and says %j", (from, to, flaws, kept) => {
    const { refused, ...shown } = of({ period: "custom", from, to });
    expect(refused).toEqual({ from, to: kept, flaws });
    expect(shown).toMatchObject({ name: "week", from: "2026-11-16" });
  });
  it("gives who sees no small figures the same period for a day more or less", () => {
    const ends = ["2026-10-12", "2026-10-13", "2026-10-17", "2026-10-18"];
    const periods = ends.map((to) => of({ period: "custom", from: "2026-10-01", to }, false));
    expect(new Set(periods.map((period) => JSON.stringify(period))).size).toBe(1);
  });
  it("shows the week in place of today to who sees no small figures", () => {
    expect(of({ period: "today" }, false)).toEqual(of({}, false));
    expect(of({ period: "today" })).toMatchObject({ name: "today", isRunning: false });
  });
  it.each([
    ["week", "2026-11-16", "2026-11-09", "2025-11-17"],
    ["month", "2026-10-26", "2026-09-28", "2025-10-27"],
  ])(
    "gives who sees no small figures a %s of whole weeks, compared to whole weeks",
    (period, from, before, year) =>
      expect(of({ period }, false)).toMatchObject({
        from,
        to: "2026-11-20",
        previous: { from: before },
        lastYear: { from: year },
      }),
  );
  it("compares a week that still runs with whole ones for who sees no small figures, and says so", () => {
    expect(of({}, false)).toMatchObject({
      isRunning: true,
      previous: { from: "2026-11-09", to: "2026-11-15" },
      lastYear: { from: "2025-11-17", to: "2025-11-23" },
    });
    expect(of({}).isRunning).toBe(false);
    expect(of({ period: "custom", from: "2026-10-01", to: "2026-10-15" }, false).isRunning).toBe(false);
  });
  it("offers who sees no small figures whole weeks alone, whatever he asks for", () => {
    const monday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
    const ends = ["2026-11-20"];
    for (const query of [
      {},
      { period: "today" },
      { period: "month" },
      { period: "custom", from: "03/09/2026", to: "10/11/2026" },
    ]) {
      const { from, to, previous, lastYear, weeks } = of(query, false);
      for (const range of [{ from, to }, previous, lastYear, ...weeks]) {
        expect(monday(range.from)).toBe(true);
        expect(ends.includes(range.to) || monday(addDays(range.to, 1))).toBe(true);
      }
    }
  });
  it("names the weeks at the ends of a range", () => {
    expect(edgeWeeks({ from: "2026-10-26", to: "2026-11-20" })).toEqual({
      last: [
        { from: "2026-11-16", to: "2026-11-20" },
        { from: "2026-11-09", to: "2026-11-15" },
      ],
      before: { from: "2026-10-19", to: "2026-10-25" },
    });
    expect(edgeWeeks({ from: "2026-11-16", to: "2026-11-20" }).last).toHaveLength(1);
  });
  it("shortens a period longer than a year", () => {
    expect(lengthOf(of({ period: "custom", from: "2020-01-01", to: "2026-11-20" }))).toBe(366);
  });
  it("keeps the last day of a month inside the month before", () => {
    expect(
      periodOf(periodFilter.parse({ period: "month" }), new Date("2026-03-31T05:00:00Z"), true).previous,
    ).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  });
  it("counts a late evening in UTC to the next day in Viet Nam", () => {
    expect(dayOf(new Date("2026-11-20T17:00:00Z"))).toBe("2026-11-21");
    expect(startOf("2026-11-21").toISOString()).toBe("2026-11-20T17:00:00.000Z");
  });
  it("numbers weeks as ISO does", () => {
    expect(weekNumber("2026-11-20")).toBe(47);
    expect(weekNumber("2027-01-01")).toBe(53);
  });
});
