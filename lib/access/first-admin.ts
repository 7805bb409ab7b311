import { asSystem, databaseNow } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { keyedHash, newToken } from "./crypto";
import { invitationEnd } from "./invitations";

/**
 * Opens a new installation: names its first administrator in the operator's organisation and returns the token of the invitation,
 * good once and for as long as any other. Everybody after that is invited on the screen.
 * @throws Problem "not-now" when an administrator exists already; "not-found" before the reference data are loaded.
 */
export function inviteFirstAdministrator(email: string, fullName: string): Promise<string> {
  return asSystem(async (tx) => {
    if (await tx.membership.findFirst({ where: { roles: { has: "admin" } }, select: { id: true } }))
      throw new Problem("not-now");
    const operator = await tx.organisation.findFirst({ where: { kind: "operator" }, select: { id: true } });
    if (!operator) throw new Problem("not-found");
    const { id: userId } = await tx.user.create({
      data: { email: email.trim().toLowerCase(), fullName: fullName.trim() },
      select: { id: true },
    });
    const { id: membershipId } = await tx.membership.create({
      data: { userId, organisationId: operator.id, roles: ["admin"] },
      select: { id: true },
    });
    const token = newToken();
    await tx.invitation.create({
      data: {
        userId,
        membershipId,
        invitedById: userId,
        tokenHash: keyedHash("invitation", token),
        expiresAt: invitationEnd(await databaseNow(tx)),
      },
      select: { id: true },
    });
    return token;
  });
}
