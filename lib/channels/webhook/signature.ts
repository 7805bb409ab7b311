import { createHmac, randomBytes } from "node:crypto";

/** A new secret as its receiver is shown it, once. */
export const newSecret = (): string => `lcwh_${randomBytes(32).toString("base64url")}`;

/** Where a sealed secret belongs; moved to another row it does not open. */
export const placeOfSecret = (endpointId: string): string => `webhook_endpoint:secret:${endpointId}`;

/**
 * The signature's header: HMAC-SHA256 of `timestamp.body` (seconds since 1970), hex, once per valid secret. A receiver accepts one that
 * fits and a timestamp of the last five minutes.
 */
export function signatureOf(body: string, timestamp: number, secrets: readonly string[]): string {
  return secrets
    .map((secret) => `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`)
    .join(",");
}
