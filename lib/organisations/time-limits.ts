import { dayOf, isoDay } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { ordinaryHours, type OfficeHours, type WorkCalendar, workCalendar } from "@/lib/deadlines/calendar";
import type { DeadlinePolicy, DeadlineUnit } from "@/lib/deadlines/policy";

type Policy = DeadlinePolicy & { note: string | null; source: string; mostExtension: number | null };
type Reference = { policies: Policy[]; calendarOf: (organisationId: string) => WorkCalendar };

// Reference rows change a few times a year and are asked for by every signature: one minute of memory per process.
const keptMs = 60_000;
let kept: { at: number; value: Promise<Reference> } | undefined;

/** Policies, holidays and office hours in force, as pure values. A change by an administrator is seen within a minute. */
export function deadlineReference(tx: Tx): Promise<Reference> {
  if (!kept || Date.now() - kept.at > keptMs) {
    const value = load(tx);
    kept = { at: Date.now(), value };
    value.catch(() => (kept = undefined));
  }
  return kept.value;
}

/** After an administrator's change in this process. */
export function forgetDeadlineReference(): void {
  kept = undefined;
}

async function load(tx: Tx): Promise<Reference> {
  const rows = await tx.deadlinePolicy.findMany();
  const holidays = await tx.holiday.findMany();
  const hours = await tx.officeCalendar.findMany();
  const days = holidays.map(({ date, kind, nonWorking, status }) => ({
    date: isoDay(date),
    kind,
    nonWorking,
    status,
  }));
  // Hours are in force from a day on, and days begin at midnight in Viet Nam.
  const today = dayOf(new Date());
  const inForce = hours.filter(
    ({ validFrom, validTo }) => isoDay(validFrom) <= today && (validTo === null || today < isoDay(validTo)),
  );
  const common = inForce.find(({ organisationId }) => organisationId === null);
  const ordinary = workCalendar(days, common ? (common.windows as unknown as OfficeHours) : ordinaryHours);
  const own = new Map(
    inForce.flatMap(({ organisationId, windows }) =>
      organisationId
        ? [[organisationId, workCalendar(days, windows as unknown as OfficeHours)] as const]
        : [],
    ),
  );
  return {
    policies: rows.map((row) => ({ ...row, unit: row.unit as DeadlineUnit, emergencyOf: null })),
    calendarOf: (organisationId) => own.get(organisationId) ?? ordinary,
  };
}
