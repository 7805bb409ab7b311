import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer, confirmEntry, differences, stillToConfirm } from "@/lib/access/administer";
import { askFirst } from "@/lib/access/ask-first";
import { assertFirst } from "@/lib/audit/subject-history";
import { dateOf, dayOf, isoDay } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { Prisma } from "@/lib/generated/prisma/client";
import { forgetDeadlineReference } from "@/lib/organisations/time-limits";
import { citedAsks } from "./cited";
import { kindColumns, pick } from "./columns";
import { holdLimitOf, holdLimits, inRecord, keepHoldLimit } from "./longest-hold";
import { atOnce, successionOf } from "./periods";
import type { confirmInput, kindPeriodInput } from "./schema";

/**
 * A request kind as the law has it from a day on: the period before ends on that day, or is written anew when it was to begin on that
 * very day and has not yet. Requests of before keep what was in force.
 * How long a hold may last goes over into the clocks with it.
 * @throws Problem not-found; changed-meanwhile; invalid at `validFrom`, `legalBases`, `maxHoldValue`.
 */
export async function openKindPeriod(
  actor: Actor,
  input: z.output<typeof kindPeriodInput>,
): Promise<{ periodId: string; code: string }> {
  const result = await administer(actor, "request_kind.new_period", input, async (tx, now) => {
    const old = await find(tx, input.periodId);
    const succession = successionOf(
      { id: old.id, validFrom: isoDay(old.validFrom), validTo: old.validTo && isoDay(old.validTo) },
      input.validFrom,
      dayOf(now),
    );
    if (!succession.ok) throw new Problem("invalid", { fields: { validFrom: succession.code } });
    const { replaces, validTo } = succession;
    const fresh = input.legalBases.filter((basis) => !old.legalBases.includes(basis));
    const cited = await citedAsks(tx, fresh, input.validFrom, "legalBases");
    const { validFrom: from, maxHoldValue: value, maxHoldUnit: unit } = input;
    const limit = value !== undefined && unit ? { unit, value } : null;
    const before = holdLimitOf(old, await holdLimits(tx, old.code), dayOf(now));
    const hold = { from, limit, source: input.source, replaces };
    const maxHold = await keepHoldLimit(tx, actor, old, hold, now);
    const data = pick({ ...input, note: input.note ?? null }, kindColumns);
    const changes = differences(
      { ...old, maxHold: inRecord(before) },
      { ...data, maxHold: inRecord(maxHold) },
    );
    askFirst(input.sure, [...cited, atOnce("kind", from, dayOf(now), { code: old.code, ...changes })]);
    const said = { ...data, maxHold: maxHold ?? Prisma.DbNull, verify: stillToConfirm(old, input.source) };
    const written = await tx.requestKind.updateMany({
      where: { id: old.id, version: input.version },
      data: { ...(replaces ? said : { validTo: dateOf(from) }), version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "request_kind", ids: [old.id] }, written);
    const { id } = replaces
      ? old
      : await tx.requestKind.create({
          data: {
            ...said,
            code: old.code,
            validFrom: dateOf(from),
            validTo: validTo ? dateOf(validTo) : null,
          },
          select: { id: true },
        });
    return {
      result: { periodId: id, code: old.code },
      act: {
        type: replaces ? "request_kind.corrected" : "request_kind.period_opened",
        subjectType: "request_kind",
        subjectId: id,
        changes: {
          code: old.code,
          from,
          ...changes,
        },
      },
    };
  });
  forgetDeadlineReference();
  return result;
}

/** Confirms a kind that was only a default. @throws as `confirmEntry`. */
export const confirmKind = (actor: Actor, input: z.output<typeof confirmInput>) =>
  confirmEntry(actor, input, "request_kind", {
    find,
    write: (tx, where, data) => tx.requestKind.updateMany({ where, data }),
    subject: ({ id }) => ({ type: "request_kind", ids: [id] }),
    about: ({ code }) => ({ changes: { code } }),
  });

async function find(tx: Tx, id: string) {
  const found = /^[0-9a-f-]{36}$/.test(id) ? await tx.requestKind.findUnique({ where: { id } }) : null;
  if (!found) throw new Problem("not-found");
  return found;
}
