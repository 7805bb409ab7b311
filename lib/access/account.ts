import { z } from "zod";
import { record } from "@/lib/audit/record";
import { asActor, asSystem, databaseNow } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { storableText } from "@/lib/storable";
import type { Actor } from "./actor";
import { keyedHash } from "./crypto";
import { hashPassword, passwordFits, passwordFlaw } from "./passwords";
import { proveAgain } from "./prove-again";
import { atDoor, inSession, recordRefused, tellThrottled } from "./refusals";
import { endSessions } from "./sessions";
import { limits, tryLane } from "./throttle";
import { renewRecoveryCodes } from "./totp";

// Longer than a password may be, so that the sentence about its length is told and no hash is computed of a book.
const secret = z.string().overwrite(storableText).min(1, "required").max(512, "account.errors.tooLong");
export const codeInput = z.object({
  code: z.string().trim().min(1, "required").max(20, "signIn.errors.code"),
});
export const changePasswordInput = codeInput.extend({ current: secret, next: secret });
export const acceptInvitationInput = z.object({ token: z.string().min(20).max(100), password: secret });

/** The words a password of this person may not lean on. */
async function contextOf(userId: string): Promise<string[]> {
  const user = await asSystem((tx) =>
    tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        email: true,
        fullName: true,
        memberships: { select: { organisation: { select: { shortName: true } } } },
      },
    }),
  );
  return [
    user.email.split("@")[0]!,
    ...user.fullName.split(" "),
    ...user.memberships.map(({ organisation }) => organisation.shortName),
  ];
}

async function checked(userId: string, field: string, password: string): Promise<string> {
  const flaw = passwordFlaw(password, await contextOf(userId));
  if (flaw) throw new Problem("invalid", { fields: { [field]: `account.errors.${flaw}` } });
  // One that others may know by now is why somebody sets a new one. Whoever holds a link is not to find the old one out by trying.
  const old = await asSystem((tx) => tx.credential.findUnique({ where: { userId } }));
  if (old) {
    const place = await tryLane(keyedHash("lane", `anew:${userId}`), limits.account);
    const isOld = await passwordFits(old.passwordHash, password);
    await place.settle(!isOld);
    if (isOld) throw new Problem("invalid", { fields: { [field]: "account.errors.sameAsBefore" } });
  }
  return hashPassword(password);
}

/**
 * Changes one's own password: the present one, a good new one, then the second factor, in this order, because a code is spent
 * when it is shown and nobody should wait for the next one over a typing mistake. All other sessions end.
 * @throws Problem invalid (at the field), second-factor, too-many.
 */
export async function changePassword(
  actor: Actor,
  input: z.output<typeof changePasswordInput>,
): Promise<{ ended: number }> {
  const tried = inSession(actor);
  const place = await tryLane(keyedHash("lane", `password:${actor.userId}`), limits.account, {
    whenFull: tellThrottled(tried, "session", "account"),
  });
  const credential = await asSystem((tx) => tx.credential.findUnique({ where: { userId: actor.userId } }));
  const fits = credential !== null && (await passwordFits(credential.passwordHash, input.current));
  await place.settle(fits, async (tx) => {
    if (!fits) await recordRefused(tx, tried, "password");
  });
  if (!fits) throw new Problem("invalid", { fields: { current: "account.errors.wrong" } });
  const passwordHash = await checked(actor.userId, "next", input.next);
  await proveAgain(actor, input.code);
  await asSystem(async (tx) =>
    tx.credential.updateMany({
      where: { userId: actor.userId },
      data: { passwordHash, changedAt: await databaseNow(tx) },
    }),
  );
  await asActor(actor, (tx) =>
    record(tx, actor, { type: "password.changed", subjectType: "person", subjectId: actor.userId }),
  );
  return { ended: await endSessions(actor.userId, actor.sessionId ? { except: actor.sessionId } : {}) };
}

/** Ten fresh recovery codes, shown once; the old ones end. */
export async function newRecoveryCodes(actor: Actor): Promise<string[]> {
  const codes = await renewRecoveryCodes(actor.userId);
  await asActor(actor, (tx) =>
    record(tx, actor, { type: "recovery.renewed", subjectType: "person", subjectId: actor.userId }),
  );
  return codes;
}

/** Ends one of one's own sessions, or all but this one. */
export async function endOwnSessions(actor: Actor, which: { sessionId?: string }): Promise<number> {
  const ended = await endSessions(
    actor.userId,
    which.sessionId ? { only: which.sessionId } : actor.sessionId ? { except: actor.sessionId } : {},
  );
  if (ended > 0)
    await asActor(actor, (tx) =>
      record(tx, actor, {
        type: "session.ended",
        subjectType: "person",
        subjectId: actor.userId,
        changes: { sessions: ended },
      }),
    );
  return ended;
}

/** Whom an invitation link is for, while it is good. Null for a used, ended or unknown one alike. */
export function openInvitationOf(
  token: string,
): Promise<{ id: string; userId: string; email: string; name: string } | null> {
  return asSystem(async (tx) => {
    const now = await databaseNow(tx);
    const found = await tx.invitation.findFirst({
      where: { tokenHash: keyedHash("invitation", token), usedAt: null, expiresAt: { gt: now } },
    });
    const user = found
      ? await tx.user.findFirst({
          where: { id: found.userId, suspendedAt: null },
          select: { email: true, fullName: true },
        })
      : null;
    return found && user
      ? { id: found.id, userId: found.userId, email: user.email, name: user.fullName }
      : null;
  });
}

/**
 * Sets the first password (or a new one after a reset) by an invitation, once. Whoever holds the link has proved nothing else, so
 * the record names the account as it does at the door; `origin` says where he came from. @throws Problem not-found, invalid, too-many.
 */
export async function acceptInvitation(
  input: z.output<typeof acceptInvitationInput>,
  origin: string | null,
): Promise<{ email: string }> {
  const invitation = await openInvitationOf(input.token);
  if (!invitation) throw new Problem("not-found");
  const passwordHash = await checked(invitation.userId, "password", input.password);
  await asSystem(async (tx) => {
    const now = await databaseNow(tx);
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, usedAt: null },
      data: { usedAt: now },
    });
    if (count === 0) throw new Problem("not-found");
    // Whoever comes back by a new link binds his second factor anew; codes printed for the old one are worth nothing.
    await tx.recoveryCode.deleteMany({ where: { userId: invitation.userId } });
    const fresh = {
      passwordHash,
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
      changedAt: now,
    };
    await tx.credential.upsert({
      where: { userId: invitation.userId },
      create: { userId: invitation.userId, ...fresh },
      update: fresh,
    });
    const ended = await tx.session.updateMany({
      where: { userId: invitation.userId, endedAt: null },
      data: { endedAt: now },
    });
    await atDoor(invitation.userId, origin).write(tx, {
      type: "invitation.accepted",
      subjectType: "person",
      subjectId: invitation.userId,
      changes: { sessions: ended.count },
    });
  });
  return { email: invitation.email };
}
