import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { actsOn, type SubjectAct } from "@/lib/audit/subject-history";
import { dayOf, isoDay, isoDayOrNull } from "@/lib/day";
import { asActor, type Tx } from "@/lib/db";
import type { WorkCalendar } from "@/lib/deadlines/calendar";
import type { DeadlineUnit } from "@/lib/deadlines/policy";
import type { DeadlinePolicyModel } from "@/lib/generated/prisma/models";
import { startOf } from "@/lib/local-days";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { limitCombination, limitTerm, pick } from "./columns";
import { dueOrNull } from "./limits";
import { inForce } from "./periods";
import type { LimitRow } from "./types";

/** Time limits in force or to come, with the end each would give if it began now, or on its first day. */
export function listLimits(actor: Actor, only?: "open"): Promise<LimitRow[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const rows = await limitRows(
      tx,
      await tx.deadlinePolicy.findMany({
        orderBy: [{ subject: "asc" }, { kindCode: "asc" }, { validFrom: "asc" }, { id: "asc" }],
      }),
    );
    const today = dayOf(new Date());
    return rows.filter(
      ({ validTo, verify }) => (validTo === null || validTo > today) && (verify || only !== "open"),
    );
  });
}

/** One limit with the other periods of the same combination, newest first; null when there is none. */
export function getLimit(
  actor: Actor,
  id: string,
): Promise<{ limit: LimitRow; periods: LimitRow[]; acts: SubjectAct[] } | null> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const found = await tx.deadlinePolicy.findUnique({ where: { id } });
    if (!found) return null;
    const periods = await limitRows(
      tx,
      await tx.deadlinePolicy.findMany({
        where: pick(found, limitCombination),
        orderBy: { validFrom: "desc" },
      }),
    );
    const limit = periods.find((period) => period.id === id)!;
    return {
      limit,
      periods,
      acts: await actsOn(tx, actor, [{ type: "deadline_policy", ids: periods.map((period) => period.id) }]),
    };
  });
}

async function limitRows(tx: Tx, policies: DeadlinePolicyModel[]): Promise<LimitRow[]> {
  const { calendarOf } = await deadlineReference(tx);
  const kinds = await tx.requestKind.findMany({
    select: { code: true, nameVi: true, nameEn: true },
    orderBy: { validFrom: "asc" },
  });
  const names = new Map(kinds.map((kind) => [kind.code, kind]));
  const units = await tx.organisation.findMany({
    where: { id: { in: policies.flatMap(({ requesterOrgId }) => requesterOrgId ?? []) } },
    select: { id: true, shortName: true },
  });
  const unitNames = new Map(units.map(({ id, shortName }) => [id, shortName]));
  const now = new Date();
  return policies.map((policy) => ({
    ...limitRow(policy, names, calendarOf(""), now),
    requester: (policy.requesterOrgId && unitNames.get(policy.requesterOrgId)) || null,
  }));
}

function limitRow(
  row: DeadlinePolicyModel,
  names: Map<string, { nameVi: string; nameEn: string }>,
  calendar: WorkCalendar,
  now: Date,
): Omit<LimitRow, "requester"> {
  const { kindCode, unit, value } = row;
  const period = { validFrom: isoDay(row.validFrom), validTo: isoDayOrNull(row.validTo) };
  const kind = kindCode ? names.get(kindCode) : undefined;
  return {
    ...pick(row, ["id", "verify", "version", ...limitCombination, ...limitTerm]),
    ...period,
    kindNameVi: kind?.nameVi ?? null,
    kindNameEn: kind?.nameEn ?? null,
    isCurrent: inForce(period, dayOf(now)),
    dueIfNow:
      dueOrNull(
        { unit: unit as DeadlineUnit, value },
        startFor(period.validFrom, now),
        calendar,
      )?.toISOString() ?? null,
  };
}

/** Now, or the beginning of a day that is yet to come. */
const startFor = (validFrom: string, now: Date) => (validFrom > dayOf(now) ? startOf(validFrom) : now);

/**
 * When a limit would end that begins on its first day, or now where that day has come: for the form beside which it is shown
 * (ISO, UTC); `due` is null when it is out of range.
 */
export function previewLimit(
  actor: Actor,
  { validFrom, ...limit }: { unit: DeadlineUnit; value: number; validFrom: string },
): Promise<{ start: string; due: string | null }> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const now = new Date();
    const start = startFor(validFrom, now);
    const due = dueOrNull(limit, start, (await deadlineReference(tx)).calendarOf(""));
    return { start: start.toISOString(), due: due?.toISOString() ?? null };
  });
}
