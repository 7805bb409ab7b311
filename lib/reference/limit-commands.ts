import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer, confirmEntry, stillToConfirm } from "@/lib/access/administer";
import { askFirst } from "@/lib/access/ask-first";
import { assertFirst } from "@/lib/audit/subject-history";
import { dateOf, dayOf, isoDay } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { dayNumberOf, dayStart, hourMs, workingDayFrom } from "@/lib/deadlines/calendar";
import type { DeadlineUnit } from "@/lib/deadlines/policy";
import { Problem } from "@/lib/errors";
import type { DeadlinePolicyModel } from "@/lib/generated/prisma/models";
import { forgetDeadlineReference, deadlineReference } from "@/lib/organisations/time-limits";
import { citedAsks, readable } from "./cited";
import { limitCombination, limitTerm, pick } from "./columns";
import { type Limit, limitClash } from "./limit-clash";
import { inRecord } from "./longest-hold";
import { limitFlaw, type LimitSubject, type LimitUnit } from "./limits";
import { atOnce, successionOf } from "./periods";
import type { confirmInput, limitPeriodInput, newLimitInput } from "./schema";

/** Limits are compared as they count from when offices open. */
const opening = 8 * hourMs;

/**
 * A time limit from a day on: the one before ends on that day, or is written anew when it was to begin on that very day and has not yet.
 * Deadlines that already run keep the policy copied into them.
 * @throws Problem not-found; changed-meanwhile; invalid at `validFrom`, `value`, `mostExtension`.
 */
