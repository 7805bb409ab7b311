import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { asActor } from "@/lib/db";
import { workCalendar } from "@/lib/deadlines/calendar";
import { planSteps } from "./plan";
import { ladderRows } from "./claim";
import { type Recipient, type Rung, rungs } from "./rungs";

/** A row of the ladder as an administrator reads it. Instants ISO, UTC; `amount` percent of the span, or minutes after its end. */
export type LadderStepRow = {
  id: string;
  version: number;
  subject: "ANSWER" | "ACKNOWLEDGE" | "SUSPENSION_MAX" | "HOLD_EXPIRY" | "CASE_LEGAL" | "APPEAL";
  urgency: "normal" | "urgent" | "emergency" | null;
  rung: Rung;
  recipient: Recipient;
  isShare: boolean;
  amount: number;
  enabled: boolean;
  verify: boolean;
  source: string | null;
  validFrom: string;
  validTo: string | null;
};
export type LadderPreview = {
  urgency: "normal" | "urgent" | "emergency";
  steps: { rung: Rung; minute: number }[];
};

const subjects = ["ANSWER", "ACKNOWLEDGE", "CASE_LEGAL", "APPEAL", "SUSPENSION_MAX", "HOLD_EXPIRY"];
const urgencies = ["emergency", "urgent", "normal"] as const;
/** The request whose steps the administrator is shown, in minutes from its beginning. */
export const previewMinutes = 60;

/**
 * The ladder in force, what stood there before, and what it means for a request of sixty minutes of each urgency.
 * @throws Problem not-allowed.
 */
export async function readLadder(
  actor: Actor,
): Promise<{ steps: LadderStepRow[]; before: LadderStepRow[]; preview: LadderPreview[] }> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const found = await tx.ladderStep.findMany({ orderBy: { validFrom: "desc" } });
    const rows = found.map(
      ({ share, minutesAfter, validFrom, validTo, ...row }) =>
        ({
          ...row,
          isShare: share !== null,
          amount: share ?? minutesAfter ?? 0,
          validFrom: validFrom.toISOString(),
          validTo: validTo?.toISOString() ?? null,
        }) as LadderStepRow,
    );
    const order = (row: LadderStepRow) =>
      subjects.indexOf(row.subject) * 100 +
      rungs.indexOf(row.rung) * 10 +
      urgencies.indexOf(row.urgency ?? "normal") +
      (row.urgency ? 0 : 1);
    const now = new Date();
    const ladder = await ladderRows(tx);
    const preview = urgencies.map((urgency) => ({
      urgency,
      steps: planSteps(
        {
          subject: "ANSWER",
          urgency,
          startsAt: now,
          dueAt: new Date(now.getTime() + previewMinutes * 60_000),
          dueSince: null,
          unit: "minutes",
          pauses: [],
        },
        ladder,
        workCalendar([]),
      ).map(({ rung, at }) => ({ rung, minute: Math.round((at.getTime() - now.getTime()) / 60_000) })),
    }));
    return {
      steps: rows.filter(({ validTo }) => validTo === null).sort((a, b) => order(a) - order(b)),
      before: rows.filter(({ validTo }) => validTo !== null),
      preview,
    };
  });
}
