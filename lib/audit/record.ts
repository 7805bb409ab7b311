import type { Actor } from "@/lib/access/actor";
import { statement, type Tx } from "@/lib/db";
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
  const who = {
    actorId: actor.userId,
    actorName: actor.name,
    membershipId: actor.membershipId,
    orgId: actor.orgId,
    origin: actor.origin,
  };
  await write(tx, actor.orgId, { ...act, provinceCode: act.provinceCode ?? actor.provinceCode }, who);
}

/** An act of the clock, which has no person: it stands in the chain of the organisation that it concerns. Worker only. */
export async function recordOfClock(tx: Tx, orgId: string, act: Act): Promise<void> {
  await write(tx, orgId, act, { actorId: null, actorName: null, membershipId: null, orgId, origin: null });
}

/**
 * A try at the door or a password set by a link, before anybody has proved who he is: the event names the account, in the chain of
 * the organisation where its owner acts, and no membership, because nobody acted in one. Sign-in only.
 */
export async function recordOfDoor(
  tx: Tx,
  account: {
    userId: string;
    name: string;
    orgId: string;
    provinceCode: string | null;
    origin: string | null;
  },
  act: Act,
): Promise<void> {
  const { userId: actorId, name: actorName, orgId, provinceCode, origin } = account;
  await write(tx, orgId, { ...act, provinceCode }, { actorId, actorName, membershipId: null, orgId, origin });
}

type Who = Pick<EventModel, "actorId" | "actorName" | "membershipId" | "orgId" | "origin">;

const eventSql = `insert into event (stream, type, actor_id, actor_name, membership_id, org_id, origin, province_code, case_id, request_id,
    requester_org_id, addressee_org_id, restricted, sealed_to, shared, subject_type, subject_id, reason, changes)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

async function write(tx: Tx, stream: string, act: Act, who: Who): Promise<void> {
  await statement(tx, eventSql, [
    stream,
    act.type,
    who.actorId,
    who.actorName,
    who.membershipId,
    who.orgId,
    who.origin,
    act.provinceCode ?? null,
    act.caseId ?? null,
    act.requestId ?? null,
    act.requesterOrgId ?? null,
    act.addresseeOrgId ?? null,
    act.restricted ?? false,
    act.sealedTo ?? [],
    act.shared ?? false,
    act.subjectType ?? null,
    act.subjectId ?? null,
    act.reason ?? null,
    JSON.stringify(act.changes ?? {}),
  ]);
}

/** Tells open screens and the worker, when the transaction commits. Ids only: whoever hears re-reads through his own rights. */
export async function tell(
  tx: Tx,
  topic: string,
  orgIds: string[],
  about: { caseId?: string; requestId?: string; urgent?: boolean },
): Promise<void> {
  await statement(
    tx,
    "insert into outbox (topic, org_ids, case_id, request_id, urgent) values ($1, $2, $3, $4, $5)",
    [topic, [...new Set(orgIds)], about.caseId ?? null, about.requestId ?? null, about.urgent ?? false],
  );
}
