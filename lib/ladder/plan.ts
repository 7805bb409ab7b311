import type { WorkCalendar } from "@/lib/deadlines/calendar";
import { minuteMs } from "@/lib/deadlines/calendar";
import type { Pause } from "@/lib/deadlines/due";
import type { DeadlineUnit } from "@/lib/deadlines/policy";
import { addWorkingMs, workingMsBetween } from "@/lib/deadlines/working-time";
import { isReminder, type Recipient, type Rung, rungs, type Skipped } from "./rungs";

/** A row of the ladder's policy, as the table has it. Instants UTC; `share` percent, `minutesAfter` minutes after the end. */
export type LadderRow = {
  subject: string;
  urgency: string | null;
  rung: Rung;
  share: number | null;
  minutesAfter: number | null;
  recipient: Recipient;
  enabled: boolean;
  validFrom: Date;
  validTo: Date | null;
};

/** What of a clock its steps are planned by. Pauses are those that ended, in order. */
export type Climbing = {
  subject: string;
  urgency: string;
  startsAt: Date;
  dueAt: Date;
  /** Since when it ends then; null for a clock whose end never moved. */
  dueSince: Date | null;
  unit: DeadlineUnit;
  pauses: readonly Pause[];
};

/** `share` percent of the span; null for what comes after the end. */
export type Step = { rung: Rung; at: Date; recipient: Recipient; share: number | null };

/** The rows that hold for a clock: in force when it began, one for each rung, that of its urgency before that of all. */
export function rowsFor(
  rows: readonly LadderRow[],
  clock: Pick<Climbing, "subject" | "urgency" | "startsAt">,
): LadderRow[] {
  const inForce = rows.filter(
    ({ subject, urgency, validFrom, validTo }) =>
      subject === clock.subject &&
      (urgency === null || urgency === clock.urgency) &&
      validFrom <= clock.startsAt &&
      (validTo === null || clock.startsAt < validTo),
  );
  return rungs.flatMap((rung) => {
    const ofRung = inForce.filter((row) => row.rung === rung);
    const row = ofRung.find(({ urgency }) => urgency !== null) ?? ofRung[0];
    return row?.enabled ? [row] : [];
  });
}

/**
 * When each step of a clock is due: shares of its time as that time is counted (working time for working units, pauses left out), and
 * minutes after its end counted in the same way.
 */
export function planSteps(clock: Climbing, rows: readonly LadderRow[], calendar: WorkCalendar): Step[] {
  const time = countedIn(clock.unit, calendar);
  const pauses = clock.pauses.map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() }));
  const [start, due] = [clock.startsAt.getTime(), clock.dueAt.getTime()];
  const within = pauses.filter(({ from }) => from < due);
  const rested = within.reduce(
    (sum, { from, to }) => sum + time.between(Math.max(from, start), Math.min(to, due)),
    0,
  );
  const span = Math.max(0, time.between(start, due) - rested);
  return rowsFor(rows, clock)
    .map(({ rung, share, minutesAfter, recipient }) => ({
      rung,
      recipient,
      share,
      at:
        share === 100
          ? clock.dueAt
          : share !== null
            ? new Date(after(time, start, (span * share) / 100, within))
            : new Date(after(time, due, (minutesAfter ?? 0) * minuteMs, pauses)),
    }))
    .sort((left, right) => left.at.getTime() - right.at.getTime() || order(left) - order(right));
}

const order = ({ rung }: Step) => rungs.indexOf(rung);

type Time = { between: (from: number, to: number) => number; add: (from: number, amount: number) => number };

function countedIn(unit: DeadlineUnit, calendar: WorkCalendar): Time {
  if (unit === "working-hours" || unit === "working-days")
    return {
      between: (from, to) => workingMsBetween(calendar, from, to),
      add: (from, amount) => addWorkingMs(calendar, from, amount),
    };
  return { between: (from, to) => Math.max(0, to - from), add: (from, amount) => from + amount };
}

/** The instant at which `amount` of counted time has passed since `from`, the pauses standing still. */
function after(
  time: Time,
  from: number,
  amount: number,
  pauses: readonly { from: number; to: number }[],
): number {
  let [cursor, left] = [from, amount];
  for (const pause of pauses) {
    if (pause.to <= cursor) continue;
    const before = time.between(cursor, Math.max(cursor, pause.from));
    if (left <= before) break;
    left -= before;
    cursor = pause.to;
  }
  return Math.floor(time.add(cursor, left));
}

export type Due = { fire: Step[]; skip: { step: Step; why: Skipped }[]; nextAt: Date | null };

/**
 * What is to be done about a clock at `now`. Of reminders whose time passed only the last is told, and none once the clock is late;
 * none that lay before the clock's end was moved. From the end on every step is told, each once, in order.
 */
export function stepsDue(
  plan: readonly Step[],
  done: ReadonlySet<string>,
  clock: Pick<Climbing, "dueAt" | "dueSince">,
  now: Date,
): Due {
  const open = plan.filter(({ rung }) => !done.has(rung));
  const passed = open.filter(({ at }) => at <= now);
  const coming = open.find(({ at }) => at > now);
  const isEarlier = ({ at }: Step) => clock.dueSince !== null && at <= clock.dueSince;
  const last =
    now < clock.dueAt ? passed.findLast((step) => isReminder(step.rung) && !isEarlier(step)) : null;
  const due: Due = { fire: [], skip: [], nextAt: coming?.at ?? null };
  for (const step of passed) {
    if (!isReminder(step.rung) || step === last) due.fire.push(step);
    else due.skip.push({ step, why: isEarlier(step) ? "earlier" : "overtaken" });
  }
  return due;
}
