import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { actsOn, type SubjectAct } from "@/lib/audit/subject-history";
import { dayOf, isoDay, isoDayOrNull } from "@/lib/day";
import { asActor } from "@/lib/db";
import type { DeadlinePolicyModel, RequestKindModel } from "@/lib/generated/prisma/models";
import { kindColumns, pick } from "./columns";
import { holdLimitOf, holdLimits } from "./longest-hold";
import { inForce } from "./periods";
import type { KindPeriod } from "./types";

/**
 * Request kinds as they stand today, by name; of those that wait for their confirmation also the periods to come. Other periods stand
 * on the page of their kind. @throws Problem not-allowed.
 */
export function listKinds(actor: Actor, only?: "open"): Promise<KindPeriod[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const today = dayOf(new Date());
    const limits = await holdLimits(tx);
    const rows = (await tx.requestKind.findMany({ orderBy: [{ validFrom: "asc" }] })).map((row) =>
      periodOf(row, limits, today),
    );
    const isShown = ({ isCurrent, verify, validTo }: KindPeriod) =>
      only === "open" ? verify && (validTo === null || validTo > today) : isCurrent;
    return rows.filter(isShown).sort((a, b) => a.nameVi.localeCompare(b.nameVi, "vi"));
  });
}

/** All periods of one kind, newest first, and what was done to them; null for an unknown code. */
export function getKind(
  actor: Actor,
  code: string,
): Promise<{ periods: KindPeriod[]; acts: SubjectAct[] } | null> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const rows = await tx.requestKind.findMany({ where: { code }, orderBy: { validFrom: "desc" } });
    if (rows.length === 0) return null;
    const today = dayOf(new Date());
    const limits = await holdLimits(tx, code);
    return {
      periods: rows.map((row) => periodOf(row, limits, today)),
      acts: await actsOn(tx, actor, [{ type: "request_kind", ids: rows.map(({ id }) => id) }]),
    };
  });
}

function periodOf(row: RequestKindModel, limits: readonly DeadlinePolicyModel[], today: string): KindPeriod {
  const period = { validFrom: isoDay(row.validFrom), validTo: isoDayOrNull(row.validTo) };
  return {
    ...pick(row, ["id", "code", "verify", "version", ...kindColumns]),
    maxHold: holdLimitOf(row, limits, today),
    ...period,
    isCurrent: inForce(period, today),
  };
}
