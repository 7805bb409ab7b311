import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workCalendar } from "@/lib/deadlines/calendar";
import { dueAt } from "@/lib/deadlines/due";
import { type Climbing, type LadderRow, planSteps, rowsFor, stepsDue } from "./plan";

const calendar = workCalendar([]);
const always = { validFrom: new Date(0), validTo: null, enabled: true, subject: "ANSWER", urgency: null };
const rows: LadderRow[] = [
  { ...always, rung: "first_reminder", share: 50, minutesAfter: null, recipient: "owner" },
  { ...always, rung: "second_reminder", share: 80, minutesAfter: null, recipient: "owner" },
  { ...always, rung: "breach", share: 100, minutesAfter: null, recipient: "owner" },
  { ...always, rung: "manager", share: null, minutesAfter: 30, recipient: "manager" },
  { ...always, rung: "head", share: null, minutesAfter: 120, recipient: "head" },
];
const local = (text: string) => new Date(`${text}+07:00`);
const clock = (over: Partial<Climbing> = {}): Climbing => ({
  subject: "ANSWER",
  urgency: "emergency",
  startsAt: local("2026-11-20T10:00"),
  dueAt: local("2026-11-20T11:00"),
  dueSince: null,
  unit: "minutes",
  pauses: [],
  ...over,
});
const times = (of: Climbing) =>
  planSteps(of, rows, calendar).map(({ rung, at }) => [
    rung,
    new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16),
  ]);

describe("when the steps are due", () => {
  it("of sixty minutes: half, four fifths, the end, and minutes after it", () =>
    expect(times(clock())).toEqual([
      ["first_reminder", "2026-11-20T10:30"],
      ["second_reminder", "2026-11-20T10:48"],
      ["breach", "2026-11-20T11:00"],
      ["manager", "2026-11-20T11:30"],
      ["head", "2026-11-20T13:00"],
    ]));

  it("of working hours: shares of working time, over lunch and the weekend", () => {
    const startsAt = local("2026-11-20T15:00");
    const due = dueAt({ start: startsAt, unit: "working-hours", value: 4, calendar });
    expect(times(clock({ startsAt, dueAt: due, unit: "working-hours" }))).toEqual([
      ["first_reminder", "2026-11-20T17:00"],
      ["second_reminder", "2026-11-23T09:12"],
      ["breach", "2026-11-23T10:00"],
      ["manager", "2026-11-23T10:30"],
      ["head", "2026-11-23T12:00"],
    ]);
  });

  it("after a pause: the share that was left is left", () =>
    expect(
      times(
        clock({
          dueAt: local("2026-11-20T12:00"),
          pauses: [{ from: local("2026-11-20T10:20"), to: local("2026-11-20T11:20") }],
        }),
      ).slice(0, 3),
    ).toEqual([
      ["first_reminder", "2026-11-20T11:30"],
      ["second_reminder", "2026-11-20T11:48"],
      ["breach", "2026-11-20T12:00"],
    ]));

  it("a pause that began late holds the ladder, not the end", () =>
    expect(
      times(clock({ pauses: [{ from: local("2026-11-20T11:10"), to: local("2026-11-20T12:10") }] })).slice(2),
    ).toEqual([
      ["breach", "2026-11-20T11:00"],
      ["manager", "2026-11-20T12:30"],
      ["head", "2026-11-20T14:00"],
    ]));
});

describe("which rows hold", () => {
  it("those of the clock's urgency, as they were when it began", () => {
    const changed: LadderRow[] = [
      ...rows.map((row) => (row.rung === "manager" ? { ...row, validTo: local("2026-11-20T12:00") } : row)),
      { ...rows[3]!, minutesAfter: 5, validFrom: local("2026-11-20T12:00") },
      { ...rows[4]!, urgency: "emergency", enabled: false },
    ];
    const held = (startsAt: Date) =>
      rowsFor(changed, clock({ startsAt })).map((row) => [row.rung, row.minutesAfter]);
    expect(held(local("2026-11-20T10:00")).at(-1)).toEqual(["manager", 30]);
    expect(held(local("2026-11-20T12:00")).at(-1)).toEqual(["manager", 5]);
  });
});

describe("what is due", () => {
  const plan = planSteps(clock(), rows, calendar);
  const at = (text: string, done: string[] = [], dueSince: Date | null = null) => {
    const { fire, skip, nextAt } = stepsDue(
      plan,
      new Set(done),
      clock({ dueSince }),
      local(`2026-11-20T${text}`),
    );
    return [fire.map(({ rung }) => rung), skip.map(({ step, why }) => `${step.rung} ${why}`), nextAt];
  };
  it("before anything: nothing, and when to look again", () =>
    expect(at("10:29")).toEqual([[], [], local("2026-11-20T10:30")]));
  it("a reminder at its instant", () =>
    expect(at("10:30")).toEqual([["first_reminder"], [], local("2026-11-20T10:48")]));
  it("after an outage only the last reminder", () =>
    expect(at("10:50")).toEqual([
      ["second_reminder"],
      ["first_reminder overtaken"],
      local("2026-11-20T11:00"),
    ]));
  it("after a long one no reminder any more, and each step from the end on in order", () =>
    expect(at("12:00", ["first_reminder"])).toEqual([
      ["breach", "manager"],
      ["second_reminder overtaken"],
      local("2026-11-20T13:00"),
    ]));
  it("what lay before the end was moved is not told again", () =>
    expect(at("10:50", [], local("2026-11-20T10:49"))).toEqual([
      [],
      ["first_reminder earlier", "second_reminder earlier"],
      local("2026-11-20T11:00"),
    ]));
  it("nothing when all is done", () =>
    expect(at("23:00", ["first_reminder", "second_reminder", "breach", "manager", "head"])).toEqual([
      [],
      [],
      null,
    ]));

  it("each step once and none forgotten, whenever the sweep looks", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -10, max: 400 }), { minLength: 1, maxLength: 30 }),
        (minutes) => {
          const done = new Set<string>();
          const told: string[] = [];
          // The clock may jump to and fro.
          for (const minute of [...minutes, 400]) {
            const now = new Date(clock().startsAt.getTime() + minute * 60_000);
            const { fire, skip } = stepsDue(plan, done, clock(), now);
            for (const { rung } of fire) {
              expect(done.has(rung)).toBe(false);
              told.push(rung);
            }
            for (const { rung } of [...fire, ...skip.map(({ step }) => step)]) done.add(rung);
          }
          expect(done.size).toBe(5);
          expect(told.slice(-3)).toEqual(["breach", "manager", "head"]);
        },
      ),
    ));
});
