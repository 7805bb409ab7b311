import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { EventModel } from "@/lib/generated/prisma/models";

/** What an act leaves behind. `changes` names fields and codes, never secrets and never a victim's data. */
export type Act = {
  type: string;
  caseId?: string;
  requestId?: string;
  requesterOrgId?: string;
  addresseeOrgId?: string;
  provinceCode?: string | null;
  restricted?: boolean;
  sealedTo?: string[];
  shared?: boolean;
  subjectType?: string;
  subjectId?: string;
  reason?: string;
  changes?: Prisma.InputJsonObject;
};

/**
 * Writes the event of an act into the chain of the acting organisation, in the act's own transaction: if it cannot
 * be written, the act fails. Place, time and hash are set by the database (trigger event_chain).
 */
export async function record(tx: Tx, actor: Actor, act: Act): Promise<void> {
  const who = { actorId: actor.userId, actorName: actor.name, membershipId: actor.membershipId, orgId: actor.orgId, origin: actor.origin };
  await write(tx, actor.orgId, { ...act, provinceCode: act.provinceCode ?? actor.provinceCode }, who);
}

/** An act of the clock, which has no person: it stands in the chain of the organisation that it concerns. Worker only. */
export async function recordOfClock(tx: Tx, orgId: string, act: Act): Promise<void> {
  await write(tx, orgId, act, { actorId: null, actorName: null, membershipId: null, orgId, origin: null });
}

type Who = Pick<EventModel, "actorId" | "actorName" | "membershipId" | "orgId" | "origin">;

async function write(tx: Tx, stream: string, act: Act, who: Who): Promise<void> {
  await tx.event.createMany({
    data: [
      {
        ...who,
        stream,
        type: act.type,
        provinceCode: act.provinceCode ?? null,
        caseId: act.caseId ?? null,
        requestId: act.requestId ?? null,
        requesterOrgId: act.requesterOrgId ?? null,
        addresseeOrgId: act.addresseeOrgId ?? null,
        restricted: act.restricted ?? false,
        sealedTo: act.sealedTo ?? [],
        shared: act.shared ?? false,
        subjectType: act.subjectType ?? null,
        subjectId: act.subjectId ?? null,
        reason: act.reason ?? null,
        changes: act.changes ?? {},
      },
    ],
  });
}

/** Tells open screens and the worker, when the transaction commits. Ids only: whoever hears re-reads through his own rights. */
export async function tell(tx: Tx, topic: string, orgIds: string[], about: { caseId?: string; requestId?: string; urgent?: boolean }): Promise<void> {
  await tx.outbox.createMany({
    data: [{ topic, orgIds: [...new Set(orgIds)], caseId: about.caseId ?? null, requestId: about.requestId ?? null, urgent: about.urgent ?? false }],
  });
}
