import { env } from "@/lib/env";
import { databaseSigner } from "./database-signer";

/** A signature and the key of the register (table signing_key) that verifies it. */
export type Signed = { keyId: string; signature: string };

/**
 * Signs for an organisation. The one implementation keeps sealed keys in the database; an HSM, a KMS or the officer's own digital
 * signature takes its place by another one. Whoever keeps the private half, its public half stands in table signing_key.
 */
export interface Signer {
  readonly algorithm: "ed25519";
  /**
   * Signs with the organisation's key of today and makes one when it has none. `activeKeyId` is that key as the caller's transaction
   * reads it, so that a key changed by another process is noticed. The signature is base64url.
   */
  sign(orgId: string, bytes: Buffer, activeKeyId: string | null): Promise<Signed>;
  /** Gives the organisation a new key; the one of before is retired and verifies what it signed. Returns the new key's id. */
  rotate(orgId: string): Promise<string>;
}

const signers = { database: databaseSigner } satisfies Record<ReturnType<typeof env>["signer"], Signer>;

/** The signer that this installation names (setting SIGNER); lib/env refuses an unknown name at the start. */
export const signer = (): Signer => signers[env().signer];
