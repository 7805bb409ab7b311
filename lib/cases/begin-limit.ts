import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { CaseModel } from "@/lib/generated/prisma/models";
import { startOf } from "@/lib/local-days";
import { changeCase } from "./change";
import { askedBefore, beginAlone, runningLimit } from "./clock";
import type { beginLimitInput } from "./schema";

/**
 * A limit begins with a paper that the portal does not make, on that paper's day: what was collected goes to the procuracy within five
 * days (CPC art. 88 § 5), and the procuracy decides on an extension within three (joint circular 01/2017 art. 11). The request for an
 * extension is judged as well: it was due five days before the complex limit's end (CPC art. 147 § 2).
 * @throws Problem not-found, not-allowed, changed-meanwhile; not-now when no complex limit runs or the procuracy is asked already; invalid
 * at `documentDate` for a day to come.
 */
export function beginLimit(
  actor: Actor,
  input: z.output<typeof beginLimitInput>,
): Promise<{ caseId: string; version: number }> {
  return changeCase(actor, "case.begin_limit", "case.markNotified", input, async (tx, found, now) => {
    const { limit, documentNumber, documentDate } = input;
    if (documentDate > dayOf(now)) throw new Problem("invalid", { fields: { documentDate: "date.future" } });
    if (limit === "PROCURACY_DECIDES_EXTENSION") await askForExtension(tx, found, now);
    const deadlineId = await beginAlone(tx, found, limit, startOf(documentDate), now);
    await statement(
      tx,
      "insert into case_limit_begin (deadline_id, case_id, document_number, begun_on, noted_by_id) values ($1, $2, $3, $4::date, $5)",
      [deadlineId, found.id, documentNumber, documentDate, actor.userId],
    );
    return {
      data: {},
      act: { type: "case.limit_begun", changes: { code: limit, documentNumber, date: documentDate } },
    };
  });
}

async function askForExtension(tx: Tx, found: CaseModel, now: Date): Promise<void> {
  const complex = await runningLimit(tx, found.id, "RESOLVE_REPORT_COMPLEX");
  if (!complex || (await runningLimit(tx, found.id, "PROCURACY_DECIDES_EXTENSION")))
    throw new Problem("not-now");
  await askedBefore(tx, found, complex, now);
}
