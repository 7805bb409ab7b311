import { randomUUID } from "node:crypto";
import { asSystem, databaseNow, statement, type Tx } from "@/lib/db";
import { oneByOne } from "@/lib/jobs/one-by-one";
import { notify } from "@/lib/notices/notify";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { claimDue, type Claimed, ladderRows, source } from "./claim";
import { planSteps, type Step, stepsDue } from "./plan";
import { type Directory, directoryFor } from "./recipients";
import { isOutside } from "./rungs";
import { type Fired, writeEscalations, writeEvents, writeSteps } from "./step-rows";
import { wordsOf } from "./step-words";

/** So many clocks share a transaction, and one run takes so many of those; the next run, five seconds later, goes on. */
const atOnce = 200;
const batches = 25;

/**
 * Fires every reminder, breach and step of the ladder that is due, each once: the step's row, its words and its event stand or fall
 * together, and the row's key refuses a second one. Any number of workers may run it at once. A clock whose steps cannot be taken is set
 * aside and holds up no other. `clock` gives the instant (the database's; tests bring their own). Returns how many steps told somebody.
 */
export async function fireSteps(clock: (tx: Tx) => Promise<Date> = databaseNow): Promise<number> {
  let told = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    const { fired, isFull } = await asSystem((tx) => fireBatch(tx, clock));
    told += fired;
    if (!isFull) break;
  }
  return told;
}

async function fireBatch(
  tx: Tx,
  clockOf: (tx: Tx) => Promise<Date>,
): Promise<{ fired: number; isFull: boolean }> {
  const now = await clockOf(tx);
  const { clocks, isFull } = await claimDue(tx, now, atOnce);
  if (clocks.length === 0) return { fired: 0, isFull: false };
  const rows = await ladderRows(tx);
  const { calendarOf } = await deadlineReference(tx);
  let told = 0;
  await oneByOne(
    tx,
    source,
    clocks,
    async (some) => {
      const directory = await directoryFor(tx, some, now);
      const steps: Fired[] = [];
      const next: (Date | null)[] = [];
      for (const clock of some) {
        const pauses = clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
        const plan = planSteps({ ...clock, pauses }, rows, calendarOf(clock.ownerOrgId));
        const due = stepsDue(plan, new Set(clock.done), clock, now);
        next.push(due.nextAt);
        for (const { step, why } of due.skip) steps.push({ ...blank(clock, step), skipped: why });
        for (const step of due.fire) steps.push(aim(directory, clock, step));
      }
      told += await take(tx, some, steps, next, now);
    },
    now,
  );
  return { fired: told, isFull };
}

/** Writes down what is new among the steps, tells of it, and says when to look again. Returns how many told somebody. */
async function take(
  tx: Tx,
  clocks: readonly Claimed[],
  steps: readonly Fired[],
  next: readonly (Date | null)[],
  now: Date,
): Promise<number> {
  const fresh = await writeSteps(tx, steps, now);
  await notify(tx, fresh.flatMap(wordsOf));
  await writeEscalations(tx, fresh, now);
  await statement(
    tx,
    `update deadline d set next_step_at = n.at from unnest($1::uuid[], $2::timestamptz[]) as n (id, at) where d.id = n.id and d.state = 'running'`,
    [clocks.map(({ id }) => id), next],
  );
  await writeEvents(tx, fresh);
  return fresh.filter(({ skipped }) => skipped === null).length;
}

const blank = (clock: Claimed, step: Step): Fired => ({
  id: randomUUID(),
  clock,
  step,
  skipped: null,
  toOrgId: null,
  to: [],
});

function aim({ reach, askers }: Directory, clock: Claimed, step: Step): Fired {
  const fired = blank(clock, step);
  // Of a sealed case nobody outside its parties learns anything.
  if (isOutside(step.rung) && clock.restricted) return { ...fired, skipped: "sealed" };
  const reached = reach(clock, step.recipient);
  if (!reached) return { ...fired, skipped: "nobody" };
  // That the end passed is told to both sides.
  const others = step.rung === "breach" && clock.ownerOrgId !== clock.requesterOrgId ? askers(clock) : [];
  return { ...fired, toOrgId: reached.orgId, to: [...new Set([...reached.memberIds, ...others])] };
}
