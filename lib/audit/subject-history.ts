import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db";
import { type ChangedBy, Problem } from "@/lib/errors";
import type { EventModel } from "@/lib/generated/prisma/models";

/** What an administrator keeps, as events name it. A legal document has no uuid: its id stands in `changes.document`. */
export type Subject =
  | {
      type:
        | "organisation"
        | "person"
        | "membership"
        | "request_kind"
        | "deadline_policy"
        | "ladder_step"
        | "holiday"
        | "office_calendar";
      ids: string[];
    }
  | { type: "legal_document"; document: string };
export type SubjectAct = {
  id: string;
  at: string;
  type: string;
  actor: string | null;
  reason: string | null;
  changes: Record<string, unknown>;
  /** The reader did it himself. */
  isYou: boolean;
};

/** What of an event a history shows. */
export const actColumns = {
  id: true,
  at: true,
  type: true,
  actorId: true,
  actorName: true,
  reason: true,
  changes: true,
} as const;
type Event = Pick<EventModel, keyof typeof actColumns>;
export const actOf = (
  actor: Actor,
  { id, at, type, actorId, actorName, reason, changes }: Event,
): SubjectAct => ({
  id,
  at: at.toISOString(),
  type,
  actor: actorName,
  reason,
  changes: changes as Record<string, unknown>,
  isYou: actorId === actor.userId,
});

/**
 * The acts on this subject by the acting organisation, newest first, read backwards along its own chain.
 * Row-level security shows an administrator the acts of his own organisation alone.
 */
export async function actsOn(tx: Tx, actor: Actor, subjects: Subject[], take = 40): Promise<SubjectAct[]> {
  const events = await tx.event.findMany({
    where: {
      stream: actor.orgId,
      OR: subjects.map((subject) =>
        "ids" in subject
          ? { subjectType: subject.type, subjectId: { in: subject.ids } }
          : { subjectType: subject.type, changes: { path: ["document"], equals: subject.document } },
      ),
    },
    orderBy: { seq: "desc" },
    take,
    select: actColumns,
  });
  return events.map((event) => actOf(actor, event));
}

/** Refuses a write that came second and says who was first. @throws Problem changed-meanwhile when `count` is 0. */
export async function assertFirst(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  { count }: { count: number },
): Promise<void> {
  if (count > 0) return;
  const [last] = await actsOn(tx, actor, [subject], 1);
  const by: ChangedBy | undefined = last && {
    name: last.actor ?? "",
    at: last.at,
    what: last.type,
    ...(last.isYou ? { isYou: true } : {}),
    changes: last.changes,
  };
  throw new Problem("changed-meanwhile", by ? { by } : {});
}
