import { currentCode, newTotpSecret } from "@/lib/access/totp";
import { enrol } from "@/prisma/factories/sign-in";
import type { Person } from "./session";

/** Gives a person of a test an authenticator and returns what shows its present code. */
export async function giveAuthenticator({ userId }: Person): Promise<() => string> {
  const secret = newTotpSecret();
  await enrol(userId, "not-used", secret);
  return () => currentCode(secret);
}
