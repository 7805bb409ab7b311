import { asSystem } from "@/lib/db";
import { keyedHash, newToken } from "./crypto";

// The person is part of the hash: a duty desk's one browser is known to each who uses it.
const deviceHash = (userId: string, token: string) => keyedHash("device", `${userId}:${token}`);

/** The device behind this browser's token, when this very person has signed in there before; null for everybody else. */
export async function knownDevice(userId: string, token: string | null): Promise<string | null> {
  if (!token) return null;
  const tokenHash = deviceHash(userId, token);
  const found = await asSystem((tx) =>
    tx.knownDevice.findUnique({ where: { tokenHash }, select: { id: true } }),
  );
  return found?.id ?? null;
}

/**
 * Remembers this browser as one its owner has used: a free lane, never a way past the password. `present` is the token that the
 * browser brought, kept for all who share it. Returns the token to keep there.
 */
export async function rememberDevice(userId: string, present: string | null = null): Promise<string> {
  const token = present && /^[\w-]{43}$/.test(present) ? present : newToken();
  const tokenHash = deviceHash(userId, token);
  await asSystem((tx) =>
    tx.knownDevice.upsert({
      where: { tokenHash },
      create: { userId, tokenHash },
      update: {},
      select: { id: true },
    }),
  );
  return token;
}
