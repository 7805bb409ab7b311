import { mkdirSync, writeFileSync } from "node:fs";
import holidayTable from "../prisma/data/holidays.json";
import { everyWeekday, ordinaryHours, workCalendar } from "../lib/deadlines/calendar";
import { dueAt, type DueInput } from "../lib/deadlines/due";
import type { DeadlineUnit } from "../lib/deadlines/policy";

/**
 * `npm run bench:deadlines`: due instants per second on one core over a mixed sample: every unit, limits from minutes to half a year,
 * three offices' hours, a third of them paused once or twice. Ends with 1 below the bar.
 */
const bar = 50_000;
const sampleSize = 20_000;
const rounds = 25;

/** The same sample on every machine (a linear congruence, as in Numerical Recipes). */
let seed = 4;
const random = (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;

const rows = holidayTable.holidays;
const early = everyWeekday([
  { from: 450, to: 690 },
  { from: 780, to: 1_020 },
]);
const saturdays = {
  ...ordinaryHours,
  weekdays: [...ordinaryHours.weekdays.slice(0, 6), [{ from: 480, to: 720 }]],
};
const calendars = [ordinaryHours, early, saturdays].map((hours) => workCalendar(rows, hours));
const limits: readonly [DeadlineUnit, number][] = [
  ["minutes", 120],
  ["hours", 72],
  ["working-hours", 80],
  ["working-days", 60],
  ["calendar-days", 90],
  ["months", 6],
];
const first = Date.parse("2025-01-01T00:00:00Z");
const minute = 60_000;

const sample: DueInput[] = Array.from({ length: sampleSize }, () => {
  const [unit, longest] = pick(limits);
  const start = first + random(1_400_000) * minute;
  const pauses = Array.from({ length: Math.max(0, random(6) - 3) }, () => {
    const from = start + random(20_000) * minute;
    return { from: new Date(from), to: new Date(from + random(9_000) * minute) };
  });
  return { start: new Date(start), unit, value: 1 + random(longest), calendar: pick(calendars), pauses };
});

let last = 0;
const run = () => {
  for (const input of sample) last = dueAt(input).getTime();
};
run(); // warm
const rates = Array.from({ length: rounds }, () => {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return sampleSize / ((user + system) / 1_000_000);
}).sort((left, right) => left - right);
const perSecond = Math.round(rates[Math.floor(rounds / 2)]!);
const paused = sample.filter(({ pauses }) => pauses!.length > 0).length;

console.log(
  `${perSecond.toLocaleString("en")} due instants per second of processor time (median of ${rounds} rounds)`,
);
console.log(`${sampleSize} cases, ${paused} of them paused; the last ends ${new Date(last).toISOString()}`);
mkdirSync("bench/results", { recursive: true });
const result = { at: new Date().toISOString(), bar, perSecond, cases: sampleSize, paused };
writeFileSync("bench/results/deadlines.json", `${JSON.stringify(result, null, 2)}\n`);
if (perSecond < bar) console.log("MISSED");
process.exitCode = perSecond >= bar ? 0 : 1;
