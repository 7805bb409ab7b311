import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer } from "@/lib/access/administer";
import { newToken } from "@/lib/access/crypto";
import { doorStates, openInvitation } from "@/lib/access/invitations";
import type { Act } from "@/lib/audit/record";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { findPerson } from "./find-person";
import type { reissueAccessInput, renewInvitationInput } from "./schema";
import type { InvitationShown } from "./types";

/**
 * A new link for somebody who has not set a password yet; the old one dies.
 * @throws Problem not-found; not-now when the person already signs in, is suspended or has no membership.
 */
export const renewInvitation = (
  actor: Actor,
  input: z.output<typeof renewInvitationInput>,
): Promise<InvitationShown> =>
  giveLink(actor, "person.invite_again", input, false, { type: "person.invited_again" });

/**
 * A link for somebody who cannot sign in any more: password forgotten, or telephone and recovery codes lost. Who he is was made sure of
 * elsewhere; `reason` says how, for the record. Until the link is used the old password and factor hold, so that nobody is locked out by
 * a link he never asked for; then both are set anew, printed codes are worth nothing and all his sessions end (acceptInvitation).
 * @throws Problem not-found; not-allowed for oneself; not-now when the person never signed in, is suspended or has no membership.
 */
export function reissueAccess(
  actor: Actor,
  input: z.output<typeof reissueAccessInput>,
): Promise<InvitationShown> {
  const act = { type: "person.access_reissued", reason: input.reason };
  return giveLink(actor, "person.reissue_access", input, true, act);
}

/** The link is given back once and never mailed or kept. */
async function giveLink(
  actor: Actor,
  command: string,
  input: { key: string; personId: string },
  signsIn: boolean,
  act: Pick<Act, "type" | "reason">,
): Promise<InvitationShown> {
  let token: string | null = null;
  const result = await administer(actor, command, input, async (tx, now) => {
    if (signsIn && input.personId === actor.userId) throw new Problem("not-allowed");
    const { id: userId, suspendedAt } = await findPerson(tx, input.personId);
    const membershipId = await membershipInForce(tx, userId, now);
    const door = (await doorStates([userId])).get(userId);
    if (!membershipId || suspendedAt || Boolean(door?.hasPassword) !== signsIn) throw new Problem("not-now");
    token = newToken();
    const expiresAt = await openInvitation({ userId, membershipId, invitedById: actor.userId, token, now });
    return {
      result: { personId: userId, expiresAt: expiresAt.toISOString() },
      act: { ...act, subjectType: "person", subjectId: userId },
    };
  });
  return { ...result, path: token && paths.invitation(token) };
}

async function membershipInForce(tx: Tx, userId: string, now: Date): Promise<string | undefined> {
  const membership = await tx.membership.findFirst({
    where: { userId, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    orderBy: { validFrom: "asc" },
    select: { id: true },
  });
  return membership?.id;
}
