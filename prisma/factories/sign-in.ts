import type { Actor } from "@/lib/access/actor";
import { startSession } from "@/lib/access/sessions";
import { sealTotp } from "@/lib/access/totp";
import { asSystem } from "@/lib/db";

type Person = Pick<Actor, "userId" | "membershipId">;

/** What somebody has who has been at the door before: a password and, unless he is new, an authenticator. */
export async function enrol(userId: string, passwordHash: string, totpSecret: string | null): Promise<void> {
  const bound = totpSecret ? { totpSecret: sealTotp(userId, totpSecret), totpConfirmedAt: new Date() } : {};
  await asSystem((tx) => tx.credential.createMany({ data: [{ userId, passwordHash, ...bound }] }));
}

/** A session without the way through the door; null: the second factor is not yet proved. Gives its token. */
export function sessionOf(
  { userId, membershipId }: Person,
  secondFactorAt: Date | null = new Date(),
): Promise<string> {
  return asSystem((tx) =>
    startSession(tx, { userId, membershipId, secondFactorAt, device: null, addressHint: null }),
  );
}
