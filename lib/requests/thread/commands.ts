import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { visibleRequests } from "@/lib/access/scope";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { assertNotHeldBack } from "@/lib/files/held";
import { aboutRequest, type HeldRequest, holdRequest } from "@/lib/requests/find";
import { mentionable } from "./queries";
import { type markReadInput, mayTalk, type SendMessageInput } from "./schema";

/** Lines that one person may add to one request's talk: far more than anybody types, and no flood for who is told of each. */
const mostSaid = { lines: 40, minutes: 10 };

export type SentMessage = { requestId: string; messageId: string };

/**
 * Says something to the other side, or notes it among colleagues. What is said stays; its text stands in no event and no notice.
 * @throws Problem not-found, not-allowed; not-now when nothing is left to settle with the other side; too-many after `mostSaid`; invalid
 * for a mention of nobody's colleague or a file that is not the writer's own, unsent one of this talk.
 */
export function sendMessage(actor: Actor, input: SendMessageInput): Promise<SentMessage> {
  return once(actor, "thread.send", input, async (tx) => {
    const request = await holdRequest(
      tx,
      actor,
      input.requestId,
      input.internal ? "request.note" : "request.write",
    );
    if (!input.internal && !mayTalk(request.status)) throw new Problem("not-now");
    await checkPace(tx, actor, request);
    await checkMentions(tx, actor, request, input.mentions);
    const messageId = await say(tx, actor, request, { ...input, kind: "message" });
    // A note inside may name a file that still waits: nobody outside reads it.
    if (!input.internal) await assertNotHeldBack(tx, { id: { in: input.fileIds } }, "fileIds");
    await tieFiles(tx, actor, request.id, messageId, input.fileIds);
    await recordSaid(tx, actor, request, input);
    return { requestId: request.id, messageId };
  });
}

/** Keeps how far the actor has read; further back changes nothing. @throws Problem not-found. */
export function markRead(actor: Actor, input: z.output<typeof markReadInput>): Promise<{ read: boolean }> {
  return asActor(actor, async (tx) => {
    const request = await tx.request.findFirst({
      where: { AND: [{ id: input.requestId }, visibleRequests(actor)] },
      select: { id: true, requesterOrgId: true, addresseeOrgId: true },
    });
    const isParty =
      request && (actor.orgIds.includes(request.requesterOrgId) || request.addresseeOrgId === actor.orgId);
    if (!isParty) throw new Problem("not-found");
    const now = await databaseNow(tx);
    const { count } = await statement(
      tx,
      `insert into thread_read as t (membership_id, request_id, read_to) values ($1, $2, least($3::timestamptz, $4::timestamptz))
        on conflict (membership_id, request_id) do update set read_to = excluded.read_to where t.read_to < excluded.read_to`,
      [actor.membershipId, request.id, new Date(input.to), now],
    );
    return { read: count > 0 };
  });
}

type Said = {
  kind: "message" | "reminder" | "handover";
  internal: boolean;
  body: string;
  mentions?: string[];
  handoverId?: string;
};

/** One line into the talk, in one's own name; the database gives it its instant. */
export async function say(tx: Tx, actor: Actor, request: { id: string }, said: Said): Promise<string> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `insert into thread_message (request_id, org_id, membership_id, author_id, kind, internal, body, mentions, handover_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      request.id,
      actor.orgId,
      actor.membershipId,
      actor.userId,
      said.kind,
      said.internal,
      said.body,
      said.mentions ?? [],
      said.handoverId ?? null,
    ],
  );
  return rows[0]!.id;
}

/** One line after the other: the request is held. */
async function checkPace(tx: Tx, actor: Actor, request: HeldRequest): Promise<void> {
  const { rows } = await statement<{ lines: number }>(
    tx,
    `select count(*)::int as lines from thread_message
      where request_id = $1 and author_id = $2 and kind = 'message' and sent_at > clock_timestamp() - make_interval(mins => $3::int)`,
    [request.id, actor.userId, mostSaid.minutes],
  );
  if (rows[0]!.lines >= mostSaid.lines) throw new Problem("too-many");
}

async function checkMentions(tx: Tx, actor: Actor, request: HeldRequest, mentions: string[]): Promise<void> {
  if (mentions.length === 0) return;
  const known = new Set(
    (await mentionable(tx, actor, request.sealedTo)).map(({ membershipId }) => membershipId),
  );
  if (mentions.some((id) => !known.has(id)))
    throw new Problem("invalid", { fields: { mentions: "thread.mentionUnknown" } });
}

/** Files that the writer added while writing, and nobody saw until now. */
async function tieFiles(
  tx: Tx,
  actor: Actor,
  requestId: string,
  messageId: string,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  const { count } = await tx.attachment.updateMany({
    where: { id: { in: ids }, threadRequestId: requestId, uploadedById: actor.userId, messageId: null },
    data: { messageId },
  });
  if (count !== new Set(ids).size) throw new Problem("invalid", { fields: { fileIds: "thread.fileGone" } });
}

/**
 * Said across, both sides read that it was said. Said inside, a responder's line names no party: the unit that asks reads every
 * line about its requests, and must not learn that a bank talks among itself.
 */
async function recordSaid(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  { internal, mentions, fileIds }: SendMessageInput,
): Promise<void> {
  const asks = actor.orgIds.includes(request.requesterOrgId);
  const changes = {
    code: request.code,
    ...(mentions.length > 0 ? { mentions: mentions.length } : {}),
    ...(fileIds.length > 0 ? { files: fileIds.length } : {}),
  };
  if (internal && !asks)
    await record(tx, actor, {
      type: "request.noted",
      subjectType: "request",
      subjectId: request.id,
      changes,
    });
  else
    await record(tx, actor, {
      ...aboutRequest(request),
      type: internal ? "request.noted" : "request.message_sent",
      shared: !internal,
      changes,
    });
  const own = asks ? request.requesterOrgId : request.addresseeOrgId;
  await tell(
    tx,
    internal ? "request.noted" : "request.message_sent",
    internal ? [own] : [request.requesterOrgId, request.addresseeOrgId],
    { requestId: request.id },
  );
}
