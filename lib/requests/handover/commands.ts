import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { aboutRequest } from "@/lib/requests/find";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { say } from "@/lib/requests/thread/commands";
import { colleaguesToHandTo, heldWhere, placeOf } from "./queries";
import { type HandOverInput, type handoverReadInput, mostAtOnce } from "./schema";
import type { HandedOver } from "./types";

/**
 * Hands open requests that the actor holds to a colleague, or back to nobody, all in one transaction. The note stands in the talk of
 * each, among colleagues alone, and on the receiver's first page until he has read it. What he no longer holds is left out and counted.
 * @throws Problem not-allowed; invalid for somebody who is no colleague of the desk; not-now when nothing of it is his to hand on.
 */
export function handOver(actor: Actor, input: HandOverInput): Promise<HandedOver> {
  return once(actor, "request.handOver", input, async (tx) => {
    if (!placeOf(actor)) throw new Problem("not-allowed");
    const to = input.toMembershipId;
    if (to && !(await colleaguesToHandTo(tx, actor)).some(({ membershipId }) => membershipId === to))
      throw new Problem("invalid", { fields: { toMembershipId: "handover.noColleague" } });
    const held = await holdAll(tx, actor, input.requestIds ?? null);
    // Whoever takes over has to see it: of a restricted case its named members alone.
    const taken = held.filter(({ sealedTo }) => !to || sealedTo.length === 0 || sealedTo.includes(to));
    if (taken.length === 0) throw new Problem("not-now");
    const handoverId = await writeHandover(tx, actor, input, taken.length);
    const isAnswered = (request: RequestModel) => request.assigneeId === actor.membershipId;
    await giveDesk(tx, taken.filter(isAnswered), to);
    await giveOfficer(
      tx,
      taken.filter((request) => !isAnswered(request)),
      to,
    );
    for (const request of taken) {
      const shared = isAnswered(request);
      await say(tx, actor, request, { kind: "handover", internal: true, body: input.note, handoverId });
      await record(tx, actor, {
        ...aboutRequest(request),
        type: "request.handed_over",
        shared,
        changes: { code: request.code, assignee: [actor.membershipId, to] },
      });
      await tell(tx, "request.handed_over", [shared ? request.addresseeOrgId : request.requesterOrgId], {
        requestId: request.id,
      });
    }
    const wanted = input.requestIds ? new Set(input.requestIds).size : held.length;
    return {
      handoverId,
      done: taken.length,
      skipped: wanted - taken.length,
      left: input.requestIds ? 0 : await countLeft(tx, actor),
    };
  });
}

/** The receiver has read the word. @throws Problem not-found for what was handed to somebody else. */
export function readHandover(
  actor: Actor,
  { handoverId }: z.output<typeof handoverReadInput>,
): Promise<{ read: boolean }> {
  return asActor(actor, async (tx) => {
    const mine = await tx.handover.findFirst({
      where: { id: handoverId, toMembershipId: actor.membershipId },
      select: { readAt: true },
    });
    if (!mine) throw new Problem("not-found");
    const { count } = await tx.handover.updateMany({
      where: { id: handoverId, toMembershipId: actor.membershipId, readAt: null },
      data: { readAt: await databaseNow(tx) },
    });
    return { read: count > 0 };
  });
}

/** The requests that the actor holds, locked in one order, so that two hand-overs never wait on each other crosswise. */
async function holdAll(tx: Tx, actor: Actor, ids: string[] | null): Promise<RequestModel[]> {
  const locked = await statement<{ id: string }>(
    tx,
    `select r.id from request r where ${heldWhere(actor)} and ($4::uuid[] is null or r.id = any($4::uuid[]))
      order by r.id limit ${mostAtOnce} for update of r`,
    [...heldValues(actor), ids],
  );
  const found = await tx.request.findMany({ where: { id: { in: locked.rows.map(({ id }) => id) } } });
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const heldValues = (actor: Actor) => [actor.membershipId, actor.userId, actor.orgIds];

async function countLeft(tx: Tx, actor: Actor): Promise<number> {
  const { rows } = await statement<{ count: number }>(
    tx,
    `select count(*)::int as count from request r where ${heldWhere(actor)}`,
    heldValues(actor),
  );
  return rows[0]?.count ?? 0;
}

async function writeHandover(tx: Tx, actor: Actor, input: HandOverInput, count: number): Promise<string> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `insert into handover (org_id, from_membership_id, to_membership_id, note, request_count) values ($1, $2, $3, $4, $5) returning id`,
    [actor.orgId, actor.membershipId, input.toMembershipId, input.note, count],
  );
  return rows[0]!.id;
}

async function giveDesk(tx: Tx, requests: RequestModel[], to: string | null): Promise<void> {
  await statement(
    tx,
    "update request set assignee_id = $2, version = version + 1, updated_at = date_trunc('milliseconds', clock_timestamp()) where id = any($1::uuid[])",
    [requests.map(({ id }) => id), to],
  );
}

async function giveOfficer(tx: Tx, requests: RequestModel[], to: string | null): Promise<void> {
  await statement(
    tx,
    `insert into request_officer (request_id, membership_id) select id, $2 from unnest($1::uuid[]) as r(id)
      on conflict (request_id) do update set membership_id = excluded.membership_id, since = excluded.since`,
    [requests.map(({ id }) => id), to],
  );
}
