import fc from "fast-check";
import { describe, expect, it } from "vitest";
import holidayTable from "@/prisma/data/holidays.json";
import {
  everyWeekday,
  ordinaryHours,
  workCalendar,
  type CalendarRow,
  type OfficeHours,
  type OfficeWindow,
} from "./calendar";
import { cancelClock, pauseClock, resumeClock, stopClock, timeLeft, type DeadlineClock } from "./clock";
import { dueAt } from "./due";
import { naiveDueAt } from "./naive";
import type { DeadlineUnit } from "./policy";

const table: readonly CalendarRow[] = holidayTable.holidays;
const south = everyWeekday([
  { from: 450, to: 690 },
  { from: 780, to: 1_020 },
]);
/** A branch that also opens on Saturday mornings. */
const saturdays: OfficeHours = {
  ...ordinaryHours,
  weekdays: [...ordinaryHours.weekdays.slice(0, 6), [{ from: 480, to: 720 }]],
};

const at = (iso: string): number => Date.parse(`${iso}+07:00`) / 60_000;
/** Starts crowd around Tết, the swapped Saturdays, month ends and office openings, where rules break. */
const start = fc.oneof(
  fc.integer({ min: at("2025-01-01T00:00"), max: at("2027-10-01T00:00") }),
  fc.integer({ min: at("2026-02-10T00:00"), max: at("2026-02-24T00:00") }),
  fc.integer({ min: at("2026-08-19T00:00"), max: at("2026-09-04T00:00") }),
  fc.integer({ min: at("2025-04-23T00:00"), max: at("2025-05-06T00:00") }),
  fc.integer({ min: at("2026-01-29T00:00"), max: at("2026-02-02T00:00") }),
  fc
    .constantFrom(
      "2026-01-31T08:00",
      "2026-01-10T12:00",
      "2026-02-13T17:00",
      "2026-11-24T00:00",
      "2026-11-22T23:59",
    )
    .map(at),
);
const limit: fc.Arbitrary<[DeadlineUnit, number]> = fc.oneof(
  fc.tuple(fc.constant<DeadlineUnit>("minutes"), fc.integer({ min: 0, max: 2_000 })),
  fc.tuple(fc.constant<DeadlineUnit>("hours"), fc.integer({ min: 0, max: 72 })),
  fc.tuple(fc.constant<DeadlineUnit>("working-hours"), fc.integer({ min: 0, max: 60 })),
  fc.tuple(fc.constant<DeadlineUnit>("working-days"), fc.integer({ min: 1, max: 15 })),
  fc.tuple(fc.constant<DeadlineUnit>("calendar-days"), fc.integer({ min: 1, max: 25 })),
  fc.tuple(fc.constant<DeadlineUnit>("months"), fc.integer({ min: 1, max: 2 })),
);
/** Minutes after the start, and how long. */
const pauses = fc.array(
  fc.tuple(fc.integer({ min: -600, max: 20_000 }), fc.integer({ min: 0, max: 9_000 })),
  { maxLength: 3 },
);
/** Up to three windows on quarter hours, in order and apart: lunch breaks, half days, split shifts, shifts until midnight. */
const windows = (least: number): fc.Arbitrary<OfficeWindow[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2 * least, maxLength: 6 }).map((marks) => {
    const edges = marks.toSorted((left, right) => left - right).map((mark) => mark * 15);
    return edges.flatMap((from, i) =>
      i % 2 === 0 && i + 1 < edges.length ? [{ from, to: edges[i + 1]! }] : [],
    );
  });
/** Any office: each weekday its own windows or none, at least one of them worked. */
const anyOffice: fc.Arbitrary<OfficeHours> = fc
  .record({
    weekdays: fc.array(fc.oneof(windows(1), fc.constant([])), { minLength: 7, maxLength: 7 }),
    makeUpDay: windows(1),
  })
  .filter(({ weekdays }) => weekdays.some((worked) => worked.length > 0));
const hoursOfOffice = fc.oneof(fc.constantFrom(ordinaryHours, south, saturdays), anyOffice);
/** The offices' own days off and make-up days beside the table, around the starts; a day may be both. */
const ownDays = fc.array(fc.record({ after: fc.integer({ min: -3, max: 40 }), isOff: fc.boolean() }), {
  maxLength: 6,
});
const deadline = fc.record({ start, limit, pauses, hours: hoursOfOffice, ownDays });
const rowsAround = (begin: number, days: readonly { after: number; isOff: boolean }[]): CalendarRow[] => [
  ...table,
  ...days.map(({ after, isOff }) => ({
    date: new Date((begin + 7 * 60 + after * 1_440) * 60_000).toISOString().slice(0, 10),
    kind: isOff ? "statutory" : "swapped-work",
    nonWorking: isOff,
    status: "official",
  })),
];

const instant = (minutes: number): Date => new Date(minutes * 60_000);
const pausesAfter = (begin: number, list: readonly (readonly [number, number])[]) =>
  list.map(([after, length]) => ({ from: instant(begin + after), to: instant(begin + after + length) }));

describe("due times against a second, minute-by-minute implementation", () => {
  it("never differ", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(deadline, ({ start: begin, limit: [unit, value], pauses: list, hours, ownDays: days }) => {
        const common = { start: instant(begin), unit, value, pauses: pausesAfter(begin, list) };
        const rows = rowsAround(begin, days);
        const fast = dueAt({ ...common, calendar: workCalendar(rows, hours) });
        const slow = naiveDueAt({ ...common, rows, hours });
        expect(fast.toISOString()).toBe(slow.toISOString());
      }),
      { numRuns: 6_000 },
    );
  });
});

describe("a clock paused and resumed step by step", () => {
  it("ends where the whole list of pauses says", () => {
    fc.assert(
      fc.property(deadline, ({ start: begin, limit: [unit, value], pauses: list, hours, ownDays: days }) => {
        const calendar = workCalendar(rowsAround(begin, days), hours);
        const input = { start: instant(begin), unit, value, calendar };
        // One after the other with a minute between: a clock cannot be paused twice at once, and pauses that touch are one.
        let after = begin;
        const inTurn = list.map(([gap, length]) => {
          const from = after + Math.abs(gap) + 1;
          after = from + length;
          return { from: instant(from), to: instant(after) };
        });
        let clock: DeadlineClock & { unit: DeadlineUnit } = {
          state: "running",
          startAt: input.start,
          dueAt: dueAt(input),
          pausedAt: null,
          unit,
        };
        for (const { from, to } of inTurn) clock = resumeClock(pauseClock(clock, from), to, calendar);
        expect(clock.dueAt).toEqual(dueAt({ ...input, pauses: inTurn }));
      }),
      { numRuns: 2_000 },
    );
  });

  it("shows the same time left at the pause and at the resumption of a real-time limit", () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 3_000 }),
        fc.nat(2_999),
        fc.nat(9_000),
        (begin, value, after, length) => {
          fc.pre(after < value);
          const calendar = workCalendar(table);
          const running = {
            state: "running",
            startAt: instant(begin),
            dueAt: instant(begin + value),
            pausedAt: null,
            unit: "minutes",
          } as const;
          const paused = pauseClock<DeadlineClock & { unit: DeadlineUnit }>(running, instant(begin + after));
          const later = instant(begin + after + length);
          expect(timeLeft(paused, later).minutes).toBe(timeLeft(running, instant(begin + after)).minutes);
          const verdict = stopClock(paused, later).state;
          expect(stopClock(resumeClock(paused, later, calendar), later).state).toBe(verdict);
          expect(cancelClock(paused, later).state).toBe("cancelled");
        },
      ),
    );
  });
});
