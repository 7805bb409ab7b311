import { currentCode, newTotpSecret, sealTotp } from "@/lib/access/totp";
import { asSystem } from "@/lib/db";
import type { Person } from "./session";

/** Gives a person of a test an authenticator and returns what shows its present code. */
export async function giveAuthenticator({ userId }: Person): Promise<() => string> {
  const secret = newTotpSecret();
  const data = { totpSecret: sealTotp(userId, secret), totpConfirmedAt: new Date() };
  await asSystem((tx) => tx.credential.createMany({ data: [{ userId, passwordHash: "not-used", ...data }] }));
  return () => currentCode(secret);
}