export async function openLimitPeriod(
  actor: Actor,
  input: z.output<typeof limitPeriodInput>,
): Promise<{ policyId: string }> {
  const result = await administer(actor, "deadline_policy.new_period", input, async (tx, now) => {
    const old = await find(tx, input.policyId);
    const succession = successionOf(
      { id: old.id, validFrom: isoDay(old.validFrom), validTo: old.validTo && isoDay(old.validTo) },
      input.validFrom,
      dayOf(now),
    );
    if (!succession.ok) throw new Problem("invalid", { fields: { validFrom: succession.code } });
    const { replaces, validTo } = succession;
    await assertCanBeMet(tx, { subject: old.subject, unit: input.unit, value: input.value }, now);
    assertExtends(old.subject, input.mostExtension);
    const beside = { ...pick(old, limitCombination), ...input, validTo: null };
    await assertStands(tx, beside, replaces ? old.id : undefined);
    const changes = {
      ...forWhat(old),
      ...(await requesterOf(tx, old)),
      limit: [inRecord(old), inRecord(input)],
      ...(old.subject === "ANSWER" ? { mostExtension: [mostOf(old), mostOf(input)] } : {}),
    };
    askFirst(input.sure, [
      ...(await citedAsks(tx, old.legalBasis ? [old.legalBasis] : [], input.validFrom, "legalBasis")),
      atOnce("limit", input.validFrom, dayOf(now), await readable(tx, changes)),
    ]);
    const said = { ...input, note: input.note ?? null, mostExtension: input.mostExtension ?? null };
    const term = { ...pick(said, limitTerm), verify: stillToConfirm(old, input.source) };
    const from = dateOf(input.validFrom);
    const written = await tx.deadlinePolicy.updateMany({
      where: { id: old.id, version: input.version },
      data: { ...(replaces ? term : { validTo: from }), version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "deadline_policy", ids: [old.id] }, written);
    const { id } = replaces
      ? old
      : await tx.deadlinePolicy.create({
          data: {
            ...pick(old, limitCombination),
            ...term,
            validFrom: from,
            validTo: validTo ? dateOf(validTo) : null,
          },
          select: { id: true },
        });
    return {
      result: { policyId: id },
      act: {
        type: replaces ? "deadline_policy.corrected" : "deadline_policy.period_opened",
        subjectType: "deadline_policy",
        subjectId: id,
        changes: {
          ...changes,
          from: input.validFrom,
          source: input.source,
        },
      },
    };
  });
  forgetDeadlineReference();
  return result;
}

/** A limit for a combination that has none yet. @throws Problem invalid at `kindCode` (exists, unknown), `value`, `validFrom`. */
export async function createLimit(
  actor: Actor,
  input: z.output<typeof newLimitInput>,
): Promise<{ policyId: string }> {
  const result = await administer(actor, "deadline_policy.create", input, async (tx, now) => {
    // What is left unsaid holds for every kind, urgency and basis.
    const said = {
      ...input,
      kindCode: input.kindCode ?? null,
      urgency: input.urgency ?? null,
      legalBasis: input.legalBasis ?? null,
      requesterOrgId: input.requesterOrgId ?? null,
      requesterLevel: input.requesterLevel ?? null,
      validTo: input.validTo ?? null,
      note: input.note ?? null,
      mostExtension: input.mostExtension ?? null,
    };
    const combination = pick(said, limitCombination);
    const { subject, kindCode, unit, value, source, validFrom, validTo } = said;
    if (validFrom < dayOf(now)) throw new Problem("invalid", { fields: { validFrom: "admin.errors.past" } });
    if (
      kindCode &&
      subject !== "CASE_LEGAL" &&
      !(await tx.requestKind.findFirst({ where: { code: kindCode }, select: { id: true } }))
    )
      throw new Problem("invalid", { fields: { kindCode: "invalid" } });
    await assertCanBeMet(tx, { subject, unit, value }, now);
    assertExtends(subject, input.mostExtension);
    if (
      said.requesterOrgId &&
      !(await tx.organisation.findFirst({
        where: { id: said.requesterOrgId, kind: "police" },
        select: { id: true },
      }))
    )
      throw new Problem("invalid", { fields: { requesterOrgId: "invalid" } });
    // One at a time: two administrators who add the same combination at once would both find none.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('deadline policy', 0))`;
    const same = await tx.deadlinePolicy.findFirst({
      where: {
        ...combination,
        OR: [{ validTo: null }, { validTo: { gt: dateOf(validFrom) } }],
        ...(validTo ? { validFrom: { lt: dateOf(validTo) } } : {}),
      },
      select: { id: true },
    });
    if (same) throw new Problem("invalid", { fields: { kindCode: "admin.errors.limitExists" } });
    await assertStands(tx, said);
    const changes = {
      ...forWhat(said),
      ...(await requesterOf(tx, said)),
      limit: inRecord(said),
      ...(subject === "ANSWER" ? { mostExtension: mostOf(said) } : {}),
    };
    askFirst(input.sure, [
      ...(await citedAsks(tx, said.legalBasis ? [said.legalBasis] : [], validFrom, "legalBasis")),
      atOnce("limit", validFrom, dayOf(now), await readable(tx, changes)),
    ]);
    const { id } = await tx.deadlinePolicy.create({
      data: {
        ...combination,
        ...pick(said, limitTerm),
        verify: stillToConfirm(null, source),
        validFrom: dateOf(validFrom),
        validTo: validTo ? dateOf(validTo) : null,
      },
      select: { id: true },
    });
    return {
      result: { policyId: id },
      act: {
        type: "deadline_policy.created",
        subjectType: "deadline_policy",
        subjectId: id,
        changes: {
          ...changes,
          from: validFrom,
          source,
        },
      },
    };
  });
  forgetDeadlineReference();
  return result;
}

/** Confirms a limit that was only a default. @throws as `confirmEntry`. */
export async function confirmLimit(actor: Actor, input: z.output<typeof confirmInput>) {
  const result = await confirmEntry(actor, input, "deadline_policy", {
    find,
    write: (tx, where, data) => tx.deadlinePolicy.updateMany({ where, data }),
    subject: ({ id }) => ({ type: "deadline_policy", ids: [id] }),
    about: (found) => ({ changes: forWhat(found) }),
  });
  forgetDeadlineReference();
  return result;
}

/** What a limit is for, as the record and a question tell it; what it holds for all of is left out. */
function forWhat(limit: Pick<DeadlinePolicyModel, "subject" | "kindCode" | "urgency" | "legalBasis">) {
  const { subject, kindCode, urgency, legalBasis } = limit;
  return { subject, kindCode, ...(urgency ? { urgency } : {}), ...(legalBasis ? { legalBasis } : {}) };
}

async function requesterOf(
  tx: Tx,
  { requesterOrgId, requesterLevel }: Pick<DeadlinePolicyModel, "requesterOrgId" | "requesterLevel">,
) {
  if (requesterLevel) return { level: requesterLevel };
  if (!requesterOrgId) return {};
  const { shortName } = await tx.organisation.findUniqueOrThrow({
    where: { id: requesterOrgId },
    select: { shortName: true },
  });
  return { organisation: shortName };
}

const mostOf = (limit: { mostExtension?: number | null; value: number; unit: string }) =>
  `${limit.mostExtension ?? limit.value} ${limit.unit}`;

/** More time is given for answers alone. @throws Problem invalid at `mostExtension`. */
function assertExtends(subject: LimitSubject, mostExtension: number | undefined): void {
  if (mostExtension !== undefined && subject !== "ANSWER")
    throw new Problem("invalid", { fields: { mostExtension: "admin.errors.extendsAnswers" } });
}

async function assertCanBeMet(
  tx: Tx,
  limit: { subject: LimitSubject; unit: LimitUnit; value: number },
  now: Date,
): Promise<void> {
  const { calendarOf } = await deadlineReference(tx);
  const flaw = limitFlaw(limit, now, calendarOf(""));
  if (flaw) throw new Problem("invalid", { fields: { value: `admin.errors.${flaw}` } });
}

/** Beside the others, but the one it stands in the place of, on the first working day it is kept: @throws Problem "invalid" at the field. See {@link limitClash}. */
async function assertStands(
  tx: Tx,
  limit: Omit<Limit, "id" | "validFrom" | "validTo" | "verify" | "emergencyOf"> & {
    validFrom: string;
    validTo: string | null;
  },
  replaced?: string,
): Promise<void> {
  const calendar = (await deadlineReference(tx)).calendarOf("");
  const kinds = await tx.requestKind.findMany({ select: { code: true }, distinct: ["code"] });
  const rows = await tx.deadlinePolicy.findMany();
  const others = rows
    .filter(({ id }) => id !== replaced)
    .map((row) => ({ ...row, unit: row.unit as DeadlineUnit, emergencyOf: null }));
  // What the law asks of a case is named by limits alone.
  const codes =
    limit.subject === "CASE_LEGAL"
      ? rows.flatMap(({ subject, kindCode }) => (subject === "CASE_LEGAL" && kindCode) || [])
      : kinds.map(({ code }) => code);
  const first = dayStart(workingDayFrom(calendar, dayNumberOf(limit.validFrom)));
  const kept = {
    ...limit,
    id: "",
    verify: true,
    emergencyOf: null,
    validFrom: dateOf(limit.validFrom),
    validTo: null,
  };
  const clash = limitClash(kept, others, [...new Set(codes)], new Date(first + opening), calendar);
  if (clash) throw new Problem("invalid", { fields: { [clash.field]: `admin.errors.${clash.code}` } });
}

async function find(tx: Tx, id: string) {
  const found = /^[0-9a-f-]{36}$/.test(id) ? await tx.deadlinePolicy.findUnique({ where: { id } }) : null;
  if (!found) throw new Problem("not-found");
  return found;
}
