import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";
import { open, seal } from "@/lib/access/crypto";
import { recordOfClock } from "@/lib/audit/record";
import { asSystem, databaseNow, statement, type Tx } from "@/lib/db";
import type { Signed, Signer } from "./signer";

type Held = { keyId: string; key: KeyObject };
/** The opened keys of this process, by organisation. */
const held = new Map<string, Held>();

/** Where a sealed private key belongs; moved to another row it does not open. */
const place = (id: string) => `signing_key:private_key:${id}`;

/** Ed25519 keys in table signing_key, sealed with AES-256-GCM under the master key. Only the sign-in's narrow door reads them. */
export const databaseSigner: Signer = {
  algorithm: "ed25519",
  async sign(orgId, bytes, activeKeyId): Promise<Signed> {
    let mine = held.get(orgId);
    if (!mine || mine.keyId !== activeKeyId) {
      mine = await asSystem(async (tx) => (await readActive(tx, orgId)) ?? (await make(tx, orgId)));
      if (held.size >= 5_000) held.clear();
      held.set(orgId, mine);
    }
    return { keyId: mine.keyId, signature: sign(null, bytes, mine.key).toString("base64url") };
  },
  rotate: (orgId) =>
    asSystem(async (tx) => {
      const now = await databaseNow(tx);
      const { rows } = await statement<{ id: string }>(
        tx,
        "update signing_key set retired_at = greatest($2, created_at) where organisation_id = $1 and retired_at is null returning id",
        [orgId, now],
      );
      for (const { id } of rows) await recordKey(tx, orgId, "signing_key.retired", id);
      return (await make(tx, orgId)).keyId;
    }),
};

async function readActive(tx: Tx, orgId: string): Promise<Held | null> {
  const { rows } = await statement<{ id: string; private_key: string }>(
    tx,
    "select id, private_key from signing_key where organisation_id = $1 and retired_at is null and provider = 'database'",
    [orgId],
  );
  const [row] = rows;
  if (!row) return null;
  return { keyId: row.id, key: openKeyRow(row) };
}

/** The private half of a row of the register. @throws Error when it was sealed for another row or under another master key. */
export function openKeyRow(row: { id: string; private_key: string }): KeyObject {
  const der = Buffer.from(open(row.private_key, place(row.id)), "base64");
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

/** A key pair as the register keeps it: the public half plain, the private half sealed for its own row. */
export function newKeyRow(orgId: string, id: string = randomUUID()) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const der = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  const row = {
    id,
    organisation_id: orgId,
    provider: "database",
    algorithm: "ed25519",
    public_key: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    private_key: seal(der, place(id)),
  };
  return { row, privateKey };
}

/** Of two processes that make the first key at once, one wins and both use its. */
async function make(tx: Tx, orgId: string): Promise<Held> {
  const { row, privateKey } = newKeyRow(orgId);
  const { count } = await statement(
    tx,
    `insert into signing_key (id, organisation_id, provider, algorithm, public_key, private_key) values ($1, $2, $3, $4, $5, $6)
      on conflict (organisation_id) where retired_at is null do nothing`,
    Object.values(row),
  );
  if (count === 0) return (await readActive(tx, orgId))!;
  await recordKey(tx, orgId, "signing_key.created", row.id);
  return { keyId: row.id, key: privateKey };
}

/** A key has no person: its event stands in the chain of its organisation. */
const recordKey = (tx: Tx, orgId: string, type: string, id: string) =>
  recordOfClock(tx, orgId, { type, subjectType: "signing_key", subjectId: id });
