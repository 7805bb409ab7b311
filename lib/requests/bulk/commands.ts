import type { Actor } from "@/lib/access/actor";
import { visibleRequests } from "@/lib/access/scope";
import { asActor } from "@/lib/db";
import { type ActionResult, refusal } from "@/lib/action";
import { holdersOf } from "@/lib/organisations/names";
import { acceptAnswer, acknowledgeRequest, recallRequest } from "@/lib/requests/commands";
import { assignRequest } from "@/lib/requests/desk/commands";
import { remindRequest } from "@/lib/requests/police/remind";
import type { BulkAct, BulkInput } from "./schema";
import type { BulkRow } from "./types";

type Row = BulkInput["rows"][number] & { key: string };
const runs: Record<BulkAct, (actor: Actor, row: Row) => Promise<object>> = {
  acknowledge: (actor, { key, requestId, version }) => acknowledgeRequest(actor, { key, requestId, version }),
  accept: (actor, { key, requestId, version }) => acceptAnswer(actor, { key, requestId, version }),
  recall: (actor, { key, requestId, version }) => recallRequest(actor, { key, requestId, version }),
  assign: (actor, { key, requestId, version, membershipId = null }) =>
    assignRequest(actor, { key, requestId, version, membershipId }),
  remind: (actor, { key, requestId }) => remindRequest(actor, { key, requestId }),
};

/**
 * One wish for many rows: each goes its own guarded way in its own transaction, so that one that somebody changed meanwhile stops no
 * other, nor one that fails. Says of each row whether it is done or what stopped it, and never throws for one of them.
 */
export async function actOnMany(actor: Actor, input: BulkInput): Promise<BulkRow[]> {
  const before = input.act === "assign" ? await assigneesOf(actor, input) : new Map<string, string | null>();
  const results: BulkRow[] = [];
  const seen = new Set<string>();
  for (const row of input.rows) {
    const { requestId } = row;
    if (seen.has(requestId)) continue;
    seen.add(requestId);
    try {
      const done = await runs[input.act](actor, { ...row, key: `${input.key}:${requestId}` });
      results.push({
        requestId,
        done: true,
        version: "version" in done ? Number(done.version) : null,
        before: before.get(requestId) ?? null,
      });
    } catch (error) {
      const stop = refusal(error);
      const holder = stop.code === "not-allowed" ? await holderOf(actor, requestId) : null;
      results.push({ requestId, done: false, ...stopOf(stop), ...(holder ? { holder } : {}) });
    }
  }
  return results;
}

type Refusal = Extract<ActionResult<never>, { ok: false }>;

function stopOf({
  code,
  fields,
  by,
}: Refusal): Omit<Extract<BulkRow, { done: false }>, "requestId" | "done"> {
  const reminder = fields?.reminder;
  const why =
    reminder === "reminder.tooSoon" ? "tooSoon" : reminder === "reminder.notOverdue" ? "notOverdue" : code;
  return { why, ...(by ? { by } : {}) };
}

/** The colleague who works on a request of the actor's own desk; null when that is himself, nobody, or no matter of this desk. */
async function holderOf(actor: Actor, requestId: string): Promise<string | null> {
  return asActor(actor, async (tx) => {
    const found = await tx.request.findFirst({
      where: { AND: [{ id: requestId, addresseeOrgId: actor.orgId }, visibleRequests(actor)] },
      select: { assigneeId: true },
    });
    if (!found?.assigneeId || found.assigneeId === actor.membershipId) return null;
    return (await holdersOf(tx, [found.assigneeId])).get(found.assigneeId) ?? null;
  });
}

async function assigneesOf(actor: Actor, { rows }: BulkInput): Promise<Map<string, string | null>> {
  const found = await asActor(actor, (tx) =>
    tx.request.findMany({
      where: { AND: [{ id: { in: rows.map(({ requestId }) => requestId) } }, visibleRequests(actor)] },
      select: { id: true, assigneeId: true },
    }),
  );
  return new Map(found.map(({ id, assigneeId }) => [id, assigneeId]));
}
