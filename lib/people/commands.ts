import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer, differences } from "@/lib/access/administer";
import { newToken } from "@/lib/access/crypto";
import { closeInvitations, openInvitation } from "@/lib/access/invitations";
import { endSessions } from "@/lib/access/sessions";
import { assertFirst } from "@/lib/audit/subject-history";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { paths } from "@/lib/paths";
import type {
  changePersonInput,
  endPersonSessionsInput,
  invitePersonInput,
  suspendPersonInput,
} from "./schema";
import { findPerson } from "./find-person";
import { addRow, assertRoles } from "./membership-commands";
import type { InvitationShown } from "./types";

/**
 * Enters a person with one membership and opens an invitation, good for 72 h. The link is given back once and never mailed or kept.
 * @throws Problem not-allowed; invalid at `email` (taken), `organisationId`, `roles`, `signerTitle`, `validTo`.
 */
export async function invitePerson(
  actor: Actor,
  input: z.output<typeof invitePersonInput>,
): Promise<InvitationShown> {
  let token: string | null = null;
  const result = await administer(actor, "person.invite", input, async (tx, now) => {
    const { email, fullName, rank = null } = input;
    if (await tx.user.findUnique({ where: { email }, select: { id: true } }))
      throw new Problem("invalid", { fields: { email: "admin.errors.emailTaken" } });
    const organisation = await assertRoles(tx, input.organisationId, input);
    const { id: userId } = await tx.user.create({
      data: { email, fullName, rank, createdAt: now },
      select: { id: true },
    });
    const membershipId = await addRow(tx, userId, input, now);
    token = newToken();
    const expiresAt = await openInvitation({ userId, membershipId, invitedById: actor.userId, token, now });
    return {
      result: { personId: userId, expiresAt: expiresAt.toISOString() },
      act: {
        type: "person.invited",
        subjectType: "person",
        subjectId: userId,
        provinceCode: organisation.provinceCode,
        changes: { organisation: organisation.shortName, roles: input.roles },
      },
    };
  });
  return { ...result, path: token && paths.invitation(token) };
}

/** Corrects a name or a rank. */
export function changePerson(
  actor: Actor,
  input: z.output<typeof changePersonInput>,
): Promise<{ personId: string; version: number }> {
  return administer(actor, "person.change", input, async (tx) => {
    const person = await findPerson(tx, input.personId);
    const data = { fullName: input.fullName, rank: input.rank ?? null };
    await write(tx, actor, person.id, input.version, data);
    return {
      result: { personId: person.id, version: input.version + 1 },
      act: {
        type: "person.changed",
        subjectType: "person",
        subjectId: person.id,
        changes: differences(person, data),
      },
    };
  });
}

/**
 * Locks a person out: no sign-in, and every session ends with the act.
 * @throws Problem not-allowed for oneself; not-now when already suspended; changed-meanwhile.
 */
export function suspendPerson(
  actor: Actor,
  input: z.output<typeof suspendPersonInput>,
): Promise<{ personId: string; version: number; sessions: number }> {
  return administer(actor, "person.suspend", input, async (tx, now) => {
    if (input.personId === actor.userId) throw new Problem("not-allowed");
    const person = await findPerson(tx, input.personId);
    if (person.suspendedAt) throw new Problem("not-now");
    await write(tx, actor, person.id, input.version, { suspendedAt: now });
    await closeInvitations(person.id, now);
    const sessions = await endSessions(person.id, {});
    return {
      result: { personId: person.id, version: input.version + 1, sessions },
      act: {
        type: "person.suspended",
        subjectType: "person",
        subjectId: person.id,
        reason: input.reason,
        changes: { sessions },
      },
    };
  });
}

/** Lets a suspended person in again; the sessions of before stay ended. */
export function reinstatePerson(
  actor: Actor,
  input: z.output<typeof suspendPersonInput>,
): Promise<{ personId: string; version: number }> {
  return administer(actor, "person.reinstate", input, async (tx) => {
    if (input.personId === actor.userId) throw new Problem("not-allowed");
    const person = await findPerson(tx, input.personId);
    if (!person.suspendedAt) throw new Problem("not-now");
    await write(tx, actor, person.id, input.version, { suspendedAt: null });
    return {
      result: { personId: person.id, version: input.version + 1 },
      act: { type: "person.reinstated", subjectType: "person", subjectId: person.id, reason: input.reason },
    };
  });
}

/** Ends every session of a person, as when a telephone is lost; the person may sign in again. */
export function endPersonSessions(
  actor: Actor,
  input: z.output<typeof endPersonSessionsInput>,
): Promise<{ personId: string; sessions: number }> {
  return administer(actor, "person.end_sessions", input, async (tx) => {
    const person = await findPerson(tx, input.personId);
    const sessions = await endSessions(
      person.id,
      person.id === actor.userId && actor.sessionId ? { except: actor.sessionId } : {},
    );
    return {
      result: { personId: person.id, sessions },
      act: {
        type: "person.sessions_ended",
        subjectType: "person",
        subjectId: person.id,
        changes: { sessions },
      },
    };
  });
}

async function write(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  data: { fullName?: string; rank?: string | null; suspendedAt?: Date | null },
): Promise<void> {
  const written = await tx.user.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  await assertFirst(tx, actor, { type: "person", ids: [id] }, written);
}
