import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { readReached } from "@/lib/money/trail/paid-into";
import { lastChange } from "@/lib/requests/find";
import { tellsOfMoney } from "@/lib/requests/kinds";
import { disputedAfter } from "./changes";
import { isBeyondPolicy } from "./checks";
import type { AmendmentChanges } from "./types";

type Columns = Pick<
  RequestModel,
  | "grounds"
  | "disclosure"
  | "disputedAmount"
  | "itemCount"
  | "firstTargetLabel"
  | "firstTargetName"
  | "dueAt"
  | "queueAt"
  | "spanMinutes"
>;
type Named = { value: string; display: string; holderName: string | null };

/**
 * Makes the changes on the request's targets and its clock, and says what of its own columns becomes what. What was answered since the
 * amendment was drafted stands, and the whole amendment waits for another look.
 * @throws Problem "changed-meanwhile" when a target that it changes or takes off was answered meanwhile, or one that it adds is gone.
 */
export async function carryOut(
  tx: Tx,
  request: RequestModel,
  changes: AmendmentChanges,
): Promise<{ columns: Columns; targets: Named[] }> {
  const meanwhile = async () => new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
  for (const { itemId, after, overGround } of changes.amounts ?? []) {
    const { count } = await tx.requestItem.updateMany({
      where: { id: itemId, requestId: request.id, answeredAt: null },
      data: { disputedAmount: BigInt(after), overGround, version: { increment: 1 } },
    });
    if (count === 0) throw await meanwhile();
  }
  const removed = (changes.removed ?? []).map(({ itemId }) => itemId);
  if (removed.length > 0) {
    const { count } = await tx.requestItem.deleteMany({
      where: { id: { in: removed }, requestId: request.id, answeredAt: null, outcome: null },
    });
    if (count !== removed.length) throw await meanwhile();
  }
  if (changes.added?.length && !(await addItems(tx, request, changes.added))) throw await meanwhile();
  const items = await tx.requestItem.findMany({
    where: { requestId: request.id },
    orderBy: { position: "asc" },
    select: { value: true, display: true, holderName: true, answeredAt: true },
  });
  if (!items.some(({ answeredAt }) => answeredAt === null)) throw await meanwhile();
  const columns = {
    grounds: changes.grounds?.after ?? request.grounds,
    disclosure: changes.disclosure ? changes.disclosure.after : request.disclosure,
    disputedAmount: disputedAfter(request.disputedAmount, changes),
    itemCount: items.length,
    firstTargetLabel: items[0]!.display,
    firstTargetName: items[0]!.holderName,
    ...(await laterDue(tx, request, changes.dueAt)),
  };
  return { columns, targets: items };
}

async function addItems(
  tx: Tx,
  request: RequestModel,
  added: NonNullable<AmendmentChanges["added"]>,
): Promise<boolean> {
  const details = await paymentsOf(tx, request, added);
  const { count } = await statement(
    tx,
    `insert into request_item (request_id, target_id, position, kind, value, display, holder_name, institution_id, disputed_amount, over_ground,
        details) select $1, t.id, (select coalesce(max(position), 0) from request_item where request_id = $1) + a.place, t.kind, t.value, t.display, t.holder_name,
        t.institution_id, a.amount, a.ground, a.details::jsonb
      from unnest($2::uuid[], $3::bigint[], $4::text[], $6::text[]) with ordinality as a(target_id, amount, ground, details, place)
      join target t on t.id = a.target_id and t.case_id = $5`,
    [
      request.id,
      added.map(({ targetId }) => targetId),
      added.map(({ amount }) => amount),
      added.map(({ overGround }) => overGround),
      request.caseId,
      details,
    ],
  );
  return count === added.length;
}

/** The payments into each account that is added, as a draft keeps them (drafting/commands.ts): JSON, or null where there are none. */
async function paymentsOf(
  tx: Tx,
  { caseId, kindCode, addresseeOrgId }: RequestModel,
  added: NonNullable<AmendmentChanges["added"]>,
): Promise<(string | null)[]> {
  if (!tellsOfMoney(kindCode)) return added.map(() => null);
  const { paidInto } = await readReached(tx, caseId);
  const targets = await tx.target.findMany({
    where: { caseId, id: { in: added.map(({ targetId }) => targetId) } },
    select: { id: true, value: true, institutionId: true },
  });
  return added.map(({ targetId }) => {
    const target = targets.find(({ id }) => id === targetId);
    const payments = target
      ? paidInto({ value: target.value, institutionId: target.institutionId ?? addresseeOrgId })
      : [];
    return payments.length > 0 ? JSON.stringify({ payments }) : null;
  });
}

/** More time for the answer; a clock that rests goes on resting and has more left when it goes on. */
async function laterDue(
  tx: Tx,
  request: RequestModel,
  due: AmendmentChanges["dueAt"],
): Promise<Pick<Columns, "dueAt" | "queueAt" | "spanMinutes">> {
  const { dueAt, queueAt, spanMinutes } = request;
  const after = due && new Date(due.after);
  if (!after || !dueAt || after <= dueAt) return { dueAt, queueAt, spanMinutes };
  // Since it was drafted the clock may have begun anew, or had more time from an extension.
  if (await isBeyondPolicy(tx, request, after))
    throw new Problem("invalid", { fields: { dueAt: "deadline.tooLate" } });
  const span = (spanMinutes ?? 0) + Math.round((after.getTime() - dueAt.getTime()) / 60_000);
  await tx.deadline.updateMany({
    where: { requestId: request.id, subject: "ANSWER", state: { in: ["running", "paused"] } },
    data: { dueAt: after, spanMinutes: span },
  });
  return { dueAt: after, queueAt: request.pausedAt ? queueAt : after, spanMinutes: span };
}
