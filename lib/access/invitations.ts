import { asSystem } from "@/lib/db";
import { keyedHash } from "./crypto";

/** How long an invitation link opens, in hours: any of them, the first administrator's too. */
const invitationHours = 72;
export const invitationEnd = (from: Date): Date => new Date(from.getTime() + invitationHours * 3_600_000);

type Opened = { userId: string; membershipId: string; invitedById: string; token: string; now: Date };

/**
 * Opens an invitation: only the keyed hash of its token is kept. Earlier links of the same person die at once.
 * Returns its end (UTC).
 */
export function openInvitation({ token, now, ...who }: Opened): Promise<Date> {
  const expiresAt = invitationEnd(now);
  return asSystem(async (tx) => {
    await tx.invitation.updateMany({
      where: { userId: who.userId, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    await tx.invitation.create({
      data: { ...who, tokenHash: keyedHash("invitation", token), createdAt: now, expiresAt },
      select: { id: true },
    });
    return expiresAt;
  });
}

/** Links of a person that nobody can use any more: at a suspension. */
export function closeInvitations(userId: string, now: Date): Promise<unknown> {
  return asSystem((tx) =>
    tx.invitation.updateMany({
      where: { userId, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    }),
  );
}

export type DoorState = {
  hasPassword: boolean;
  hasSecondFactor: boolean;
  invitedUntil: string | null;
  sessions: number;
};

/** How these persons stand at the door, without anything that proves who they are: for the administrator's page. */
export function doorStates(userIds: string[]): Promise<Map<string, DoorState>> {
  return asSystem(async (tx) => {
    const now = new Date();
    const where = { userId: { in: userIds } };
    const credentials = await tx.credential.findMany({
      where,
      select: { userId: true, totpConfirmedAt: true },
    });
    const invitations = await tx.invitation.findMany({
      where: { ...where, usedAt: null, expiresAt: { gt: now } },
      select: { userId: true, expiresAt: true },
    });
    const sessions = await tx.session.groupBy({
      by: ["userId"],
      where: { ...where, endedAt: null, expiresAt: { gt: now } },
      _count: true,
    });
    return new Map(
      userIds.map((id) => [
        id,
        {
          hasPassword: credentials.some(({ userId }) => userId === id),
          hasSecondFactor: credentials.some((one) => one.userId === id && one.totpConfirmedAt !== null),
          invitedUntil: invitations.find(({ userId }) => userId === id)?.expiresAt.toISOString() ?? null,
          sessions: sessions.find(({ userId }) => userId === id)?._count ?? 0,
        },
      ]),
    );
  });
}
