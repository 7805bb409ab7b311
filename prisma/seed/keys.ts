import type { KeyObject } from "node:crypto";
import type pg from "pg";
import { newKeyRow, openKeyRow } from "@/lib/authenticity/database-signer";
import { insertRows } from "./owner";

/** An organisation's signing key, opened. */
export type SeedKey = { id: string; key: KeyObject };

/** From when the demonstration's organisations have keys: before anything that they sign in it. */
const since = "2025-07-01T00:00:00Z";

/** The signing keys of these organisations, made where they have none, in the seed's own transaction. */
export async function keysOf(
  client: pg.Client,
  organisationIds: readonly string[],
): Promise<Map<string, SeedKey>> {
  const { rows } = await client.query<{ id: string; organisation_id: string; private_key: string }>(
    "select id, organisation_id, private_key from signing_key where retired_at is null and organisation_id = any($1)",
    [organisationIds],
  );
  const keys = new Map(rows.map((row) => [row.organisation_id, { id: row.id, key: openKeyRow(row) }]));
  const made = [...new Set(organisationIds)].filter((id) => !keys.has(id)).map((id) => newKeyRow(id));
  for (const { row, privateKey } of made) keys.set(row.organisation_id, { id: row.id, key: privateKey });
  await insertRows(
    client,
    "signing_key",
    made.map(({ row }) => ({ ...row, created_at: since })),
  );
  return keys;
}
