import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { endClocks } from "@/lib/clocks/store";
import { dayOf } from "@/lib/day";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { addDays, startOf } from "@/lib/local-days";
import { changeCase } from "./change";
import { extendComplex } from "./clock";
import { isNotice } from "./notices";
import type { markNotifiedInput } from "./schema";

/**
 * A notice that the law asks of a case was sent: its number and day are kept, and its clock ends, in time or late by the moment of saying so.
 * The procuracy's decision on an extension may move the complex limit's end.
 * @throws Problem not-found, not-allowed, changed-meanwhile; not-now when no such clock runs; invalid at `documentDate` for a day to come, at `extendedUntil` beyond what the law gives.
 */
export function markNotified(
  actor: Actor,
  input: z.output<typeof markNotifiedInput>,
): Promise<{ caseId: string; version: number }> {
  return changeCase(actor, "case.mark_notified", "case.markNotified", input, async (tx, found, now) => {
    const clock = await tx.deadline.findFirst({
      where: {
        id: input.deadlineId,
        caseId: found.id,
        requestId: null,
        subject: "CASE_LEGAL",
        state: "running",
      },
      select: { id: true, label: true },
    });
    if (!clock || !isNotice(clock.label)) throw new Problem("not-now");
    if (input.documentDate > dayOf(now))
      throw new Problem("invalid", { fields: { documentDate: "date.future" } });
    const { extendedUntil } = input;
    if (extendedUntil) await assertMayExtend(tx, found.id, clock.label, extendedUntil, input.documentDate);
    await statement(
      tx,
      `insert into case_notice (deadline_id, case_id, document_number, document_date, extended_until, noted_by_id)
        values ($1, $2, $3, $4::date, $5::date, $6)`,
      [clock.id, found.id, input.documentNumber, input.documentDate, extendedUntil ?? null, actor.userId],
    );
    await endClocks(tx, { id: clock.id }, now, "done");
    if (extendedUntil) await extendComplex(tx, found, startOf(addDays(extendedUntil, 1)), now);
    return {
      data: {},
      act: {
        type: "case.notified",
        changes: {
          code: clock.label,
          documentNumber: input.documentNumber,
          date: input.documentDate,
          ...(extendedUntil ? { extendedUntil } : {}),
        },
      },
    };
  });
}

/** @throws Problem invalid at `extendedUntil`: it is no decision on an extension, or longer than the law gives (CPC art. 147 § 2). */
async function assertMayExtend(
  tx: Tx,
  caseId: string,
  label: string,
  until: string,
  decidedOn: string,
): Promise<void> {
  const { rows } = await statement<{ latest: string | null }>(
    tx,
    "select app.latest_case_extension($1)::text as latest",
    [caseId],
  );
  const latest = rows[0]?.latest;
  if (label !== "PROCURACY_DECIDES_EXTENSION" || !latest || until > latest || until < decidedOn)
    throw new Problem("invalid", { fields: { extendedUntil: "date.extendedTooLong" } });
}
