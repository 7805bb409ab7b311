import type { Actor } from "@/lib/access/actor";
import { stillToConfirm } from "@/lib/access/administer";
import { record } from "@/lib/audit/record";
import { dateOf, dayOf, isoDay } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { DeadlinePolicyModel, RequestKindModel } from "@/lib/generated/prisma/models";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { limitFlaw, type HoldLimit } from "./limits";
import { inForce } from "./periods";

/**
 * How long a provisional hold may last (AML law 2022 art. 44, to be confirmed) stands twice: in the register of kinds for people
 * to read, and as a time limit for the clocks to count by. An administrator may begin at either; here they are kept one.
 */
const subject = "SUSPENSION_MAX";
type Figure = { value: number; unit: string };
type Kind = Pick<RequestKindModel, "code" | "maxHold" | "validFrom" | "validTo">;

/** The general limits of kinds, oldest first; narrower ones, by urgency or legal basis, are the limits page's own. */
export function holdLimits(tx: Tx, kindCode?: string): Promise<DeadlinePolicyModel[]> {
  const general = {
    subject,
    urgency: null,
    legalBasis: null,
    specialisedOnly: false,
    requesterOrgId: null,
    requesterLevel: null,
  } as const;
  return tx.deadlinePolicy.findMany({
    where: kindCode ? { ...general, kindCode } : general,
    orderBy: { validFrom: "asc" },
  });
}

const periodOf = ({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }) => ({
  validFrom: isoDay(validFrom),
  validTo: validTo && isoDay(validTo),
});
const onDay = (limits: readonly DeadlinePolicyModel[], kindCode: string, day: string) =>
  limits.find((limit) => limit.kindCode === kindCode && inForce(periodOf(limit), day));
const figureOf = ({ unit, value }: { unit: string; value: number }) => ({ unit, value }) as HoldLimit;
const same = (a: HoldLimit | null, b: HoldLimit) => a?.unit === b.unit && a.value === b.value;
/** A figure as the record keeps it: `3 working-days`. */
export function inRecord(limit: Figure): string;
export function inRecord(limit: Figure | null): string | null;
export function inRecord(limit: Figure | null): string | null {
  return limit && `${limit.value} ${limit.unit}`;
}

/** What the clocks count by in a period of a kind: today in the present one, on its first day in any other. Null: it holds nothing. */
export function holdLimitOf(
  kind: Kind,
  limits: readonly DeadlinePolicyModel[],
  today: string,
): HoldLimit | null {
  if (!kind.maxHold) return null;
  const period = periodOf(kind);
  const limit = onDay(limits, kind.code, inForce(period, today) ? today : period.validFrom);
  return limit ? figureOf(limit) : (kind.maxHold as HoldLimit);
}

/**
 * Takes the figure of a kind's new period over into the clocks, from that day on, and gives back what the register shall say. A
 * figure left as it was shown changes nothing: a limit that was set for a later day stays. `replaces`: the period was to begin on that day
 * and is written anew, so is a limit that was to begin with it.
 * @throws Problem invalid at `maxHoldValue` (missing, out of place, cannot stand, set otherwise for that day); changed-meanwhile.
 */
export async function keepHoldLimit(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  to: { from: string; limit: HoldLimit | null; source: string; replaces: boolean },
  now: Date,
): Promise<HoldLimit | null> {
  const { from, limit, source, replaces } = to;
  const refuse = (message: string) => new Problem("invalid", { fields: { maxHoldValue: message } });
  // Whether a kind holds provisionally is how it is built; how long is the administrator's.
  if (!kind.maxHold && !limit) return null;
  if (!kind.maxHold || !limit) throw refuse(limit ? "invalid" : "required");
  // One at a time, as for a limit that is entered on its own page.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('deadline policy', 0))`;
  const limits = await holdLimits(tx, kind.code);
  const old = onDay(limits, kind.code, from);
  if (same(holdLimitOf(kind, limits, dayOf(now)), limit)) return old ? figureOf(old) : limit;
  const flaw = limitFlaw({ subject, ...limit }, now, (await deadlineReference(tx)).calendarOf(""));
  if (flaw) throw refuse(`admin.errors.${flaw}`);
  if (old && same(figureOf(old), limit)) return limit;
  const begins = old !== undefined && isoDay(old.validFrom) === from;
  if (begins && !replaces) throw refuse("admin.errors.limitExists");
  const term = { ...limit, source, verify: stillToConfirm(old ?? null, source) };
  if (old) {
    const { count } = await tx.deadlinePolicy.updateMany({
      where: { id: old.id, version: old.version },
      data: { ...(begins ? term : { validTo: dateOf(from) }), version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("changed-meanwhile");
  }
  const later = limits.find(({ validFrom }) => isoDay(validFrom) > from);
  const { id } = begins
    ? old
    : await tx.deadlinePolicy.create({
        data: {
          subject,
          kindCode: kind.code,
          ...term,
          validFrom: dateOf(from),
          validTo: old ? old.validTo : (later?.validFrom ?? null),
        },
        select: { id: true },
      });
  await record(tx, actor, {
    type: begins ? "deadline_policy.corrected" : "deadline_policy.period_opened",
    subjectType: "deadline_policy",
    subjectId: id,
    changes: {
      subject,
      kindCode: kind.code,
      from,
      limit: [inRecord(old ? figureOf(old) : null), inRecord(limit)],
      source,
    },
  });
  return limit;
}
