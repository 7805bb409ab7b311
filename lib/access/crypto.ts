import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const keys = new WeakMap<Buffer, Map<string, Buffer>>();

/** Keys for different purposes never meet: each is derived from the master key under its own name, once for this process. */
function derived(purpose: string): Buffer {
  const { masterKey } = env();
  const known = keys.get(masterKey) ?? new Map<string, Buffer>();
  keys.set(masterKey, known);
  const key =
    known.get(purpose) ??
    Buffer.from(hkdfSync("sha256", masterKey, Buffer.alloc(0), `la-chan:${purpose}`, 32));
  known.set(purpose, key);
  return key;
}
/** Names the master key in every sealed value, so that a rotation knows what is still to be done. */
const keyId = () => createHash("sha256").update(env().masterKey).digest("hex").slice(0, 8);

/**
 * Encrypts a short secret (AES-256-GCM). `aad` says where it belongs, e.g. table, column and row: moved elsewhere it does not open.
 */
export function seal(plain: string, aad: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derived("seal"), iv).setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [
    "v1",
    keyId(),
    iv.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
    body.toString("base64url"),
  ].join(".");
}

/** Opens what `seal` closed. @throws Error when the key is another, the place is another, or one bit changed. */
export function open(sealed: string, aad: string): string {
  const [version, key, iv, tag, body] = sealed.split(".");
  if (version !== "v1" || key !== keyId() || !iv || !tag || body === undefined)
    throw new Error("sealed under another key");
  const decipher = createDecipheriv("aes-256-gcm", derived("seal"), Buffer.from(iv, "base64url"), {
    authTagLength: 16,
  }).setAAD(Buffer.from(aad));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}

/** HMAC-SHA-256 under a key of the purpose's own, hex: for tokens, lanes and look-up terms that must not stand in clear. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac("sha256", derived(`hash:${purpose}`))
    .update(value)
    .digest("hex");
}

/** A random token of 256 bits for a cookie or a link. */
export const newToken = () => randomBytes(32).toString("base64url");
