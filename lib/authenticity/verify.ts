import { createPublicKey, type KeyObject, verify } from "node:crypto";

/** Public keys of the register as node:crypto takes them: the same few sign every day. */
const known = new Map<string, KeyObject>();

function keyOf(publicKey: string): KeyObject {
  const found = known.get(publicKey);
  if (found) return found;
  if (known.size >= 1_000) known.clear();
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  known.set(publicKey, key);
  return key;
}

/**
 * Is this the Ed25519 signature of these very bytes under this public key (SPKI, base64)? A signature (base64url) that is written
 * in another way than it was made is none.
 */
export function isSignedBy(publicKey: string, bytes: Buffer, signature: string): boolean {
  const raw = Buffer.from(signature, "base64url");
  if (raw.length !== 64 || raw.toString("base64url") !== signature) return false;
  try {
    return verify(null, bytes, keyOf(publicKey), raw);
  } catch {
    return false; // what stands in the register is no key
  }
}

/** A key of the register as a signature names it. */
export type RegisteredKey = {
  organisationId: string;
  publicKey: string;
  createdAt: Date;
  retiredAt: Date | null;
};

/** A signature may be under way while its organisation's key is made or changed: that long, in milliseconds. */
const underWayMs = 60_000;

/** Was this the key of this organisation at that time? */
export function wasKeyOf(key: RegisteredKey, organisationId: string, at: Date): boolean {
  return (
    key.organisationId === organisationId &&
    key.createdAt.getTime() - underWayMs <= at.getTime() &&
    (key.retiredAt === null || at.getTime() <= key.retiredAt.getTime() + underWayMs)
  );
}
