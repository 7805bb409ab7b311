import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { endClocks } from "@/lib/clocks/store";
import { dayOf } from "@/lib/day";
import { statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { changeCase } from "./change";
import { isNotice } from "./notices";
import type { markNotifiedInput } from "./schema";

/**
 * A notice that the law asks of a case was sent: its number and day are kept, and its clock ends, in time or late by the moment of saying so.
 * @throws Problem not-found, not-allowed, changed-meanwhile; not-now when no such clock runs; invalid at `documentDate` for a day to come.
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
    await statement(
      tx,
      "insert into case_notice (deadline_id, case_id, document_number, document_date, noted_by_id) values ($1, $2, $3, $4::date, $5)",
      [clock.id, found.id, input.documentNumber, input.documentDate, actor.userId],
    );
    await endClocks(tx, { id: clock.id }, now, "done");
    return {
      data: {},
      act: {
        type: "case.notified",
        changes: { code: clock.label, documentNumber: input.documentNumber, date: input.documentDate },
      },
    };
  });
}
