import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { RequestItemModel, RequestModel } from "@/lib/generated/prisma/models";
import { type Clocked, endDeadlines, requestTerms, startDeadlines } from "@/lib/requests/clock";
import { kindOf } from "@/lib/requests/kinds";
import { textIn } from "@/lib/requests/told";
import { lockHolds } from "./lock";

type Extension = Clocked & Pick<RequestModel, "parentId" | "details">;
const roundedMs = 60_000;

/**
 * Moves the end of the hold that the parent order has on this account. A suspension goes on for at most the time that the register
 * gives an extension, counted from its present end (deadline policy SUSPENSION_MAX of HOLD_EXTENSION; AML law 2022 art. 44, to be
 * confirmed); a freeze has no such limit. Nothing is held longer than the signed request asks for: its holder may give less and not more.
 * @throws Problem "invalid" at the field: nothing is held any more, not later than now's end, later than asked or allowed.
 */
export async function extendHold(
  tx: Tx,
  request: Extension,
  item: Pick<RequestItemModel, "value" | "outcome">,
  until: Date,
  now: Date,
): Promise<void> {
  const refuse = (message: string) => new Problem("invalid", { fields: { "answer.until": message } });
  const parent =
    request.parentId === null
      ? null
      : await tx.request.findUnique({
          where: { id: request.parentId },
          select: { id: true, kindCode: true },
        });
  // The sweep that ends holds at their last moment waits, or was first: then nothing is held any more.
  if (parent) await lockHolds(tx, parent.id);
  const hold = parent
    ? await tx.hold.findFirst({
        where: {
          requestId: parent.id,
          account: item.value,
          releasedAt: null,
          holderOrgId: request.addresseeOrgId,
        },
      })
    : null;
  if (!parent || !hold) throw refuse("target.notHeld");
  const asked = textIn(request.details, "extendUntil");
  if (asked !== null && until.getTime() > Date.parse(asked) + roundedMs) throw refuse("answer.untilTooLate");
  if (kindOf(parent.kindCode).hold === "suspension") {
    const clock = { requestId: request.id, subject: "SUSPENSION_MAX", state: "running" } as const;
    const begun = await tx.deadline.findFirst({ where: clock });
    const end =
      item.outcome === "DONE" ? await endBefore(tx, parent.id, request.id, item.value) : hold.untilAt;
    if (end && until <= end) throw refuse("answer.notLater");
    // A day that ends at 24:00 is over; what goes on from it begins with the next one (lib/deadlines/due.ts).
    const from = end ? new Date(end.getTime() - 1) : now;
    const latest = begun
      ? earlier(begun.dueAt, (await requestTerms(tx, request, ["SUSPENSION_MAX"], now, from))[0].dueAt)
      : (await startDeadlines(tx, request, ["SUSPENSION_MAX"], now, from))[0].dueAt;
    if (until.getTime() > latest.getTime() + roundedMs) throw refuse("answer.untilTooLate");
  } else if (hold.untilAt && until <= hold.untilAt) throw refuse("answer.notLater");
  await tx.hold.updateMany({
    where: { id: hold.id, releasedAt: null },
    data: { untilAt: until, version: { increment: 1 } },
  });
  // The order's own clock has nothing left to count once every hold of it goes on beyond.
  const own = await tx.deadline.findFirst({
    where: { requestId: parent.id, subject: "SUSPENSION_MAX", state: "running" },
    select: { dueAt: true },
  });
  if (!own) return;
  const within = await tx.hold.count({
    where: { requestId: parent.id, releasedAt: null, untilAt: { lte: own.dueAt } },
  });
  if (within === 0) await endDeadlines(tx, parent.id, ["SUSPENSION_MAX"], now, "done");
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** When an account's hold ended before this order moved its end, for an answer that was sent back: by the hold's own answer, or by earlier extensions. */
async function endBefore(tx: Tx, parentId: string, requestId: string, value: string): Promise<Date | null> {
  const own = await tx.requestItem.findFirst({
    where: { requestId: parentId, value },
    select: { heldUntil: true },
  });
  const others = await tx.requestItem.findMany({
    where: {
      value,
      outcome: "DONE",
      requestId: { not: requestId },
      request: { parentId, kindCode: "HOLD_EXTENSION" },
    },
    select: { answer: true },
  });
  const ends = [
    own?.heldUntil?.getTime(),
    ...others.map(({ answer }) => Date.parse(textIn(answer, "until") ?? "")),
  ];
  const known = ends.filter((at): at is number => at !== undefined && !Number.isNaN(at));
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}
